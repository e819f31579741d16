import 'reflect-metadata';
import { runService } from '@app/platform';
import { TrackerModule } from './tracker.module';

void runService(TrackerModule, { name: 'tracker', defaultPort: 8083 });
