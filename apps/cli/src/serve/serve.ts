import 'reflect-metadata';
import { runService, serveDocs } from '@app/platform';
import { ExtractorModule } from '../../../extractor/src/extractor.module';
import { IntakeModule } from '../../../intake/src/intake.module';
import { QueryModule } from '../../../query/src/query.module';
import { TrackerModule } from '../../../tracker/src/tracker.module';

/**
 * All four services in this process, each at its own port as when they run alone. Without KAFKA_BROKERS messages go
 * through memory, and an answer of intake means that the article is recorded.
 */
export const serveCommand = async (): Promise<void> => {
  // Those who listen come first, so that nothing is published to nobody.
  await runService(TrackerModule, { name: 'tracker', defaultPort: 8083, configure: serveDocs });
  await runService(ExtractorModule, { name: 'extractor', defaultPort: 8082 });
  await runService(QueryModule, { name: 'query', defaultPort: 8080, configure: serveDocs });
  await runService(IntakeModule, { name: 'intake', defaultPort: 8081, configure: serveDocs });
};
