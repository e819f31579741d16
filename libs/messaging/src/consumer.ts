import type { Envelope } from './envelope';
import type { MessagingLogger, MessagingMetrics } from './observer';
import type { IncomingMessage, RunningConsumer, Transport } from './transport';

/** A message that was read: its envelope, what its value parsed to, and the raw message. */
export interface Received<T> {
  readonly envelope: Envelope;
  readonly data: T;
  readonly message: IncomingMessage;
}

export interface SubscriptionOptions<T> {
  readonly group: string;
  readonly topic: string;
  /** Turns the JSON of the value into what the handler takes, or throws (a zod schema's `parse` does): dead letter. */
  readonly parse: (json: unknown) => T;
  /**
   * Handles what waited, in order of one partition. Must be repeatable: a message comes at least once. A throw that is
   * an outage holds the partition; any other is narrowed down to the one message that causes it, which is parked.
   */
  readonly handle: (received: readonly Received<T>[]) => Promise<void>;
  /** At most as many messages a call; default 200. */
  readonly maxBatch?: number;
  /** Attempts at a message that throws for no known reason, before it is parked; default 3. */
  readonly attempts?: number;
  /** Runs each call of `handle` with these ids at hand, as for logs. */
  readonly inContext?: <R>(
    ids: { correlationId: string; causationId: string },
    work: () => Promise<R>,
  ) => Promise<R>;
  readonly logger?: MessagingLogger;
  readonly metrics?: MessagingMetrics;
}

/** Consume a topic: decode, validate, handle, and park what cannot be handled in `<topic>.dlq`, per key in order. */
export declare const subscribe: <T>(
  transport: Transport,
  options: SubscriptionOptions<T>,
) => Promise<RunningConsumer>;
