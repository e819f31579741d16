import { describeTransport } from '../transport.conformance';
import { MemoryTransport } from './memory.transport';

describeTransport('the memory transport', () => new MemoryTransport());

describe('the memory transport', () => {
  const send = (transport: MemoryTransport, topic: string, value: string): Promise<void> =>
    transport.publishBatch([{ topic, key: 'k', value: Buffer.from(value), headers: {} }]);

  it('resolves a publish when the whole chain of handlers is done', async () => {
    const transport = new MemoryTransport();
    const recorded: string[] = [];
    await transport.runConsumer({
      group: 'first',
      topics: ['a'],
      onBatch: async (batch) => {
        for (const message of batch.messages)
          await send(transport, 'b', `read ${message.value?.toString() ?? ''}`);
        batch.resolve(batch.messages.at(-1)!);
      },
    });
    await transport.runConsumer({
      group: 'second',
      topics: ['b'],
      onBatch: async (batch) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        recorded.push(...batch.messages.map(({ value }) => value?.toString() ?? ''));
        batch.resolve(batch.messages.at(-1)!);
      },
    });

    await Promise.all([send(transport, 'a', '1'), send(transport, 'a', '2')]);

    expect(recorded).toEqual(['read 1', 'read 2']);
    await transport.close();
  });

  it('refuses a publish whose handler cannot work for now, as an outage', async () => {
    const transport = new MemoryTransport();
    await transport.runConsumer({
      group: 'g',
      topics: ['a'],
      onBatch: () => Promise.reject(new Error('database away')),
    });

    await expect(send(transport, 'a', '1')).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });
    await transport.close();
  });

  it('keeps the newest of each key of a compacted topic however many came', async () => {
    const transport = new MemoryTransport();
    await transport.ensureTopics([
      { topic: 'state', partitions: 1, config: { 'cleanup.policy': 'compact' } },
    ]);
    for (let round = 0; round < 30; round += 1) {
      await transport.publishBatch(
        Array.from({ length: 1000 }, (_, index) => ({
          topic: 'state',
          key: `k${index % 10}`,
          value: Buffer.from(String(round)),
          headers: {},
        })),
      );
    }
    const last = new Map<string | null, string>();
    let count = 0;

    await transport.readTopic('state', ({ key, value }) => {
      count += 1;
      last.set(key, value?.toString() ?? '');
    });

    expect([...last.values()]).toEqual(Array.from({ length: 10 }, () => '29'));
    expect(count).toBeLessThan(12_000);
  });
});
