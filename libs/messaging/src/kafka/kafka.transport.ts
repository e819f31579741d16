import type { Admin, Kafka } from 'kafkajs';
import type { MessagingLogger, MessagingMetrics } from '../observer';
import {
  TransportUnavailable,
  type ConsumerOptions,
  type IncomingMessage,
  type OutgoingMessage,
  type PartitionLag,
  type RunningConsumer,
  type SolePublisher,
  type TopicSpec,
  type Transport,
  type TransportHealth,
} from '../transport';
import { createKafka } from './kafka-client';
import { KafkaConsumer } from './kafka.consumer';
import { idempotentProducer, KafkaPublisher } from './kafka.publisher';
import { KafkaSolePublisher } from './kafka.sole-publisher';
import { readToEnd } from './topic-reader';

export interface KafkaTransportOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly prefix: string;
  readonly publishDeadlineMs: number;
  readonly logger: MessagingLogger;
  readonly metrics: MessagingMetrics;
}

/** Kafka behind the port, by kafkajs. */
export class KafkaTransport implements Transport {
  readonly kind = 'kafka';
  private readonly kafka: Kafka;
  private readonly publisher: KafkaPublisher;
  private readonly consumers = new Set<KafkaConsumer>();
  private readonly sole = new Set<SolePublisher>();
  private admin: Promise<Admin> | undefined;

  constructor(private readonly options: KafkaTransportOptions) {
    this.kafka = createKafka(options.brokers, options.clientId, options.logger);
    this.publisher = new KafkaPublisher({
      createProducer: () => idempotentProducer(this.kafka),
      toWire: this.toWire,
      deadlineMs: options.publishDeadlineMs,
      logger: options.logger,
    });
  }

  async publishBatch(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.publisher.publish(messages);
    this.count(messages);
  }

  async takeOver(name: string): Promise<SolePublisher> {
    const publisher = await KafkaSolePublisher.takeOver({
      kafka: this.kafka,
      transactionalId: this.toWire(name),
      toWire: this.toWire,
      deadlineMs: this.options.publishDeadlineMs,
      logger: this.options.logger,
    });
    const close = async (): Promise<void> => {
      this.sole.delete(taken);
      await publisher.close();
    };
    const publishBatch = async (messages: readonly OutgoingMessage[]): Promise<void> => {
      await publisher.publishBatch(messages);
      this.count(messages);
    };
    const taken = { publishBatch, close };
    this.sole.add(taken);
    return taken;
  }

  runConsumer(options: ConsumerOptions): Promise<RunningConsumer> {
    const consumer = new KafkaConsumer(options, {
      kafka: this.kafka,
      toWire: this.toWire,
      fromWire: (name) => name.slice(this.options.prefix.length),
      logger: this.options.logger,
      metrics: this.options.metrics,
    });
    consumer.start();
    this.consumers.add(consumer);
    return Promise.resolve(consumer);
  }

  async readTopic(topic: string, onMessage: (message: IncomingMessage) => void): Promise<void> {
    const wireTopic = this.toWire(topic);
    const offsets = await this.withAdmin((admin) => admin.fetchTopicOffsets(wireTopic));
    await readToEnd({ kafka: this.kafka, wireTopic, topic, offsets }, onMessage);
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    await this.withAdmin(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter(({ topic }) => !existing.has(this.toWire(topic)));
      if (missing.length === 0) return;
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map(({ topic, partitions, config }) => ({
          topic: this.toWire(topic),
          numPartitions: partitions,
          configEntries: Object.entries(config ?? {}).map(([name, value]) => ({ name, value })),
        })),
      });
    });
  }

  async fetchOffsets(group: string, topic: string): Promise<readonly PartitionLag[]> {
    const wireTopic = this.toWire(topic);
    return this.withAdmin(async (admin) => {
      const ends = await admin.fetchTopicOffsets(wireTopic);
      const [read] = await admin.fetchOffsets({ groupId: this.toWire(group), topics: [wireTopic] });
      return ends
        .map(({ partition, high, low }) => {
          const stored = read?.partitions.find((entry) => entry.partition === partition)?.offset ?? '-1';
          const offset = stored === '-1' ? low : stored;
          return { topic, partition, offset, end: high, lag: Number(BigInt(high) - BigInt(offset)) };
        })
        .sort((a, b) => a.partition - b.partition);
    });
  }

  async health(): Promise<TransportHealth> {
    try {
      const { brokers } = await this.withAdmin((admin) => admin.describeCluster());
      return { ok: brokers.length > 0, detail: `${brokers.length} brokers` };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
    await Promise.all([this.publisher.close(), ...[...this.sole].map((publisher) => publisher.close())]);
    const admin = await this.admin?.catch(() => undefined);
    await admin?.disconnect();
  }

  private count(messages: readonly OutgoingMessage[]): void {
    for (const { topic } of messages) this.options.metrics.count('messages_published_total', { topic });
  }

  private readonly toWire = (name: string): string => `${this.options.prefix}${name}`;

  private async withAdmin<R>(work: (admin: Admin) => Promise<R>): Promise<R> {
    try {
      return await work(await this.connectedAdmin());
    } catch (error) {
      throw new TransportUnavailable('Kafka does not answer', { cause: error });
    }
  }

  private connectedAdmin(): Promise<Admin> {
    if (this.admin === undefined) {
      const admin = this.kafka.admin();
      this.admin = admin.connect().then(() => admin);
      this.admin.catch(() => (this.admin = undefined));
    }
    return this.admin;
  }
}
