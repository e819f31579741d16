import { eventually } from '@app/testing';
import { z } from 'zod';
import { subscribe, type Received, type SubscriptionOptions } from './consumer';
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from './dead-letters/operate';
import { MemoryTransport } from './memory/memory.transport';
import type { RunningConsumer, Transport } from './transport';

const thing = z.object({ n: z.number() });
type Thing = z.infer<typeof thing>;
const TOPIC = 'things';

describe('subscribe', () => {
  let transport: Transport;
  let handled: string[];
  /** What a handler throws for, by key and number; taken out to heal it. */
  let broken: Map<string, Error>;
  let consumer: RunningConsumer;

  const name = ({ message, data }: Received<Thing>): string => `${message.key ?? ''}${data.n}`;

  const start = async (more: Partial<SubscriptionOptions<Thing>> = {}): Promise<void> => {
    consumer = await subscribe(transport, {
      group: 'g',
      topic: TOPIC,
      parse: (json) => thing.parse(json),
      handle: (received) => {
        for (const one of received) {
          const error = broken.get(name(one));
          if (error !== undefined) return Promise.reject(error);
        }
        handled.push(...received.map(name));
        return Promise.resolve();
      },
      ...more,
    });
  };
  const publish = (...messages: readonly [string, unknown][]): Promise<void> =>
    transport.publishBatch(
      messages.map(([key, value]) => ({
        topic: TOPIC,
        key,
        value: typeof value === 'string' ? Buffer.from(value) : Buffer.from(JSON.stringify({ n: value })),
        headers: { ce_id: `${key}${String(value)}` },
      })),
    );
  const open = async (): Promise<string[]> => {
    const letters = await listDeadLetters(transport, TOPIC);
    return letters.map(({ key, reason, value }) => `${key ?? ''} ${reason} ${value?.toString() ?? ''}`);
  };

  beforeEach(() => {
    transport = new MemoryTransport();
    handled = [];
    broken = new Map();
  });
  afterEach(() => transport.close());

  it('hands over what waited, together and in order', async () => {
    const sizes: number[] = [];
    await publish(['a', 1], ['a', 2], ['b', 3]);
    await start({
      handle: (received) => {
        sizes.push(received.length);
        return Promise.resolve();
      },
    });

    await eventually(() => {
      expect(sizes).toEqual([3]);
    });
  });

  it('parks what is no JSON, has the wrong shape or no value, with the reason, and goes on', async () => {
    await start();
    await transport.publishBatch([{ topic: TOPIC, key: 't', value: null, headers: {} }]);
    await publish(['a', '{broken'], ['b', '{"n":"x"}'], ['c', 3]);

    expect(handled).toEqual(['c3']);
    const letters = await listDeadLetters(transport, TOPIC);
    expect(letters).toMatchObject([
      {
        id: 'things/0/0',
        key: 't',
        reason: 'invalid',
        error: 'the value is empty (a tombstone has no place here)',
      },
      { id: 'things/0/1', key: 'a', reason: 'invalid', attempts: 1, headers: { ce_id: 'a{broken' } },
      { id: 'things/0/2', key: 'b', reason: 'invalid', offset: '2', topic: TOPIC },
    ]);
  });

  it('finds the one message of a batch at fault, tries it a few times, parks it, handles the others once', async () => {
    const calls: string[][] = [];
    broken.set('b2', new Error('bug'));
    await publish(['a', 1], ['b', 2], ['c', 3], ['d', 4]);
    await start({
      attempts: 3,
      handle: (received) => {
        calls.push(received.map(name));
        if (received.some((one) => broken.has(name(one)))) return Promise.reject(new Error('bug'));
        handled.push(...received.map(name));
        return Promise.resolve();
      },
    });

    await eventually(() => {
      expect(handled).toEqual(['a1', 'c3', 'd4']);
    });
    await eventually(async () => {
      expect(await open()).toEqual(['b defect {"n":2}']);
    });
    expect(calls.filter((call) => call.length === 1 && call[0] === 'b2')).toHaveLength(3);
  });

  it('lets later messages of a parked key queue behind it, and other keys pass', async () => {
    broken.set('a1', new Error('bug'));
    await start({ attempts: 1 });
    await publish(['a', 1], ['a', 2], ['b', 3]);
    await publish(['a', 4], ['b', 5]);

    expect(handled).toEqual(['b3', 'b5']);
    expect(await open()).toEqual(['a defect {"n":1}', 'a behind {"n":2}', 'a behind {"n":4}']);
  });

  it('retries a key as a whole and in order, whichever of its letters is named', async () => {
    broken.set('a1', new Error('bug'));
    await start({ attempts: 1 });
    await publish(['a', 1], ['a', 2], ['a', 3]);
    broken.clear();
    const [, second] = await listDeadLetters(transport, TOPIC);

    const sent = await retryDeadLetters(transport, TOPIC, [second!.id]);

    expect(sent).toHaveLength(3);
    expect(handled).toEqual(['a1', 'a2', 'a3']);
    expect(await open()).toEqual([]);
    await publish(['a', 4]);
    expect(handled).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('keeps the queue when a retry fails again, and counts the attempts', async () => {
    broken.set('a1', new Error('bug'));
    await start({ attempts: 1 });
    await publish(['a', 1], ['a', 2]);

    await retryDeadLetters(transport, TOPIC);

    expect(handled).toEqual([]);
    const letters = await listDeadLetters(transport, TOPIC);
    expect(letters.map(({ reason, attempts }) => [reason, attempts])).toEqual([
      ['defect', 2],
      ['behind', 0],
    ]);
  });

  it('drops a letter with a note; those behind it wait for their retry', async () => {
    broken.set('a1', new Error('bug'));
    await start({ attempts: 1 });
    await publish(['a', 1], ['a', 2]);
    const [first] = await listDeadLetters(transport, TOPIC);

    await dropDeadLetters(transport, TOPIC, { ids: [first!.id], note: 'a test message' });

    expect(await open()).toEqual(['a behind {"n":2}']);
    await retryDeadLetters(transport, TOPIC);
    expect(handled).toEqual(['a2']);
    expect(await open()).toEqual([]);
  });

  it('knows the parked keys after a restart', async () => {
    broken.set('a1', new Error('bug'));
    await start({ attempts: 1 });
    await publish(['a', 1]);
    await consumer.stop();
    broken.clear();
    await start();

    await publish(['a', 2], ['b', 3]);

    expect(handled).toEqual(['b3']);
    expect(await open()).toEqual(['a defect {"n":1}', 'a behind {"n":2}']);
  });

  it('waits at an outage with nothing parked and nothing skipped', async () => {
    broken.set('a1', Object.assign(new Error('database away'), { code: 'ECONNREFUSED' }));
    await start();
    await expect(publish(['a', 1], ['b', 2])).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });
    expect(await open()).toEqual([]);
    expect(consumer.health().ok).toBe(false);

    broken.clear();

    await eventually(() => {
      expect(handled).toEqual(['a1', 'b2']);
      expect(consumer.health().ok).toBe(true);
    });
  });

  it('waits for an operator when too many keys are parked: that is no single bad message', async () => {
    await start({ maxParkedKeys: 2 });

    await expect(publish(['a', '{'], ['b', '{'], ['c', '{'], ['d', 4])).rejects.toThrow();

    expect(await open()).toEqual(['a invalid {', 'b invalid {']);
    expect(handled).toEqual([]);
    expect(consumer.health().detail).toMatch(/2 keys of things are parked/);
  });

  it('runs the handler with the ids of the message that it came from', async () => {
    const ids: unknown[] = [];
    await start({
      inContext: (given, work) => {
        ids.push(given);
        return work();
      },
    });
    await publish(['a', 1]);

    expect(ids).toEqual([{ correlationId: 'a1', causationId: 'a1' }]);
  });
});
