// A subscriber as somebody else would write it: kafkajs and nothing of ours.
import { Kafka, logLevel } from 'kafkajs';

export interface ForeignMessage {
  readonly key: string;
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that stands in a topic now, in order. Offsets of transactions' marks hold no message. */
export const readWholeTopic = async (
  brokers: readonly string[],
  topic: string,
  read: (value: Buffer) => unknown = (value) => JSON.parse(value.toString()),
): Promise<readonly ForeignMessage[]> => {
  const kafka = new Kafka({ clientId: 'foreign', brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const open = new Map(
    ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, Number(high)]),
  );
  const consumer = kafka.consumer({ groupId: `foreign-${topic}-${process.hrtime.bigint().toString()}` });
  const messages: ForeignMessage[] = [];
  if (open.size === 0) return messages;
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachBatch: ({ batch }) => {
          for (const message of batch.messages) {
            const headers: [string, string][] = Object.entries(message.headers ?? {}).map(
              ([name, value]): [string, string] => [name, String(value)],
            );
            const value = message.value === null ? null : read(message.value);
            messages.push({ key: String(message.key), value, headers: Object.fromEntries(headers) });
          }
          // kafkajs counts a mark at the end of a fetch in here.
          if (Number(batch.lastOffset()) + 1 >= (open.get(batch.partition) ?? 0))
            open.delete(batch.partition);
          if (open.size === 0) resolve();
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return messages;
};
