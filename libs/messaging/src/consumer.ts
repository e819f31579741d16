import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadLetterReason } from './dead-letters/dead-letter';
import { RETRY_HEADER } from './dead-letters/dead-letter';
import { Parking } from './dead-letters/parking';
import { readEnvelope, type Envelope } from './envelope';
import { classify, InvalidMessage } from './failure';
import { noMetrics, silentLogger, type MessagingLogger, type MessagingMetrics } from './observer';
import type { Batch, IncomingMessage, RunningConsumer, Transport } from './transport';

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
  /** Partitions at the same time; default 1. */
  readonly concurrency?: number;
  /** Attempts at a message that throws for no known reason, before it is parked; default 3. */
  readonly attempts?: number;
  /** Parked keys beyond which the consumer waits for an operator; default 1000. */
  readonly maxParkedKeys?: number;
  /** Runs each call of `handle` with the ids of its first message at hand, as for logs. */
  readonly inContext?: <R>(
    ids: { correlationId: string; causationId: string },
    work: () => Promise<R>,
  ) => Promise<R>;
  readonly logger?: MessagingLogger;
  readonly metrics?: MessagingMetrics;
}

/** Consume a topic: decode, validate, handle, and park what cannot be handled in `<topic>.dlq`, per key in order. */
export const subscribe = <T>(
  transport: Transport,
  options: SubscriptionOptions<T>,
): Promise<RunningConsumer> => {
  const { group, topic } = options;
  const work = new Subscription(transport, options);
  return transport.runConsumer({
    group,
    topics: [topic],
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    onBatch: (batch) => work.onBatch(batch),
    onPause: (_topic, partition, error) => {
      options.logger?.warn({ group, topic, partition, err: error }, 'waiting: cannot handle messages now');
    },
    onResume: (_topic, partition) => {
      options.logger?.info({ group, topic, partition }, 'going on');
    },
  });
};

const DEFECT_PAUSE_MS = 100;

class Subscription<T> {
  private readonly parking: Parking;
  private readonly logger: MessagingLogger;
  private readonly metrics: MessagingMetrics;
  private readonly labels: { readonly group: string; readonly topic: string };

  constructor(
    transport: Transport,
    private readonly options: SubscriptionOptions<T>,
  ) {
    const { group, topic } = options;
    this.parking = new Parking({ transport, topic, group, maxKeys: options.maxParkedKeys ?? 1000 });
    this.logger = options.logger ?? silentLogger;
    this.metrics = options.metrics ?? noMetrics;
    this.labels = { group, topic };
  }

  async onBatch(batch: Batch): Promise<void> {
    await this.parking.follow(batch);
    const size = this.options.maxBatch ?? 200;
    for (let from = 0; from < batch.messages.length && !batch.isStale();) {
      const chunk = nextChunk(batch.messages, from, size);
      await this.handleChunk(chunk);
      const last = chunk.at(-1);
      if (last !== undefined) batch.resolve(last);
      from += chunk.length;
      this.metrics.count('messages_handled_total', this.labels, chunk.length);
      if (from < batch.messages.length) await batch.heartbeat();
    }
  }

  private async handleChunk(chunk: readonly IncomingMessage[]): Promise<void> {
    let ready: Received<T>[] = [];
    for (const message of chunk) {
      const known = await this.parking.holds(message);
      const received = known ? null : this.read(message);
      if (received !== null && !(received instanceof Error)) {
        ready.push(received);
        continue;
      }
      // Parking asks for order: what stands before this message is handled first, for it may park the same key.
      await this.handle(ready);
      ready = [];
      if (received instanceof Error && !this.isBehind(message))
        await this.park(message, 'invalid', received, 1);
      else await this.parkBehind(message);
    }
    await this.handle(ready);
  }

  private read(message: IncomingMessage): Received<T> | Error {
    try {
      if (message.value === null)
        throw new InvalidMessage('the value is empty (a tombstone has no place here)');
      const json: unknown = JSON.parse(message.value.toString('utf8'));
      return { envelope: readEnvelope(message), data: this.options.parse(json), message };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Handles all at once; when that fails for a reason of their own, halves until the one at fault is found. */
  private async handle(received: readonly Received<T>[]): Promise<void> {
    const free = received.filter(({ message }) => !this.isBehind(message));
    for (const { message } of received) if (this.isBehind(message)) await this.parkBehind(message);
    const [first] = free;
    if (first === undefined) return;
    try {
      await this.call(free, first);
      for (const { message } of free) await this.parking.release(message);
    } catch (error) {
      if (classify(error) === 'outage') throw error;
      if (free.length === 1) return this.retryOrPark(first, error);
      const middle = Math.ceil(free.length / 2);
      await this.handle(free.slice(0, middle));
      await this.handle(free.slice(middle));
    }
  }

  /** A retry is let through by `holds`; all else waits behind a parked message of its key. */
  private isBehind(message: IncomingMessage): boolean {
    return message.headers[RETRY_HEADER] === undefined && this.parking.blocks(message);
  }

  private async call(received: readonly Received<T>[], first: Received<T>): Promise<void> {
    const { inContext, handle } = this.options;
    const { correlationId, id } = first.envelope;
    if (inContext === undefined) return handle(received);
    return inContext({ correlationId: correlationId ?? id, causationId: id }, () => handle(received));
  }

  private async retryOrPark(received: Received<T>, firstError: unknown): Promise<void> {
    let error = firstError;
    const attempts = classify(error) === 'invalid' ? 1 : (this.options.attempts ?? 3);
    for (let attempt = 1; attempt < attempts; attempt += 1) {
      await sleep(DEFECT_PAUSE_MS * attempt);
      try {
        await this.call([received], received);
        await this.parking.release(received.message);
        return;
      } catch (again) {
        if (classify(again) === 'outage') throw again;
        error = again;
      }
    }
    const reason = classify(error) === 'invalid' ? 'invalid' : 'defect';
    await this.park(received.message, reason, error, attempts);
  }

  private async park(
    message: IncomingMessage,
    reason: DeadLetterReason,
    error: unknown,
    attempts: number,
  ): Promise<void> {
    const text = error instanceof Error ? error.message : String(error);
    await this.parking.park(message, { reason, error: text, attempts });
    this.metrics.count('dead_letters_total', { ...this.labels, reason });
    this.metrics.gauge('parked_keys', this.labels, this.parking.openKeys());
    const { partition, offset } = message;
    this.logger.error(
      { ...this.labels, partition, offset, reason, err: error },
      'message parked as a dead letter',
    );
  }

  private async parkBehind(message: IncomingMessage): Promise<void> {
    await this.parking.park(message, {
      reason: 'behind',
      error: 'an earlier message of its key is parked',
      attempts: 0,
    });
  }
}

/** The next messages to handle together; one that an operator sent again goes alone. */
const nextChunk = (
  messages: readonly IncomingMessage[],
  from: number,
  size: number,
): readonly IncomingMessage[] => {
  const isRetry = (message: IncomingMessage | undefined): boolean =>
    message?.headers[RETRY_HEADER] !== undefined;
  if (isRetry(messages[from])) return messages.slice(from, from + 1);
  const end = Math.min(from + size, messages.length);
  const next = messages.findIndex((message, index) => index > from && isRetry(message));
  return messages.slice(from, next === -1 ? end : Math.min(end, next));
};
