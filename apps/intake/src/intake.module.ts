import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventStoreModule, EventTypes } from '@app/event-store';
import { classify, MessagingModule } from '@app/messaging';
import { DatabaseModule, ENV, LOGGER, Metrics, PlatformModule, POOL, type Logger } from '@app/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { KnownArticles } from './articles/known-articles';
import { PublishArticles } from './articles/publish-articles';
import { intakeEnv, type IntakeEnv } from './intake.env';
import { SubmitArticlesController } from './submit-articles/submit-articles.controller';
import { SubmitArticlesHandler } from './submit-articles/submit-articles';

/** Articles come in by HTTP, are checked and normalised, and go to `articles.received.v1`. */
@Module({
  imports: [
    CqrsModule.forRoot(),
    PlatformModule.forRoot({
      name: 'intake',
      env: intakeEnv,
      isOutage: (error) => classify(error) === 'outage',
    }),
    DatabaseModule.forRoot({
      name: 'intake',
      rooms: [{ name: 'event-store', migrations: EVENT_STORE_MIGRATIONS }],
      statementTimeoutMs: 2000,
    }),
    EventStoreModule.forRoot({
      inject: [POOL],
      useFactory: (pool: Pool) => ({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) }),
    }),
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
  providers: [KnownArticles, PublishArticles, SubmitArticlesHandler],
})
export class IntakeModule {}
