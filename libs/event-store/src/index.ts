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
