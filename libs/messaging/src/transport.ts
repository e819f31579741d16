/**
 * The port that every broker stands behind: Kafka in earnest, memory for tests and for a machine without a broker.
 * Both run the same conformance suite (transport.conformance.ts), so code above never asks which one it has.
 */
export const TRANSPORT = Symbol('TRANSPORT');

export interface OutgoingMessage {
  readonly topic: string;
  /** Messages of one key keep their order. */
  readonly key: string;
  /** `null` is a tombstone: on a compacted topic it removes the key. */
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  /** Decimal: Kafka's offsets are 64 bits wide. */
  readonly offset: string;
  /** `null` when a foreign producer sent none. */
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** When it was produced, milliseconds since 1970. */
  readonly timestamp: number;
}

/** What waited in one partition, in order. Never empty. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];
  /** Say that everything up to and with this message is recorded: it will not come again to this group. */
  resolve(message: IncomingMessage): void;
  /** Call between steps of long work: keeps the partition ours, and stores what was resolved. */
  heartbeat(): Promise<void>;
  /** True once the partition went to another member or the consumer stops: leave at once, resolve nothing more. */
  isStale(): boolean;
}

export interface ConsumerOptions {
  /** All members of a group read the same topics: kafkajs deals partitions out without asking who reads what. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Handle a batch. What it did not resolve comes again: at once when it returned, after a growing pause (this
   * partition only) when it threw. So throwing means "not now"; what can never be handled must be parked and resolved.
   */
  onBatch(batch: Batch): Promise<void>;
  /** How many partitions are handled at the same time; default 1. */
  readonly concurrency?: number;
  /** Told on each pause and when work goes on again, for readiness and metrics. */
  onPause?(topic: string, partition: number, error: unknown): void;
  onResume?(topic: string, partition: number): void;
}

export interface RunningConsumer {
  /** Whether it is a member of its group with a working connection and no partition is paused. */
  health(): { readonly ok: boolean; readonly detail: string };
  /** Lets the batch under way end, stores what it resolved, leaves the group. */
  stop(): Promise<void>;
}

export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  /** Topic settings by Kafka's own names: `cleanup.policy`, `retention.ms` … */
  readonly config?: Readonly<Record<string, string>>;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** The next offset that the group will read; the earliest one when it never read. */
  readonly offset: string;
  readonly end: string;
  readonly lag: number;
}

export interface TransportHealth {
  readonly ok: boolean;
  readonly detail: string;
}

/** Writes under a name that one at a time may write under: who took it over last. */
export interface SolePublisher {
  /** As `Transport.publishBatch`, all or nothing. Once it rejected, this publisher is of no more use: take over anew. */
  publishBatch(messages: readonly OutgoingMessage[]): Promise<void>;
  close(): Promise<void>;
}

export interface Transport {
  readonly kind: 'kafka' | 'memory';
  /**
   * Publish in the given order (per key). Resolves when all replicas have all of them; over memory, when the handlers of
   * all consumers are done with them. Rejects with `TransportUnavailable` after the deadline: then some may have
   * arrived, so send the same messages (same ids) again.
   */
  publishBatch(messages: readonly OutgoingMessage[]): Promise<void>;
  /**
   * Takes over the writing under a name: from now on nothing is accepted any more of what an earlier holder of the name, here
   * or in another process, still has under way. Rejects with `TransportUnavailable`.
   */
  takeOver(name: string): Promise<SolePublisher>;
  /** Start a member of a consumer group; a group without offsets begins with the earliest message. */
  runConsumer(options: ConsumerOptions): Promise<RunningConsumer>;
  /** Read a topic from its earliest message to what was its end at the call, without a lasting group. */
  readTopic(topic: string, onMessage: (message: IncomingMessage) => void): Promise<void>;
  /** Create those that are missing; existing ones are left as they are. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /** How far a group is behind. */
  fetchOffsets(group: string, topic: string): Promise<readonly PartitionLag[]>;
  /** One cheap round trip to the broker. Never rejects. */
  health(): Promise<TransportHealth>;
  /** Stop all consumers, then the producer. */
  close(): Promise<void>;
}

/** The broker cannot be reached or did not answer in time: wait and try again; nothing is wrong with the message. */
export class TransportUnavailable extends Error {
  readonly code = 'TRANSPORT_UNAVAILABLE';
  /** For those who do not know this class: it passes by itself. */
  readonly transient = true;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportUnavailable';
  }
}
