export { subscribe, type Received, type SubscriptionOptions } from './consumer';
export { createTransport, type TransportOptions } from './create-transport';
export { deadLetterTopic, type DeadLetter, type DeadLetterReason } from './dead-letters/dead-letter';
export { dropDeadLetters, listDeadLetters, retryDeadLetters } from './dead-letters/operate';
export { readEnvelope, toMessage, type Envelope, type EventMessage } from './envelope';
export { classify, InvalidMessage, type Failure } from './failure';
export { MessagingModule, type MessagingModuleOptions } from './messaging.module';
export { type MessagingLogger, type MessagingMetrics } from './observer';
export { startConsumer } from './start-consumer';
export {
  TRANSPORT,
  TransportUnavailable,
  type Batch,
  type ConsumerOptions,
  type IncomingMessage,
  type OutgoingMessage,
  type PartitionLag,
  type RunningConsumer,
  type SolePublisher,
  type TopicSpec,
  type Transport,
  type TransportHealth,
} from './transport';
