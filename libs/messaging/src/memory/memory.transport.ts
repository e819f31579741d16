import type {
  ConsumerOptions,
  IncomingMessage,
  OutgoingMessage,
  PartitionLag,
  RunningConsumer,
  SolePublisher,
  TopicSpec,
  Transport,
  TransportHealth,
} from '../transport';
import { TransportUnavailable } from '../transport';
import { MemoryGroup } from './memory-group';
import { MemoryTopic } from './memory-topic';

/**
 * The port within one process, for tests and for a machine without a broker. A publish resolves when the handlers of all
 * groups are done with the messages, so an answer to a client still means recorded; it rejects when one of them cannot
 * work for now. Nothing outlives the process.
 */
export class MemoryTransport implements Transport {
  readonly kind = 'memory';
  private readonly topics = new Map<string, MemoryTopic>();
  private readonly groups = new Map<string, MemoryGroup>();

  async publishBatch(messages: readonly OutgoingMessage[]): Promise<void> {
    for (const message of messages) this.topic(message.topic).append(message);
    const touched = new Set(messages.map(({ topic }) => topic));
    const groups = [...this.groups.values()].filter((group) => group.readsAny(touched));
    const results = await Promise.allSettled(groups.map((group) => group.drain(touched)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) {
      throw new TransportUnavailable('a consumer cannot work for now', { cause: failed.reason });
    }
    for (const name of touched) this.trim(name);
  }

  /** A publish is done when it returns: nobody has anything under way that could come late. */
  takeOver(): Promise<SolePublisher> {
    return Promise.resolve({
      publishBatch: (messages) => this.publishBatch(messages),
      close: () => Promise.resolve(),
    });
  }

  runConsumer(options: ConsumerOptions): Promise<RunningConsumer> {
    let group = this.groups.get(options.group);
    if (group === undefined) {
      group = new MemoryGroup((name) => this.topic(name));
      this.groups.set(options.group, group);
    }
    return Promise.resolve(group.join(options));
  }

  readTopic(topic: string, onMessage: (message: IncomingMessage) => void): Promise<void> {
    for (const messages of this.topic(topic).partitions) messages.forEach(onMessage);
    return Promise.resolve();
  }

  ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    for (const spec of topics) {
      if (!this.topics.has(spec.topic)) this.topics.set(spec.topic, new MemoryTopic(spec));
    }
    return Promise.resolve();
  }

  fetchOffsets(group: string, topic: string): Promise<readonly PartitionLag[]> {
    const stored = this.groups.get(group);
    return Promise.resolve(
      this.topic(topic)
        .ends()
        .map((end, partition) => {
          const offset = stored?.offset(topic, partition) ?? 0;
          return { topic, partition, offset: String(offset), end: String(end), lag: end - offset };
        }),
    );
  }

  health(): Promise<TransportHealth> {
    return Promise.resolve({ ok: true, detail: 'in the memory of this process' });
  }

  async close(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.stop()));
  }

  private topic(name: string): MemoryTopic {
    let topic = this.topics.get(name);
    if (topic === undefined) {
      topic = new MemoryTopic({ topic: name, partitions: 1 });
      this.topics.set(name, topic);
    }
    return topic;
  }

  private trim(name: string): void {
    const readers = [...this.groups.values()].filter((group) => group.readsAny(new Set([name])));
    this.topic(name).trim((partition) =>
      Math.min(Infinity, ...readers.map((group) => group.offset(name, partition))),
    );
  }
}
