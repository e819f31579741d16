import 'reflect-metadata';
import { runService } from '@app/platform';
import { ExtractorModule } from './extractor.module';

void runService(ExtractorModule, { name: 'extractor', defaultPort: 8082 });
