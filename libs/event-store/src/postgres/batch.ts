import { toPosition } from './rows';
import { type Appended, type ExpectedVersion, type StreamAppend } from '../event-store';

/** One caller's append, its events already text. */
export interface Unit {
  readonly items: readonly StreamAppend[];
  readonly ids: readonly string[];
  /** One JSON text an event. JSON text has no raw line break, so lines need no escaping. */
  readonly data: readonly string[];
  readonly metadata: readonly string[];
}

export const toUnit = (items: readonly StreamAppend[]): Unit => {
  const events = items.flatMap((item) => item.events);
  return {
    items,
    ids: events.map((event) => event.id),
    data: events.map((event) => JSON.stringify(event.data)),
    metadata: events.map((event) => JSON.stringify(event.metadata)),
  };
};

/** The distinct streams of a batch, each with its index from 1, as `es.append` counts. */
const streamsOf = (units: readonly Unit[]): Map<string, number> => {
  const streams = new Set(units.flatMap((unit) => unit.items.map((item) => item.stream)));
  return new Map([...streams].map((stream, i) => [stream, i + 1]));
};

const EXPECTED = { none: 0, exists: -1, any: -2 } as const;
const toExpected = (expected: ExpectedVersion): number =>
  typeof expected === 'number' ? expected : EXPECTED[expected];

/** The arguments of `es.append` but the log: see the migration that makes it. */
export const toArguments = (units: readonly Unit[]): unknown[] => {
  const streams = streamsOf(units);
  const taken = new Map<string, number>();
  const checks: { of: number; at: number; expected: number }[] = [];
  const events: { of: number; nth: number; type: string; schema: number }[] = [];
  for (const { stream, expected, events: added } of units.flatMap((unit) => unit.items)) {
    const of = streams.get(stream) ?? 0;
    const at = taken.get(stream) ?? 0;
    checks.push({ of, at, expected: toExpected(expected) });
    added.forEach((one, i) =>
      events.push({ of, nth: at + i + 1, type: one.type, schema: one.schemaVersion }),
    );
    taken.set(stream, at + added.length);
  }
  return [
    [...streams.keys()],
    checks.map((check) => check.of),
    checks.map((check) => check.at),
    checks.map((check) => check.expected),
    events.map((event) => event.of),
    events.map((event) => event.nth),
    units.flatMap((unit) => unit.ids),
    events.map((event) => event.type),
    events.map((event) => event.schema),
    units.flatMap((unit) => unit.data).join('\n'),
    units.flatMap((unit) => unit.metadata).join('\n'),
  ];
};

/** Each stream's version before the batch, from the array that `es.append` answers. */
export const versionsBefore = (
  units: readonly Unit[],
  before: readonly (string | null)[],
): Map<string, number> =>
  new Map([...streamsOf(units).keys()].map((stream, i) => [stream, toPosition(before[i] ?? '0')]));

/** The answers for each unit of a batch that was written from `firstPosition` on. */
export const toAnswers = (
  units: readonly Unit[],
  firstPosition: number,
  before: ReadonlyMap<string, number>,
): readonly (readonly Appended[])[] => {
  const versions = new Map(before);
  let next = firstPosition;
  return units.map((unit) =>
    unit.items.map(({ stream, events }) => {
      const version = (versions.get(stream) ?? 0) + events.length;
      versions.set(stream, version);
      next += events.length;
      return {
        stream,
        firstPosition: next - events.length,
        lastPosition: next - 1,
        version,
        duplicate: false,
      };
    }),
  );
};
