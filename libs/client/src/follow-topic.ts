import {
  Kafka,
  logLevel,
  type Consumer,
  type EachBatchPayload,
  type KafkaConfig,
  type KafkaMessage,
} from 'kafkajs';
import { placeOf, type Place } from './cloud-event';
import { deferred } from './deferred';

/** How to reach the broker: kafkajs's own settings (`brokers`, `ssl`, `sasl`, `logCreator` …), and a prefix of topics. */
export interface ConnectOptions extends KafkaConfig {
  /** Stands before the topics' names where the system was started with `TOPIC_PREFIX`. */
  readonly topicPrefix?: string;
}

export const connect = (options: ConnectOptions): Kafka =>
  new Kafka({ clientId: 'detente-client', logLevel: logLevel.WARN, ...options });

export interface Subscription {
  /** Resolves after `stop`; rejects when the subscription cannot go on. Await it: an end must not pass unseen. */
  readonly done: Promise<void>;
  /** Lets the message at work end, stores its offset, leaves the group. Not to be awaited inside a handler. */
  readonly stop: () => Promise<void>;
}

export interface FollowTopicOptions {
  readonly topic: string;
  readonly groupId: string;
  readonly fromBeginning: boolean;
  /** Whether the group keeps its offsets in Kafka. */
  readonly commit: boolean;
  readonly seek?: readonly { readonly partition: number; readonly offset: string }[] | undefined;
  /** Takes one message; `false` leaves it unhandled, as `signal` asks for. A throw ends the subscription. */
  readonly take: (message: KafkaMessage, at: Place, signal: AbortSignal) => Promise<boolean>;
  readonly watch?: (consumer: Consumer) => void;
}

/** How long the broker may wait for something new; a stop waits for it at most as long. */
export const MAX_WAIT_MS = 1000;
/** Work may take longer than Kafka's session: the broker is told in between that we live. */
const HEARTBEAT_MS = 3000;
/** Offsets are stored so often while a batch is worked on: what a crash makes come again is about a second's work. */
const COMMIT_MS = 1000;

/** The topic cannot be followed from the start: no broker, no such topic, no right to read it. `cause` is kafkajs's error. */
export class CannotFollow extends Error {
  readonly code = 'CANNOT_FOLLOW';
  constructor(topic: string, cause: unknown) {
    super(`Cannot follow ${topic}: ${asError(cause).message}`, { cause });
    this.name = 'CannotFollow';
  }
}
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Follows a topic, message by message; resolves once the broker has let this member in, rejects with CannotFollow. */
export const followTopic = async (kafka: Kafka, options: FollowTopicOptions): Promise<Subscription> => {
  const { topic, commit } = options;
  const consumer = kafka.consumer({
    groupId: options.groupId,
    maxWaitTimeInMs: MAX_WAIT_MS,
    allowAutoTopicCreation: false, // it would be made with the broker's settings, not the system's
  });
  const stopping = new AbortController();
  const { promise: done, resolve, reject } = deferred();
  const stop = async (error?: Error): Promise<void> => {
    stopping.abort();
    try {
      await consumer.disconnect();
    } finally {
      if (error === undefined) resolve();
      else reject(error);
    }
  };
  const handle = async (message: KafkaMessage, partition: number): Promise<boolean> => {
    try {
      return await options.take(message, placeOf(topic, partition, message), stopping.signal);
    } catch (error) {
      void stop(asError(error)); // not awaited: it waits for this very batch
      return false;
    }
  };
  const eachBatch = async ({ batch, ...member }: EachBatchPayload): Promise<void> => {
    const beat = setInterval(() => {
      void member.heartbeat().catch(() => undefined); // the awaited one below says the same
    }, HEARTBEAT_MS);
    try {
      for (const message of batch.messages) {
        if (!member.isRunning() || member.isStale() || stopping.signal.aborted) return;
        if (!(await handle(message, batch.partition))) return;
        member.resolveOffset(message.offset);
        if (commit) await member.commitOffsetsIfNecessary();
        await member.heartbeat();
      }
    } finally {
      clearInterval(beat);
    }
  };

  const joined = new Promise<void>((settle) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      settle();
    });
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) void stop(payload.error);
  });
  options.watch?.(consumer);
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: options.fromBeginning });
    await consumer.run({
      eachBatch,
      eachBatchAutoResolve: false,
      autoCommit: commit,
      autoCommitInterval: COMMIT_MS,
    });
  } catch (error) {
    await consumer.disconnect();
    throw new CannotFollow(topic, error);
  }
  for (const { partition, offset } of options.seek ?? []) consumer.seek({ topic, partition, offset });
  await Promise.race([joined, done]);
  return { done, stop: () => stop() };
};
