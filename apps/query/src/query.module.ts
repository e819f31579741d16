import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventStoreModule, EventTypes } from '@app/event-store';
import { classify } from '@app/messaging';
import { DatabaseModule, PlatformModule, POOL } from '@app/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { ArticleController } from './articles/article.controller';
import { GetArticlesHandler } from './articles/article.query';
import { ChangesController } from './changes/changes.controller';
import { GetChangesHandler } from './changes/changes.query';
import { Bell } from './events/bell';
import { Subscriptions } from './subscriptions';
import { FactsController } from './facts/facts.controller';
import { GetFactsHandler } from './facts/facts.query';
import { QUERY_MIGRATIONS } from './migrations';
import { PolicyController } from './policy/policy.controller';
import { GetPolicyHandler } from './policy/policy.query';
import { queryEnv } from './query.env';
import { LookAtRelation } from './relation/look';
import { RelationView } from './relation/relation-view';
import { SchemasController } from './schemas/schemas.controller';
import { StateController } from './state/state.controller';
import { GetStateHandler, GetSummaryHandler } from './state/state.query';
import { StreamChangesController } from './stream-changes/stream-changes.controller';
import { StreamChanges } from './stream-changes/stream-changes';
import { TensionController } from './tension/tension.controller';
import { GetTensionHandler } from './tension/tension.query';
import { TimelineController } from './timeline/timeline.controller';
import { GetTimelineHandler } from './timeline/timeline.query';

/** Event log to read models to REST and SSE. */
@Module({
  imports: [
    CqrsModule.forRoot(),
    PlatformModule.forRoot({
      name: 'query',
      env: queryEnv,
      isOutage: (error) => classify(error) === 'outage',
    }),
    DatabaseModule.forRoot({
      name: 'query',
      rooms: [{ name: 'event-store', migrations: EVENT_STORE_MIGRATIONS }],
      migrations: QUERY_MIGRATIONS,
      max: 12,
    }),
    EventStoreModule.forRoot({
      inject: [POOL],
      useFactory: (pool: Pool) => ({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) }),
    }),
  ],
  // The stream stands before the list: both begin with /changes.
  controllers: [
    StreamChangesController,
    StateController,
    TensionController,
    TimelineController,
    ChangesController,
    FactsController,
    ArticleController,
    PolicyController,
    SchemasController,
  ],
  providers: [
    Bell,
    LookAtRelation,
    RelationView,
    StreamChanges,
    Subscriptions,
    GetArticlesHandler,
    GetChangesHandler,
    GetFactsHandler,
    GetPolicyHandler,
    GetStateHandler,
    GetSummaryHandler,
    GetTensionHandler,
    GetTimelineHandler,
  ],
})
export class QueryModule {}
