import { describeWithKafka, eventually, testKafka } from '@app/testing';
import { CompressionCodecs, CompressionTypes, Kafka, logLevel, Partitioners } from 'kafkajs';
import { createTransport } from '../create-transport';
import { subscribe } from '../consumer';
import { listDeadLetters, retryDeadLetters } from '../dead-letters/operate';
import type { Transport } from '../transport';

/** A zstd frame of one uncompressed block: all that a producer needs to do to be called zstd. */
const zstdFrame = (content: Buffer): Buffer => {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(0xfd2fb528, 0);
  head.writeUInt8(0xa0, 4);
  head.writeUInt32LE(content.length, 5);
  head.writeUIntLE((content.length << 3) | 1, 9, 3);
  return Buffer.concat([head, content]);
};

describeWithKafka('what others put on our topics', () => {
  const { brokers, prefix } = testKafka();
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  let transport: Transport;

  beforeAll(async () => {
    transport = createTransport({ kind: 'kafka', brokers, prefix, clientId: 'spec' });
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await transport.close();
  });

  it('is read in every compression that Kafka knows', async () => {
    await transport.ensureTopics([{ topic: 'compressed', partitions: 1 }]);
    const seen: string[] = [];
    await subscribe(transport, {
      group: 'compressed',
      topic: 'compressed',
      parse: String,
      handle: (received) => {
        seen.push(...received.map(({ data }) => data));
        return Promise.resolve();
      },
    });
    const makeReader: () => object = CompressionCodecs[CompressionTypes.ZSTD];
    const reader = makeReader();
    CompressionCodecs[CompressionTypes.ZSTD] = () => ({
      ...reader,
      compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(zstdFrame(buffer)),
    });
    const names = ['None', 'GZIP', 'Snappy', 'LZ4', 'ZSTD'] as const;
    for (const name of names) {
      await producer.send({
        topic: `${prefix}compressed`,
        compression: CompressionTypes[name],
        messages: [{ key: 'k', value: JSON.stringify(name) }],
      });
    }

    await eventually(() => {
      expect(seen).toEqual([...names]);
    });
  });

  it('is parked when it cannot be read, without a key as well, and comes through by a retry', async () => {
    await transport.ensureTopics([{ topic: 'mixed', partitions: 2 }]);
    const seen: unknown[] = [];
    let strict = true;
    await subscribe(transport, {
      group: 'mixed',
      topic: 'mixed',
      parse: (json) => {
        if (strict && json === 'new form') throw new Error('unknown form');
        return json;
      },
      handle: (received) => {
        seen.push(...received.map(({ data }) => data));
        return Promise.resolve();
      },
    });
    await producer.send({
      topic: `${prefix}mixed`,
      messages: [
        { key: null, value: 'no json', headers: { mine: 'x' } },
        { key: 'a', value: '"new form"' },
        { key: 'a', value: '"behind it"' },
        { key: 'b', value: '"free"' },
      ],
    });
    await eventually(async () => {
      expect(seen).toEqual(['free']);
      expect(await listDeadLetters(transport, 'mixed')).toHaveLength(3);
    });
    const letters = await listDeadLetters(transport, 'mixed');
    expect(letters.find(({ key }) => key === null)).toMatchObject({
      reason: 'invalid',
      headers: { mine: 'x' },
      value: Buffer.from('no json'),
    });

    strict = false;
    const first = letters.find(({ key }) => key === 'a');
    await retryDeadLetters(transport, 'mixed', [first!.id]);

    await eventually(async () => {
      expect(seen).toEqual(['free', 'new form', 'behind it']);
      expect(await listDeadLetters(transport, 'mixed')).toMatchObject([{ key: null }]);
    });
  });
});
