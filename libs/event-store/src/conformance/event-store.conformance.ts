import { describeReading } from './reading.conformance';
import { someEvent, to, TYPES } from './notes';
import { InvalidAppend, PartlyStored, WrongExpectedVersion } from '../errors';
import type { EventStore, ExpectedVersion, StreamAppend } from '../event-store';
import type { EventTypes } from '../upcasting';

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

    describeReading(() => ({ open, store }));
  });
};
