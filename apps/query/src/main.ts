import 'reflect-metadata';
import { runService } from '@app/platform';
import { QueryModule } from './query.module';

void runService(QueryModule, { name: 'query', defaultPort: 8080, configure: QueryModule.serveDocs });
