import 'reflect-metadata';
import { runService } from '@app/platform';
import { IntakeModule } from './intake.module';

void runService(IntakeModule, { name: 'intake', defaultPort: 8081 });
