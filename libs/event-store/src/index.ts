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
export { type Transaction } from './transaction';
