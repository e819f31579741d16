import { classify, MessagingModule } from '@app/messaging';
import { ENV, LOGGER, Metrics, PlatformModule, type Logger } from '@app/platform';
import { Module } from '@nestjs/common';
import { ArticlesConsumer } from './extract-observations/articles.consumer';
import { extractorEnv, type ExtractorEnv } from './extractor.env';

/** `articles.received.v1` to `observations.extracted.v1`; no state, no tables. */
@Module({
  imports: [
    PlatformModule.forRoot({
      name: 'extractor',
      env: extractorEnv,
      isOutage: (error) => classify(error) === 'outage',
    }),
    MessagingModule.forRootAsync({
      inject: [ENV, LOGGER, Metrics],
      useFactory: (env: ExtractorEnv, logger: Logger, metrics: Metrics) => ({
        kind: env.KAFKA_BROKERS === undefined ? 'memory' : 'kafka',
        ...(env.KAFKA_BROKERS !== undefined && { brokers: env.KAFKA_BROKERS }),
        clientId: 'extractor',
        prefix: env.TOPIC_PREFIX,
        logger,
        metrics,
      }),
    }),
  ],
  providers: [ArticlesConsumer],
})
export class ExtractorModule {}
