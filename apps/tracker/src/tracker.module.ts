import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventStoreModule, EventTypes } from '@app/event-store';
import { classify, MessagingModule } from '@app/messaging';
import { DatabaseModule, ENV, LOGGER, Metrics, PlatformModule, POOL, type Logger } from '@app/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { AdoptPolicyHandler } from './adopt-policy/adopt-policy';
import { AdoptPolicyController } from './adopt-policy/adopt-policy.controller';
import { AdoptPolicyJob } from './adopt-policy/adopt-policy.job';
import { CorrectController } from './correct/correct.controller';
import { CorrectReadingHandler } from './correct/correct-reading';
import { Subscriptions } from './subscriptions';
import { NoteDayHandler } from './note-days/note-day';
import { NoteDaysJob } from './note-days/note-days.job';
import { ObservationsConsumer } from './record-observations/observations.consumer';
import { RecordObservationsHandler } from './record-observations/record-observations';
import { Activity } from './relation/activity';
import { TrackedRelation } from './relation/tracked-relation';
import { RelayChanges } from './relay-changes/relay-changes';
import { RelayState } from './relay-state/relay-state';
import { RetractArticleHandler } from './retract/retract-article';
import { RetractController } from './retract/retract.controller';
import { trackerEnv, type TrackerEnv } from './tracker.env';

/** Owns the event log: records observations and days, decides what they change, relays what was recorded to Kafka. */
@Module({
  imports: [
    CqrsModule.forRoot(),
    PlatformModule.forRoot({
      name: 'tracker',
      env: trackerEnv,
      isOutage: (error) => classify(error) === 'outage',
    }),
    DatabaseModule.forRoot({
      name: 'tracker',
      rooms: [{ name: 'event-store', migrations: EVENT_STORE_MIGRATIONS }],
    }),
    EventStoreModule.forRoot({
      inject: [POOL],
      useFactory: (pool: Pool) => ({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) }),
    }),
    MessagingModule.forRootAsync({
      inject: [ENV, LOGGER, Metrics],
      useFactory: (env: TrackerEnv, logger: Logger, metrics: Metrics) => ({
        kind: env.KAFKA_BROKERS === undefined ? 'memory' : 'kafka',
        ...(env.KAFKA_BROKERS !== undefined && { brokers: env.KAFKA_BROKERS }),
        clientId: 'tracker',
        prefix: env.TOPIC_PREFIX,
        logger,
        metrics,
      }),
    }),
  ],
  controllers: [AdoptPolicyController, CorrectController, RetractController],
  providers: [
    Activity,
    AdoptPolicyJob,
    NoteDaysJob,
    ObservationsConsumer,
    RelayChanges,
    RelayState,
    Subscriptions,
    TrackedRelation,
    AdoptPolicyHandler,
    CorrectReadingHandler,
    NoteDayHandler,
    RecordObservationsHandler,
    RetractArticleHandler,
  ],
})
export class TrackerModule {}
