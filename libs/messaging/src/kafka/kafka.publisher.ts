import { setTimeout as sleep } from 'node:timers/promises';
import { Partitioners, type Kafka, type ProducerConfig, type TopicMessages } from 'kafkajs';
import { backoffMs } from '../backoff';
import { InvalidMessage } from '../failure';
import type { MessagingLogger } from '../observer';
import { TransportUnavailable, type OutgoingMessage } from '../transport';
import { isPassing, refusalOfMessage, toError } from './producer-errors';
import { byTopic, MAX_BYTES, MAX_MESSAGES, parts } from './requests';

interface Waiting {
  readonly messages: readonly OutgoingMessage[];
  readonly bytes: number;
  readonly settle: (error?: unknown) => void;
  /** Its caller has gone: not sent, unless it is under way already. */
  expired: boolean;
}

/** What of kafkajs' producer is used. */
export interface BatchProducer {
  connect(): Promise<void>;
  sendBatch(batch: { acks: number; topicMessages: TopicMessages[] }): Promise<unknown>;
  disconnect(): Promise<void>;
}

export interface PublisherOptions {
  readonly createProducer: () => BatchProducer;
  readonly toWire: (topic: string) => string;
  readonly deadlineMs: number;
  readonly logger: MessagingLogger;
}

const PRODUCER: ProducerConfig = {
  idempotent: true,
  // kafkajs would warn of anything less; the publisher's own repetition stands behind it.
  retry: { retries: Number.MAX_SAFE_INTEGER, initialRetryTime: 50, maxRetryTime: 2000 },
  maxInFlightRequests: 1,
  allowAutoTopicCreation: false,
  // Java's own choice of partition for a key, so that producers in other languages agree with ours.
  createPartitioner: Partitioners.DefaultPartitioner,
};

/** An idempotent producer that numbers its batches. */
export const idempotentProducer = (kafka: Kafka): BatchProducer => kafka.producer(PRODUCER);

/**
 * One request at a time, and what waits meanwhile goes together in the next. The request under way is repeated without end
 * with the same sequence numbers, so the broker drops what it already has; nothing overtakes it, even when its caller
 * stopped waiting. So no late repeat can land behind newer messages of its key.
 */
export class KafkaPublisher {
  private readonly queue: Waiting[] = [];
  private producer: Promise<BatchProducer> | undefined;
  private pump: Promise<void> | undefined;
  private readonly closed = new AbortController();

  constructor(private readonly options: PublisherOptions) {}

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    if (messages.length === 0) return;
    if (this.closed.signal.aborted) throw new TransportUnavailable('this transport is closed');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.expired = true;
        reject(new TransportUnavailable(`Kafka took no message in ${this.options.deadlineMs} ms`));
      }, this.options.deadlineMs);
      const waiting: Waiting = {
        messages,
        bytes: messages.reduce((sum, { value }) => sum + (value?.length ?? 0), 0),
        expired: false,
        settle: (error) => {
          clearTimeout(timer);
          if (error === undefined) resolve();
          else reject(toError(error));
        },
      };
      this.queue.push(waiting);
      this.pump ??= this.send().finally(() => (this.pump = undefined));
    });
  }

  /** Gives what is under way as long as a caller would have waited, then lets go of it. */
  async close(): Promise<void> {
    this.closed.abort();
    await Promise.race([this.pump, sleep(this.options.deadlineMs, undefined, { ref: false })]);
    const producer = await this.producer?.catch(() => undefined);
    await producer?.disconnect();
  }

  private async send(): Promise<void> {
    while (this.queue.length > 0) {
      try {
        await this.connected();
      } catch (error) {
        for (const { settle } of this.queue.splice(0)) settle(error);
        return;
      }
      await this.sendTogether(this.take());
    }
  }

  private async sendTogether(together: readonly Waiting[]): Promise<void> {
    let failure: unknown;
    try {
      for (const part of parts(together.flatMap(({ messages }) => messages))) await this.sendPart(part);
    } catch (error) {
      failure = error;
    }
    if (failure instanceof InvalidMessage && together.length > 1) {
      // Only one caller's message is at fault: the others shall not suffer for it.
      for (const one of together) await this.sendTogether([one]);
      return;
    }
    for (const { settle } of together) settle(failure);
  }

  /** Sends until the broker has it, or says that it never will. */
  private async sendPart(messages: readonly OutgoingMessage[]): Promise<void> {
    const topicMessages = byTopic(messages, this.options.toWire);
    for (let attempt = 0; ; attempt += 1) {
      try {
        const producer = await this.connected();
        await producer.sendBatch({ acks: -1, topicMessages });
        return;
      } catch (error) {
        if (!isPassing(error)) throw await this.giveUp(error);
        if (this.closed.signal.aborted)
          throw new TransportUnavailable('closed while Kafka was away', { cause: error });
        this.options.logger.warn(
          { err: error, attempt },
          'Kafka did not take a batch; sending the same again',
        );
        await sleep(backoffMs(attempt), undefined, { signal: this.closed.signal }).catch(() => undefined);
      }
    }
  }

  private take(): readonly Waiting[] {
    const together: Waiting[] = [];
    let bytes = 0;
    let count = 0;
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      const fits = bytes + next.bytes <= MAX_BYTES && count + next.messages.length <= MAX_MESSAGES;
      if (!next.expired && !fits && together.length > 0) break;
      this.queue.shift();
      if (next.expired) continue;
      together.push(next);
      bytes += next.bytes;
      count += next.messages.length;
    }
    return together;
  }

  private async connected(): Promise<BatchProducer> {
    if (this.producer === undefined) {
      const connecting = this.connect();
      this.producer = connecting;
      connecting.catch(() => (this.producer = undefined));
    }
    return this.producer;
  }

  private async connect(): Promise<BatchProducer> {
    const producer = this.options.createProducer();
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      throw new TransportUnavailable('Kafka cannot be reached', { cause: error });
    }
  }

  /** After a refusal the numbering may be unusable (fenced, out of sequence): the next batch begins a new one. */
  private async giveUp(error: unknown): Promise<Error> {
    const type = refusalOfMessage(error);
    if (type !== undefined) return new InvalidMessage(`Kafka refuses a message: ${type}`, { cause: error });
    this.options.logger.warn({ err: error }, 'Kafka refused a batch; the producer starts anew');
    const producer = await this.producer?.catch(() => undefined);
    this.producer = undefined;
    await producer?.disconnect().catch((late: unknown) => {
      this.options.logger.debug({ err: late }, 'the old producer did not close');
    });
    return new TransportUnavailable('Kafka refused a batch', { cause: error });
  }
}
