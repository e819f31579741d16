import 'reflect-metadata';
import { runService } from '@app/platform';
import { QueryModule } from './query.module';
import { serveDocs } from './http/docs';

void runService(QueryModule, { name: 'query', defaultPort: 8080, configure: serveDocs });
