import { eventually } from '@app/testing';
import type { Batch, IncomingMessage, OutgoingMessage, Transport } from './transport';

const message = (topic: string, key: string, value: string | null, headers = {}): OutgoingMessage => ({
  topic,
  key,
  value: value === null ? null : Buffer.from(value),
  headers,
});

const text = ({ value }: IncomingMessage): string | null => value?.toString() ?? null;

/** Every transport runs this; what it promises is what code above may rely on. */
export const describeTransport = (name: string, make: () => Transport): void => {
  describe(`${name} keeps the promises of the port`, () => {
    let transport: Transport;
    let serial = 0;
    let topic = '';

    beforeAll(() => {
      transport = make();
    });
    afterAll(() => transport.close());
    beforeEach(async () => {
      serial += 1;
      topic = `things-${serial}`;
      await transport.ensureTopics([{ topic, partitions: 4 }]);
    });

    /** Collects what a group is given. */
    const collect = async (
      group: string,
      onBatch?: (batch: Batch) => Promise<void>,
    ): Promise<IncomingMessage[]> => {
      const seen: IncomingMessage[] = [];
      await transport.runConsumer({
        group,
        topics: [topic],
        onBatch: async (batch) => {
          await onBatch?.(batch);
          seen.push(...batch.messages);
          const last = batch.messages.at(-1);
          if (last !== undefined) batch.resolve(last);
        },
      });
      return seen;
    };

    it('brings key, value, headers and place of each message', async () => {
      const seen = await collect('all');
      await transport.publishBatch([message(topic, 'k', 'v', { ce_id: '1' })]);

      const [only] = await eventually(() => {
        expect(seen).toHaveLength(1);
        return seen;
      });

      expect(only).toMatchObject({ topic, key: 'k', headers: { ce_id: '1' }, offset: '0' });
      expect(text(only!)).toBe('v');
      expect(Math.abs((only?.timestamp ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    it('keeps the order of a key across batches', async () => {
      const seen = await collect('ordered');
      const keys = ['a', 'b', 'c'];
      for (let round = 0; round < 20; round += 1) {
        await transport.publishBatch(keys.map((key) => message(topic, key, String(round))));
      }

      await eventually(() => {
        expect(seen).toHaveLength(60);
      });
      for (const key of keys) {
        const values = seen.filter((one) => one.key === key).map((one) => Number(text(one)));
        expect(values).toEqual(Array.from({ length: 20 }, (_, round) => round));
      }
    });

    it('brings tombstones as null, and an empty value as empty', async () => {
      const seen = await collect('tombstones');
      await transport.publishBatch([message(topic, 'k', null), message(topic, 'k', '')]);

      await eventually(() => {
        expect(seen.map(text)).toEqual([null, '']);
      });
    });

    it('gives a group that comes late everything, and each group its own copy', async () => {
      await transport.publishBatch([message(topic, 'k', '1'), message(topic, 'k', '2')]);
      const [first, second] = [await collect('one'), await collect('two')];

      await eventually(() => {
        expect(first.map(text)).toEqual(['1', '2']);
        expect(second.map(text)).toEqual(['1', '2']);
      });
    });

    it('brings what was not resolved again, and stores what was', async () => {
      const seen: string[] = [];
      let taken = 0;
      await transport.runConsumer({
        group: 'part',
        topics: [topic],
        onBatch: (batch) => {
          const [first] = batch.messages;
          seen.push(text(first!) ?? '');
          batch.resolve(first!);
          taken += 1;
          return Promise.resolve();
        },
      });
      await transport.publishBatch(['1', '2', '3'].map((value) => message(topic, 'k', value)));

      await eventually(() => {
        expect(taken).toBe(3);
      });
      expect(seen).toEqual(['1', '2', '3']);
      await eventually(async () => {
        const lags = await transport.fetchOffsets('part', topic);
        expect(lags.reduce((sum, { lag }) => sum + lag, 0)).toBe(0);
      });
    });

    it('waits and comes again when a handler throws, losing nothing and keeping the order', async () => {
      const seen: (string | null)[] = [];
      const told: string[] = [];
      let broken = true;
      const consumer = await transport.runConsumer({
        group: 'outage',
        topics: [topic],
        onBatch: (batch) => {
          if (broken) return Promise.reject(new Error('database away'));
          for (const one of batch.messages) seen.push(text(one));
          batch.resolve(batch.messages.at(-1)!);
          return Promise.resolve();
        },
        onPause: () => told.push('pause'),
        onResume: () => told.push('resume'),
      });
      // Over memory a publish that a consumer cannot handle now is refused, though kept; over Kafka it is taken.
      await transport
        .publishBatch(['1', '2'].map((value) => message(topic, 'k', value)))
        .catch(() => undefined);
      await eventually(() => {
        expect(consumer.health().ok).toBe(false);
        expect(consumer.health().detail).toContain('database away');
      });

      broken = false;

      await eventually(() => {
        expect(seen).toEqual(['1', '2']);
        expect(consumer.health().ok).toBe(true);
      });
      expect(told).toEqual(['pause', 'resume']);
    });

    it('tells how far a group is behind, also of one that never read', async () => {
      await transport.publishBatch([message(topic, 'k', '1'), message(topic, 'k', '2')]);

      const lags = await transport.fetchOffsets('never', topic);

      expect(lags).toHaveLength(4);
      expect(lags.reduce((sum, { lag }) => sum + lag, 0)).toBe(2);
    });

    it('reads a topic to its end', async () => {
      const values: (string | null)[] = [];
      await transport.publishBatch(['1', '2', '3'].map((value) => message(topic, 'k', value)));

      await transport.readTopic(topic, (one) => values.push(text(one)));

      expect(values).toEqual(['1', '2', '3']);
    });

    it('reads a topic to its end, however many requests that takes', async () => {
      const large = Array.from({ length: 12 }, (_, nth) => `${nth} `.padEnd(600_000, '.'));
      for (const value of large) await transport.publishBatch([message(topic, 'k', value)]);
      const values: (string | undefined)[] = [];

      await transport.readTopic(topic, (one) => values.push(text(one)?.split(' ')[0]));

      expect(values).toEqual(large.map((_, nth) => String(nth)));
    });

    it('lets who took a name over write under it, and nobody before him', async () => {
      const first = await transport.takeOver('writer');
      await first.publishBatch([message(topic, 'k', '1'), message(topic, 'k', '2')]);
      const second = await transport.takeOver('writer');
      await second.publishBatch([message(topic, 'k', '3')]);
      await second.publishBatch([]);
      await second.publishBatch([message(topic, 'k', null)]);
      const values: (string | null)[] = [];

      await transport.readTopic(topic, (one) => values.push(text(one)));

      expect(values).toEqual(['1', '2', '3', null]);
      await Promise.all([first.close(), second.close()]);
    });

    it('answers at once for a topic without messages', async () => {
      await transport.readTopic(topic, () => {
        throw new Error('there is none');
      });
      expect(await transport.fetchOffsets('nobody', topic)).toHaveLength(4);
    });

    it('leaves topics alone that are there already', async () => {
      await transport.publishBatch([message(topic, 'k', '1')]);
      await transport.ensureTopics([{ topic, partitions: 9 }]);

      expect(await transport.fetchOffsets('x', topic)).toHaveLength(4);
    });

    it('shares the work between the members of a group, and goes on when one leaves', async () => {
      const seen = new Map<string, number>();
      const join = (member: string): Promise<{ stop: () => Promise<void> }> =>
        transport.runConsumer({
          group: 'shared',
          topics: [topic],
          onBatch: (batch) => {
            seen.set(member, (seen.get(member) ?? 0) + batch.messages.length);
            batch.resolve(batch.messages.at(-1)!);
            return Promise.resolve();
          },
        });
      const total = (): number => [...seen.values()].reduce((sum, count) => sum + count, 0);
      const keys = Array.from({ length: 40 }, (_, index) => `key-${index}`);
      const first = await join('first');
      await join('second');
      await eventually(async () => {
        await transport.publishBatch(keys.map((key) => message(topic, key, 'v')));
        expect(seen.get('first')).toBeGreaterThan(0);
        expect(seen.get('second')).toBeGreaterThan(0);
      }, 20_000);

      await first.stop();
      const before = total();
      await transport.publishBatch(keys.map((key) => message(topic, key, 'v')));

      await eventually(() => {
        expect(total()).toBeGreaterThanOrEqual(before + 40);
      }, 20_000);
    }, 45_000);

    it('answers a health question', async () => {
      expect(await transport.health()).toMatchObject({ ok: true });
    });
  });
};
