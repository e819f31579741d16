import { z } from 'zod';
import { type article } from './article';
import { isStorable } from './clean';
import { isTooEarly, TOO_EARLY } from './moments';
import { observation } from './observation';

// What a shape alone does not say, held where something comes in: by topic, or from an operator. The log is read by the shapes
// alone, since what is recorded must stay readable; and the published schemas say only the shapes (docs/adr/0008).

type Path = readonly string[];
interface Unsound {
  readonly path: Path;
  readonly message: string;
}

const DATES: ReadonlySet<string> = new Set(['date', 'effective', 'until']);

/** Far above what was ever reported, and small enough for every sum and every day that is reckoned with them. */
const MOST: ReadonlyMap<string, number> = new Map([
  // Percent; the highest duty on record, on solar cells, is 3521.
  ['rate', 100_000],
  ['rateFrom', 100_000],
  // The whole world trades some 33 000 billion dollars of goods a year.
  ['tradeUsdBn', 1_000_000],
  ['durationDays', 36_525],
  ['durationMinutes', 527_040],
]);

const CALENDAR_DATE = z.iso.date();

/** `2025`, `2025-06`, `2025-06-05`, in years in which days can be added without leaving four digits. */
const isOnCalendar = (date: string): boolean => {
  const [year = '', month = '01', day = '01'] = date.split('-');
  if (year < '1000' || year > '2999') return false;
  return CALENDAR_DATE.safeParse(`${year}-${month}-${day}`).success;
};

const faultOf = (name: string, value: unknown): string | null => {
  if (typeof value === 'string') {
    return DATES.has(name) && !isOnCalendar(value) ? 'is no date of the calendar from 1000 to 2999' : null;
  }
  const most = MOST.get(name);
  if (most === undefined || typeof value !== 'number' || (value >= 0 && value <= most)) return null;
  return `must lie between 0 and ${most}`;
};

const isStorableThroughout = (value: unknown): boolean => {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isStorableThroughout);
};

/** Texts, at any depth, that no read model could keep. Finding where they stand costs far more than that there are none. */
const unstorable = (value: unknown, path: Path): readonly Unsound[] => {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ path, message: 'holds a NUL character' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unstorable(part, [...path, name]));
};

/** Dates off the calendar, numbers beyond reason. */
export const unsoundObservation = (one: z.infer<typeof observation>): readonly Unsound[] =>
  Object.entries(one).flatMap(([name, value]) => {
    const message = faultOf(name, value);
    return message === null ? [] : [{ path: [name], message }];
  });

export const unsoundArticle = ({ publishedAt }: z.infer<typeof article>): readonly Unsound[] =>
  isTooEarly(publishedAt) ? [{ path: ['publishedAt'], message: TOO_EARLY }] : [];

export const below = (path: Path, faults: readonly Unsound[]): readonly Unsound[] =>
  faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));

/** For zod's `superRefine`: names everything that is unsound, and the texts that cannot be kept. */
export const soundly =
  <T>(unsound: (value: T) => readonly Unsound[]) =>
  (value: T, context: z.RefinementCtx<T>): void => {
    const unkept = isStorableThroughout(value) ? [] : unstorable(value, []);
    for (const { path, message } of [...unsound(value), ...unkept]) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  };

/** An observation that can be reckoned with and kept. */
export const soundObservation = observation.superRefine(soundly(unsoundObservation));
