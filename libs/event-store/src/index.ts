export {
  EVENT_STORE,
  type Appended,
  type AppendOptions,
  type EventMetadata,
  type EventStore,
  type ExpectedVersion,
  type Head,
  type NewEvent,
  type Page,
  type ReadAll,
  type ReadStream,
  type RecordedEvent,
  type StreamAppend,
} from './event-store';
export {
  EventStoreError,
  InvalidAppend,
  LeaseLost,
  NewerSchema,
  PartlyStored,
  UpcasterGap,
  WrongExpectedVersion,
} from './errors';
export { inTransaction, type Transaction } from './transaction';
export { MemoryEventStore, MemoryLog, type MemoryEventStoreOptions } from './memory.event-store';
export { EVENT_STORE_MIGRATIONS } from './migrations';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres.event-store';
export { EventTypes, type EventType, type Upcaster } from './upcasting';
export { type Finding } from './doctor';
export { EventLog, type EventLogOptions } from './event-log';
export { EVENT_LOG, EventStoreModule, type EventStoreModuleOptions } from './event-store.module';
export { type Projection } from './projections/projection';
export { type By } from './operations';
export { type Comparison, type Switched } from './projections/projections';
export { type RebuildOptions, type RebuildProgress } from './projections/rebuild';
export { type TableDifference } from './projections/version-tables';
export { type Checkpoint, type Pause } from './subscriptions/checkpoint';
export { type DeadLetter, type ParkedCount } from './subscriptions/dead-letters';
export { type Handler, type HandlerContext } from './subscriptions/handler';
export { type Retried } from './subscriptions/retry-dead-letters';
export { type Subscription } from './subscriptions/subscription';
export {
  type SubscriptionSettings,
  type SubscriptionState,
  type SubscriptionStatus,
} from './subscriptions/subscription-types';
