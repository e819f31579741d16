import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { backoffMs } from '../backoff';
import type { MessagingLogger, MessagingMetrics } from '../observer';
import type { Batch, ConsumerOptions, IncomingMessage, RunningConsumer } from '../transport';
import { toIncoming } from './incoming';
import { PausedPartitions } from './paused-partitions';

/** A member that is silent for so long is taken for dead, and its partitions go to others. */
const SESSION_TIMEOUT_MS = 15_000;
/** How long a rebalance waits for members to come back: the longest that one chunk of work may take. */
const REBALANCE_TIMEOUT_MS = 30_000;
const HEARTBEAT_MS = 3000;

export interface KafkaConsumerContext {
  readonly kafka: Kafka;
  readonly toWire: (name: string) => string;
  readonly fromWire: (name: string) => string;
  readonly logger: MessagingLogger;
  readonly metrics: MessagingMetrics;
}

/**
 * A member of a group that never ends by itself: whatever makes kafkajs' consumer stop, a new one is started after a pause.
 * Offsets are stored after the handler is done; a handler that throws pauses its partition alone.
 */
export class KafkaConsumer implements RunningConsumer {
  private consumer: Consumer | undefined;
  private readonly paused: PausedPartitions;
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;
  private detail = 'starting';
  private lastSignOfLife = 0;

  constructor(
    private readonly options: ConsumerOptions,
    private readonly context: KafkaConsumerContext,
  ) {
    this.paused = new PausedPartitions(options);
  }

  start(): void {
    this.loop ??= this.supervise();
  }

  health(): { ok: boolean; detail: string } {
    const paused = this.paused.describe();
    if (paused !== null) return { ok: false, detail: paused };
    const silent = Date.now() - this.lastSignOfLife;
    if (silent > SESSION_TIMEOUT_MS) return { ok: false, detail: this.detail };
    return { ok: true, detail: 'member of its group' };
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.paused.clear();
    await this.consumer?.disconnect().catch((error: unknown) => {
      this.context.logger.debug({ err: error }, 'the consumer did not leave its group in order');
    });
    await this.loop;
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async supervise(): Promise<void> {
    for (let attempt = 0; !this.isStopping(); attempt += 1) {
      const began = Date.now();
      const error = await this.runOnce();
      if (this.isStopping()) return;
      this.lastSignOfLife = 0;
      this.detail = `not connected: ${error instanceof Error ? error.message : String(error)}`;
      if (Date.now() - began > 60_000) attempt = 0;
      const pause = backoffMs(attempt);
      this.context.logger.warn(
        { group: this.options.group, pause, reason: this.detail },
        'consumer ended; starting anew',
      );
      this.context.metrics.count('consumer_restarts_total', { group: this.options.group });
      await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** Runs one kafkajs consumer until it crashes or is stopped; answers why. */
  private async runOnce(): Promise<unknown> {
    const consumer = this.context.kafka.consumer({
      groupId: this.context.toWire(this.options.group),
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: 4_194_304,
      allowAutoTopicCreation: false,
      // Restarting is the supervisor's: one place, for every kind of crash.
      retry: {
        retries: 3,
        initialRetryTime: 100,
        maxRetryTime: 1000,
        restartOnFailure: () => Promise.resolve(false),
      },
    });
    this.consumer = consumer;
    const ended = new Promise<unknown>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        resolve(payload.error);
      });
      this.stopping.signal.addEventListener('abort', () => {
        resolve('stopped');
      });
    });
    const alive = (): void => {
      this.lastSignOfLife = Date.now();
    };
    consumer.on(consumer.events.GROUP_JOIN, alive);
    consumer.on(consumer.events.HEARTBEAT, alive);
    consumer.on(consumer.events.FETCH, alive);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: this.options.topics.map(this.context.toWire), fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.concurrency ?? 1,
        eachBatch: (payload) => this.handle(consumer, payload),
      });
      return await ended;
    } catch (error) {
      return error;
    } finally {
      this.paused.clear();
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async handle(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const batch = new KafkaBatch(consumer, payload, this.context.fromWire(payload.batch.topic));
    const labels = { group: this.options.group, topic: batch.topic, partition: String(batch.partition) };
    this.context.metrics.gauge('consumer_lag', labels, Number(payload.batch.offsetLag()));
    try {
      await batch.whileBeating(() => this.options.onBatch(batch));
      this.paused.worked(batch.topic, batch.partition);
    } catch (error) {
      if (isOfTheGroup(error)) throw error;
      this.paused.pause(batch, payload.pause(), error);
      this.context.metrics.count('consumer_pauses_total', { group: this.options.group, topic: batch.topic });
      this.context.logger.warn({ err: error, ...labels }, 'cannot handle this now; the partition waits');
    }
    await batch.store();
  }
}

/** What kafkajs must see to join its group again; anything else that escapes a handler would end it. */
const isOfTheGroup = (error: unknown): boolean =>
  error instanceof Error &&
  'type' in error &&
  ['REBALANCE_IN_PROGRESS', 'UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'NOT_COORDINATOR_FOR_GROUP'].includes(
    String(error.type),
  );

class KafkaBatch implements Batch {
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];
  private lost: Error | undefined;
  private resolved: bigint | undefined;
  private stored: bigint | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly payload: EachBatchPayload,
    readonly topic: string,
  ) {
    this.partition = payload.batch.partition;
    this.messages = payload.batch.messages.map((message) => toIncoming(topic, this.partition, message));
  }

  resolve(message: IncomingMessage): void {
    if (this.isStale()) return;
    this.payload.resolveOffset(message.offset);
    this.resolved = BigInt(message.offset);
  }

  async heartbeat(): Promise<void> {
    await this.store();
    await this.payload.heartbeat();
  }

  isStale(): boolean {
    return this.lost !== undefined || !this.payload.isRunning() || this.payload.isStale();
  }

  /** Keeps the membership alive however long the work takes, and fails it once the partition is lost. */
  async whileBeating(work: () => Promise<void>): Promise<void> {
    const timer = setInterval(() => {
      this.payload.heartbeat().catch((error: unknown) => {
        this.lost ??= error instanceof Error ? error : new Error(String(error));
      });
    }, HEARTBEAT_MS);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
    if (this.lost !== undefined) throw this.lost;
  }

  /** Commits what was resolved: the offset after it. */
  async store(): Promise<void> {
    if (this.resolved === undefined || this.resolved === this.stored || this.lost !== undefined) return;
    const next = this.resolved;
    await this.consumer.commitOffsets([
      { topic: this.payload.batch.topic, partition: this.partition, offset: String(next + 1n) },
    ]);
    this.stored = next;
  }
}
