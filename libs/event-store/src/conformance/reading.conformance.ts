import { NewerSchema } from '../errors';
import type { EventStore, NewEvent } from '../event-store';
import { EventTypes } from '../upcasting';
import { someEvent, to } from './notes';

/** What every store promises to readers. */
export const describeReading = (
  current: () => { readonly open: (types: EventTypes) => EventStore; readonly store: EventStore },
): void => {
  let open: (types: EventTypes) => EventStore;
  let store: EventStore;
  beforeEach(() => {
    ({ open, store } = current());
  });

  describe('reading', () => {
    it('gives back what went in: key order, NUL, lone surrogates, big texts, nothing but JSON', async () => {
      const data = { z: 1, a: ['\u0000', '\ud800', 'é\n"\\', null, 1.5e-7], big: 'x'.repeat(100_000) };
      await store.append([
        to('note-1', 'none', someEvent(data, { metadata: { correlationId: 'c', n: [1] } })),
      ]);
      const [event] = await store.readStream('note-1');
      expect(JSON.stringify(event?.data)).toBe(JSON.stringify(data));
      expect(event?.metadata).toEqual({ correlationId: 'c', n: [1] });
    });

    it('pages by position without gap or overlap', async () => {
      for (let i = 0; i < 7; i++) await store.append([to(`note-${i}`, 'none')]);
      const first = await store.readAll({ after: 0, limit: 3 });
      expect([first.events.map((event) => event.position), first.upTo]).toEqual([[1, 2, 3], 3]);
      const last = await store.readAll({ after: 6, limit: 3 });
      expect([last.events.map((event) => event.position), last.upTo]).toEqual([[7], 7]);
      expect(await store.readAll({ after: 7, limit: 3 })).toEqual({ events: [], upTo: 7 });
    });

    it('leaves out other types and still gets to the head', async () => {
      await store.append([
        to('note-1', 'none', someEvent(), someEvent({}, { type: 'Other' }), someEvent(), someEvent()),
      ]);
      const found: number[] = [];
      const reached: number[] = [];
      for (let after = 0, before = -1; after !== before;) {
        before = after;
        const page = await store.readAll({ after, limit: 3, types: ['Other'] });
        expect(page.upTo).toBeGreaterThanOrEqual(page.events.at(-1)?.position ?? after);
        found.push(...page.events.map((event) => event.position));
        reached.push((after = page.upTo));
      }
      expect(found).toEqual([2]);
      expect(reached.at(-1)).toBe(4);
    });

    it('reads a stream from a version on', async () => {
      await store.append([to('note-1', 'none', someEvent(), someEvent(), someEvent())]);
      const versions = async (query: object): Promise<number[]> =>
        (await store.readStream('note-1', query)).map((event) => event.version);
      expect(await versions({})).toEqual([1, 2, 3]);
      expect(await versions({ afterVersion: 1, limit: 1 })).toEqual([2]);
      expect(await store.readStream('nobody')).toEqual([]);
      expect(await store.streamVersion('nobody')).toBe(0);
    });

    it('stamps a recorded time that rises with the position', async () => {
      expect(await store.head()).toEqual({ position: 0, recordedAt: null });
      for (let i = 0; i < 20; i++) await store.append([to('note-1', 'any')]);
      const { events } = await store.readAll({ after: 0, limit: 100 });
      const times = events.map((event) => event.recordedAt);
      expect(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(time))).toBe(true);
      expect(times).toEqual([...new Set(times)].sort());
      expect(await store.head()).toEqual({ position: 20, recordedAt: times[19] });
    });

    it('finds the last position that was recorded by a moment', async () => {
      for (let i = 0; i < 5; i++) await store.append([to('note-1', 'any')]);
      const { events } = await store.readAll({ after: 0, limit: 10 });
      for (const event of events) expect(await store.positionAt(event.recordedAt)).toBe(event.position);
      expect(await store.positionAt('2000-01-01T00:00:00Z')).toBe(0);
      expect(await store.positionAt('2100-01-01T00:00:00Z')).toBe(5);
    });
  });

  describe('types and their versions', () => {
    it('reads old shapes through the chain, unknown types as they are', async () => {
      const old = open(new EventTypes([]));
      await old.append([
        to(
          'note-1',
          'none',
          someEvent({ n: 1 }, { type: 'NoteMoved', schemaVersion: 1 }),
          someEvent({ n: 2 }, { type: 'NoteMoved', schemaVersion: 2 }),
          someEvent({ n: 3 }, { type: 'NoteMoved', schemaVersion: 3 }),
          someEvent({ n: 4 }, { type: 'Unknown', schemaVersion: 9 }),
        ),
      ]);
      const expected = [
        [3, { v3: { v2: { n: 1 } } }],
        [3, { v3: { n: 2 } }],
        [3, { n: 3 }],
        [9, { n: 4 }],
      ];
      const shapes = (events: readonly NewEvent[]): unknown[] => events.map((e) => [e.schemaVersion, e.data]);
      expect(shapes(await store.readStream('note-1'))).toEqual(expected);
      expect(shapes((await store.readAll({ after: 0, limit: 9 })).events)).toEqual(expected);
    });

    it('refuses to read what a newer release wrote', async () => {
      const newer = open(new EventTypes([]));
      await newer.append([to('note-1', 'none', someEvent({}, { schemaVersion: 2 }))]);
      await expect(store.readStream('note-1')).rejects.toBeInstanceOf(NewerSchema);
      await expect(store.readAll({ after: 0, limit: 1 })).rejects.toBeInstanceOf(NewerSchema);
    });
  });
};
