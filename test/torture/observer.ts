import { Kafka, logLevel, type Consumer } from 'kafkajs';

/** A message as a stranger's consumer sees it. */
export interface Seen {
  readonly offset: bigint;
  readonly key: string;
  /** `ce_id`. */
  readonly id: string;
  /** Null: a tombstone. */
  readonly value: string | null;
}

/** Everything that ever stood on the topics, by offset: kept by a plain kafkajs consumer that shares no code with the product. */
export interface Observer {
  /** All messages of a topic (one partition), in order of offset; first waits until its end is reached. */
  messages(topic: string): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

interface TopicSeen {
  readonly messages: Map<bigint, Seen>;
  /** The last offset that was passed; a transaction's mark takes one too. */
  last: bigint;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param onSeen told of each message at the moment at which it is seen first */
export const observe = async (
  brokers: readonly string[],
  topics: readonly string[],
  onSeen: (topic: string, message: Seen) => void,
): Promise<Observer> => {
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId: 'torture-observer',
    logLevel: logLevel.NOTHING,
    // The observer outlives every fault: it asks again until the broker is back.
    retry: { initialRetryTime: 200, maxRetryTime: 2000, retries: 1000 },
  });
  const seen = new Map<string, TopicSeen>(topics.map((topic) => [topic, { messages: new Map(), last: -1n }]));
  const consumer: Consumer = kafka.consumer({ groupId: 'torture-observer', sessionTimeout: 10_000 });
  const admin = kafka.admin();
  await Promise.all([consumer.connect(), admin.connect()]);
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    eachBatch: ({ batch }) => {
      const found = seen.get(batch.topic);
      if (found === undefined) return Promise.resolve();
      for (const { offset, key, headers, value } of batch.messages) {
        const message = {
          offset: BigInt(offset),
          key: key?.toString() ?? '',
          id: headers?.['ce_id']?.toString() ?? '',
          value: value?.toString() ?? null,
        };
        if (!found.messages.has(message.offset)) onSeen(batch.topic, message);
        found.messages.set(message.offset, message);
      }
      const last = BigInt(batch.lastOffset());
      if (last > found.last) found.last = last;
      return Promise.resolve();
    },
  });
  const endOf = async (topic: string): Promise<bigint> => {
    const [partition] = await admin.fetchTopicOffsets(topic);
    return BigInt(partition?.high ?? '0');
  };
  return {
    messages: async (topic) => {
      const end = await endOf(topic);
      const found = seen.get(topic);
      if (found === undefined) throw new Error(`${topic} is not observed`);
      for (let waited = 0; found.last < end - 1n && waited < 15_000; waited += 50) await pause(50);
      return [...found.messages.values()].sort((a, b) => Number(a.offset - b.offset));
    },
    close: async () => {
      // With the broker gone kafkajs would try for ever; what was seen is seen.
      await Promise.race([Promise.all([consumer.disconnect(), admin.disconnect()]), pause(5000)]);
    },
  };
};
