import 'reflect-metadata';
import { runService, serveDocs } from '@app/platform';
import { IntakeModule } from './intake.module';

void runService(IntakeModule, { name: 'intake', defaultPort: 8081, configure: serveDocs });
