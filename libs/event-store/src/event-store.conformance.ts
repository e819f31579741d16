import { randomUUID } from 'node:crypto';
import { InvalidAppend, NewerSchema, PartlyStored, WrongExpectedVersion } from './errors';
import type { EventStore, ExpectedVersion, NewEvent, StreamAppend } from './event-store';
import { EventTypes } from './upcasting';

const TYPES = new EventTypes([
  { type: 'NoteTaken', schemaVersion: 1 },
  {
    type: 'NoteMoved',
    schemaVersion: 3,
    upcasters: { 1: (data) => ({ v2: data }), 2: (data) => ({ v3: data }) },
  },
]);

export const someEvent = (data: unknown = { text: 'a' }, more: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'NoteTaken',
  schemaVersion: 1,
  data,
  metadata: {},
  ...more,
});

const to = (stream: string, expected: ExpectedVersion, ...events: NewEvent[]): StreamAppend => ({
  stream,
  expected,
  events: events.length > 0 ? events : [someEvent()],
});

/** What every store promises. `make` gives an empty log; with the types of another release the same log, read by it. */
export const describeEventStore = (
  name: string,
  make: () => Promise<{ readonly open: (types: EventTypes) => EventStore }>,
): void => {
  describe(`${name} keeps the promises of an event store`, () => {
    let open: (types: EventTypes) => EventStore;
    let store: EventStore;
    beforeEach(async () => {
      ({ open } = await make());
      store = open(TYPES);
    });
    const all = async (after = 0): Promise<readonly number[]> =>
      (await store.readAll({ after, limit: 10_000 })).events.map((event) => event.position);

    describe('expected versions', () => {
      const wrong = async (expected: ExpectedVersion, actual: number): Promise<void> => {
        await expect(store.append([to('note-1', expected)])).rejects.toMatchObject({
          constructor: WrongExpectedVersion,
          code: 'wrong-expected-version',
          stream: 'note-1',
          expected,
          actual,
        });
      };

      it('none refuses a stream that exists, naming its version', async () => {
        await store.append([to('note-1', 'none', someEvent(), someEvent())]);
        await wrong('none', 2);
        await wrong(0, 2);
      });

      it('exists refuses a stream that does not', async () => {
        await wrong('exists', 0);
        await store.append([to('note-1', 'any')]);
        await expect(store.append([to('note-1', 'exists')])).resolves.toMatchObject([{ version: 2 }]);
      });

      it('an exact version refuses any other, naming the actual one', async () => {
        await store.append([to('note-1', 0)]);
        await wrong(2, 1);
        await store.append([to('note-1', 1)]);
        await wrong(1, 2);
        expect(await store.streamVersion('note-1')).toBe(2);
      });

      it('any takes what comes', async () => {
        await store.append([to('note-1', 'any')]);
        await store.append([to('note-1', 'any')]);
        expect(await store.streamVersion('note-1')).toBe(2);
      });

      it('one of many racing appends at one version wins', async () => {
        await store.append([to('note-1', 'none')]);
        const outcomes = await Promise.allSettled(
          Array.from({ length: 10 }, () => store.append([to('note-1', 1)])),
        );
        expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
        expect(await store.streamVersion('note-1')).toBe(2);
      });

      it('racing appends that each take what comes all get a version of their own', async () => {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => store.append([to('note-1', 'any')])),
        );
        const versions = answers.map(([answer]) => answer?.version).sort((a, b) => Number(a) - Number(b));
        expect(versions).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      });
    });

    describe('appending to many streams', () => {
      it('writes all of it, in the order of the call', async () => {
        const answer = await store.append([
          to('note-b', 'none', someEvent({ n: 1 }), someEvent({ n: 2 })),
          to('note-a', 'none', someEvent({ n: 3 })),
        ]);
        expect(answer).toEqual([
          { stream: 'note-b', firstPosition: 1, lastPosition: 2, version: 2, duplicate: false },
          { stream: 'note-a', firstPosition: 3, lastPosition: 3, version: 1, duplicate: false },
        ]);
        const { events } = await store.readAll({ after: 0, limit: 10 });
        expect(events.map(({ stream, version, data }) => [stream, version, data])).toEqual([
          ['note-b', 1, { n: 1 }],
          ['note-b', 2, { n: 2 }],
          ['note-a', 1, { n: 3 }],
        ]);
      });

      it('writes nothing of it when one stream is at another version', async () => {
        await store.append([to('note-a', 'none')]);
        await expect(store.append([to('note-b', 'none'), to('note-a', 'none')])).rejects.toMatchObject({
          stream: 'note-a',
          actual: 1,
        });
        expect(await store.streamVersion('note-b')).toBe(0);
        expect(await all()).toEqual([1]);
      });

      it('lets those through that wait beside one that fails', async () => {
        await store.append([to('note-a', 'none')]);
        const outcomes = await Promise.allSettled([
          store.append([to('note-b', 'none')]),
          store.append([to('note-a', 'none')]),
          store.append([to('note-a', 1), to('note-c', 'none')]),
          store.append([to('note-a', 'any')]),
        ]);
        expect(outcomes.map((outcome) => outcome.status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        expect(await all()).toEqual([1, 2, 3, 4, 5]);
        expect(await store.streamVersion('note-a')).toBe(3);
      });
    });

    describe('repeats', () => {
      it('answers a repeat as it answered the first, and writes nothing', async () => {
        const items = [to('note-1', 'none', someEvent(), someEvent()), to('note-2', 'none')];
        const first = await store.append(items);
        await store.append([to('note-1', 'any')]);
        expect(await store.append(items)).toEqual(first.map((answer) => ({ ...answer, duplicate: true })));
        expect(await all()).toEqual([1, 2, 3, 4]);
      });

      it('answers racing repeats alike', async () => {
        const item = to('note-1', 'none');
        const answers = await Promise.all(Array.from({ length: 8 }, () => store.append([item])));
        expect(answers.filter(([answer]) => answer?.duplicate === false)).toHaveLength(1);
        expect(new Set(answers.map(([answer]) => answer?.firstPosition))).toEqual(new Set([1]));
        expect(await all()).toEqual([1]);
      });

      it('refuses an append of which a part is stored, naming both parts', async () => {
        const [old, fresh] = [someEvent(), someEvent()];
        await store.append([to('note-1', 'none', old)]);
        await expect(store.append([to('note-1', 'any', old, fresh)])).rejects.toMatchObject({
          constructor: PartlyStored,
          stored: [old.id],
          missing: [fresh.id],
        });
      });

      it('refuses an id that is stored in another stream', async () => {
        const event = someEvent();
        await store.append([to('note-1', 'none', event)]);
        await expect(store.append([to('note-2', 'none', event)])).rejects.toThrow(/stored in stream note-1/);
      });
    });

    describe('what makes no sense is refused', () => {
      const event = someEvent();
      it.each<[string, readonly StreamAppend[]]>([
        ['nothing', []],
        ['no events', [{ stream: 'note-1', expected: 'any', events: [] }]],
        ['one id twice', [to('note-1', 'any', event, event)]],
        ['one stream twice', [to('note-1', 'any'), to('note-1', 'any')]],
        ['an id that is no uuid', [to('note-1', 'any', someEvent({}, { id: 'x' }))]],
        ['a version below 0', [to('note-1', -1)]],
        ['an empty name', [to('', 'any')]],
        ['a NUL in a name', [to('note-\u0000', 'any')]],
        ['no data', [to('note-1', 'any', { ...event, data: undefined })]],
        ['schema version 0', [to('note-1', 'any', someEvent({}, { schemaVersion: 0 }))]],
        ['an old shape of a known type', [to('note-1', 'any', someEvent({}, { type: 'NoteMoved' }))]],
      ])('%s', async (_, items) => {
        await expect(store.append(items)).rejects.toBeInstanceOf(InvalidAppend);
        expect(await all()).toEqual([]);
      });
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

      it('leaves out other types and still says how far it looked', async () => {
        await store.append([
          to('note-1', 'none', someEvent(), someEvent({}, { type: 'Other' }), someEvent(), someEvent()),
        ]);
        const page = await store.readAll({ after: 0, limit: 3, types: ['Other'] });
        expect([page.events.map((event) => event.position), page.upTo]).toEqual([[2], 3]);
        expect(await store.readAll({ after: 3, limit: 3, types: ['Other'] })).toEqual({
          events: [],
          upTo: 4,
        });
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
        const shapes = (events: readonly NewEvent[]): unknown[] =>
          events.map((e) => [e.schemaVersion, e.data]);
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
  });
};
