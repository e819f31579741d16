import 'reflect-metadata';
import { runService, serveDocs } from '@app/platform';
import { TrackerModule } from './tracker.module';

void runService(TrackerModule, { name: 'tracker', defaultPort: 8083, configure: serveDocs });
