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

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const observe = async (brokers: readonly string[], topics: readonly string[]): Promise<Observer> => {
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId: 'torture-observer',
    logLevel: logLevel.NOTHING,
    // The observer outlives every fault: it asks again until the broker is back.
    retry: { initialRetryTime: 200, maxRetryTime: 2000, retries: 1000 },
  });
  const seen = new Map(topics.map((topic) => [topic, new Map<bigint, Seen>()]));
  const consumer: Consumer = kafka.consumer({ groupId: 'torture-observer', sessionTimeout: 10_000 });
  const admin = kafka.admin();
  await Promise.all([consumer.connect(), admin.connect()]);
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ topic, message }) => {
      const offset = BigInt(message.offset);
      seen.get(topic)?.set(offset, {
        offset,
        key: message.key?.toString() ?? '',
        id: message.headers?.['ce_id']?.toString() ?? '',
        value: message.value?.toString() ?? null,
      });
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
      const found = seen.get(topic) ?? new Map<bigint, Seen>();
      const last = (): bigint => [...found.keys()].reduce((a, b) => (a > b ? a : b), -1n);
      for (let waited = 0; last() < end - 1n && waited < 15_000; waited += 50) await pause(50);
      return [...found.values()].sort((a, b) => Number(a.offset - b.offset));
    },
    close: async () => {
      // With the broker gone kafkajs would try for ever; what was seen is seen.
      await Promise.race([Promise.all([consumer.disconnect(), admin.disconnect()]), pause(5000)]);
    },
  };
};
