import { type Day } from '../shared/primitives';
import { type Change } from '../state.types';
import { type Reading } from '../values';

const QUIET = new Set(['because', 'saidOn', 'lastSaidOn']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Same for a reader: who said it, and when it was last said, make no change. */
const tellsTheSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => tellsTheSame(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  return Object.keys(a).every((key) => QUIET.has(key) || tellsTheSame(a[key], b[key]));
};

export const sameReading = (a: Reading | null, b: Reading | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.status === b.status &&
    a.standing === b.standing &&
    tellsTheSame(a.value, b.value));

export interface About {
  readonly effective: Day;
  /** Exclusive: a stretch of the past reads differently, today does not; null: it is so to this day. */
  readonly until: Day | null;
  readonly late: boolean;
  readonly corrects: boolean;
}

const kindOf = (from: Reading | null, to: Reading | null): Change['kind'] => {
  if (from === null) return 'appeared';
  return to === null ? 'gone' : 'changed';
};

const valueOf = (reading: Reading | null): Change['from'] => reading?.value ?? null;
const statusOf = (reading: Reading | null): string | null => reading?.status ?? null;

/** The difference of two readings of one facet, or null where a reader would see none. */
export const changeBetween = (from: Reading | null, to: Reading | null, about: About): Change | null => {
  const one = to ?? from;
  if (one === null || sameReading(from, to)) return null;
  return {
    facet: one.facet,
    kind: kindOf(from, to),
    from: valueOf(from),
    to: valueOf(to),
    fromStatus: statusOf(from),
    toStatus: statusOf(to),
    ...about,
    standing: one.standing,
    confidence: one.confidence,
    because: to?.because ?? [],
    policy: one.policy,
  };
};

/** The differences of two sets of readings, by facet. */
export const changesBetween = (
  before: readonly Reading[],
  after: readonly Reading[],
  about: About,
): readonly Change[] => {
  const was = new Map(before.map((reading) => [reading.facet, reading]));
  const is = new Map(after.map((reading) => [reading.facet, reading]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((facet) => changeBetween(was.get(facet) ?? null, is.get(facet) ?? null, about))
    .filter((change): change is Change => change !== null);
};
