import { randomUUID } from 'node:crypto';
import type { Kafka, SeekEntry } from 'kafkajs';
import type { IncomingMessage } from '../transport';
import { toIncoming } from './incoming';

export interface Reading {
  readonly kafka: Kafka;
  /** The topic's name at the broker, and what its messages shall be said to come from. */
  readonly wireTopic: string;
  readonly topic: string;
  /** By partition: its earliest offset, and the end to read up to. */
  readonly offsets: readonly (SeekEntry & { readonly low: string; readonly high: string })[];
}

/** Reads a topic to its end by a group of one member that is gone afterwards: kafkajs cannot read without a group. */
export const readToEnd = async (
  reading: Reading,
  onMessage: (message: IncomingMessage) => void,
): Promise<void> => {
  const open = new Map(
    reading.offsets
      .filter(({ low, high }) => BigInt(low) < BigInt(high))
      .map(({ partition, high }) => [partition, BigInt(high)]),
  );
  if (open.size === 0) return;
  const groupId = `detente-reader-${randomUUID()}`;
  const consumer = reading.kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [reading.wireTopic], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      // By broker: fetches in a row, of all brokers, that brought no batch.
      const fruitless = new Map<number, number>();
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        reject(payload.error);
      });
      // Offsets before the end may hold no message any more (compaction, transaction marks): two fetches that bring
      // nothing, of every broker, mean that there is no more. (kafkajs does not tell how many batches a fetch brought.)
      consumer.on(consumer.events.FETCH_START, ({ payload }) => {
        fruitless.set(payload.nodeId, (fruitless.get(payload.nodeId) ?? -1) + 1);
        if ([...fruitless.values()].every((fetches) => fetches >= 2)) resolve();
      });
      const run = consumer.run({
        autoCommit: false,
        eachBatch: ({ batch }) => {
          fruitless.clear();
          for (const message of batch.messages)
            onMessage(toIncoming(reading.topic, batch.partition, message));
          const end = open.get(batch.partition);
          if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) open.delete(batch.partition);
          if (open.size === 0) resolve();
          return Promise.resolve();
        },
      });
      run.catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
};
