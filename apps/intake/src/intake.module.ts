import { classify, MessagingModule } from '@app/messaging';
import { DatabaseModule, ENV, LOGGER, Metrics, PlatformModule, type Logger } from '@app/platform';
import { Module } from '@nestjs/common';
import { KnownArticles } from './articles/known-articles';
import { PublishArticles } from './articles/publish-articles';
import { eventLog } from './events/event-log';
import { intakeEnv, type IntakeEnv } from './intake.env';
import { SubmitArticlesController } from './submit-articles/submit-articles.controller';
import { SubmitArticles } from './submit-articles/submit-articles';

/** Articles come in by HTTP, are checked and normalised, and go to `articles.received.v1`. */
@Module({
  imports: [
    PlatformModule.forRoot({
      name: 'intake',
      env: intakeEnv,
      isOutage: (error) => classify(error) === 'outage',
    }),
    DatabaseModule.forRoot({ name: 'intake', statementTimeoutMs: 2000 }),
    MessagingModule.forRootAsync({
      inject: [ENV, LOGGER, Metrics],
      useFactory: (env: IntakeEnv, logger: Logger, metrics: Metrics) => ({
        kind: env.KAFKA_BROKERS === undefined ? 'memory' : 'kafka',
        ...(env.KAFKA_BROKERS !== undefined && { brokers: env.KAFKA_BROKERS }),
        clientId: 'intake',
        prefix: env.TOPIC_PREFIX,
        logger,
        metrics,
      }),
    }),
  ],
  controllers: [SubmitArticlesController],
  providers: [eventLog, KnownArticles, PublishArticles, SubmitArticles],
})
export class IntakeModule {}
