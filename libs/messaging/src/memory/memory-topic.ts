import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingMessage, TopicSpec } from '../transport';

/** So many messages a partition are kept for readers that come late; what a group has not read is always kept. */
const KEEP = 10_000;

/** A topic in memory: per partition its messages by offset; a compacted one keeps the last of each key. */
export class MemoryTopic {
  readonly partitions: IncomingMessage[][];
  private readonly next: number[];
  private readonly compacted: boolean;

  constructor(private readonly spec: TopicSpec) {
    this.partitions = Array.from({ length: spec.partitions }, () => []);
    this.next = this.partitions.map(() => 0);
    this.compacted = spec.config?.['cleanup.policy'] === 'compact';
  }

  append(message: OutgoingMessage): void {
    const partition = createHash('md5').update(message.key).digest().readUInt32BE(0) % this.spec.partitions;
    const offset = this.next[partition] ?? 0;
    this.next[partition] = offset + 1;
    this.partitions[partition]?.push({
      ...message,
      headers: { ...message.headers },
      partition,
      offset: String(offset),
      timestamp: Date.now(),
    });
  }

  /** The next offset of each partition. */
  ends(): readonly number[] {
    return this.next;
  }

  /** What stands from an offset on. */
  from(partition: number, offset: number): IncomingMessage[] {
    const messages = this.partitions[partition] ?? [];
    const first = messages[0];
    if (first === undefined) return [];
    if (!this.compacted) return messages.slice(Math.max(0, offset - Number(first.offset)));
    return messages.filter((message) => Number(message.offset) >= offset);
  }

  /** Drops what is old and read by all groups, or, on a compacted topic, followed by a newer one of its key. */
  trim(readUpTo: (partition: number) => number): void {
    this.partitions.forEach((messages, partition) => {
      if (messages.length <= KEEP) return;
      const read = readUpTo(partition);
      const last = new Map(messages.map((message) => [message.key, message.offset]));
      this.partitions[partition] = messages.filter((message, index) => {
        if (Number(message.offset) >= read) return true;
        return this.compacted
          ? last.get(message.key) === message.offset
          : messages.length - index <= KEEP / 2;
      });
    });
  }
}
