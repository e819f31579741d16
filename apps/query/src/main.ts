import 'reflect-metadata';
import { runService, serveDocs } from '@app/platform';
import { QueryModule } from './query.module';

void runService(QueryModule, { name: 'query', defaultPort: 8080, configure: serveDocs });
