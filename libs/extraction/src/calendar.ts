/** Days as numbers, so that no clock and no time zone can enter. */
const MS_PER_DAY = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

export interface Day {
  readonly y: number;
  /** 1 to 12. */
  readonly m: number;
  readonly d: number;
}

/** Reads the day of an ISO day or moment; null where it is none. */
export const dayOf = (iso: string | null): Day | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (found === null) return null;
  const day = { y: Number(found[1]), m: Number(found[2]), d: Number(found[3]) };
  return isDay(day) ? day : null;
};

const utc = (day: Day): number => Date.UTC(day.y, day.m - 1, day.d);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;

/** Reckoned, for it is asked of every date that is read: a `Date` takes a microsecond. */
export const isDay = ({ y, m, d }: Day): boolean =>
  d >= 1 && d <= (m === 2 && isLeap(y) ? 29 : (LENGTHS[m - 1] ?? 0));

export const addDays = (day: Day, days: number): Day => {
  const moved = new Date(utc(day) + days * MS_PER_DAY);
  return { y: moved.getUTCFullYear(), m: moved.getUTCMonth() + 1, d: moved.getUTCDate() };
};

export const addMonths = (day: Day, months: number): Day => {
  const all = day.y * 12 + day.m - 1 + months;
  return { y: Math.floor(all / 12), m: (all % 12) + 1, d: day.d };
};

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();

export const isoDay = (day: Day): string => `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
export const isoMonth = (day: Day): string => isoDay(day).slice(0, 7);
export const isoYear = (day: Day): string => isoDay(day).slice(0, 4);

/** The month that holds the Thursday of the week `weeks` away: what "last week" is told as. */
export const monthOfWeek = (day: Day, weeks: number): string => {
  const monday = addDays(day, -((weekday(day) + 6) % 7));
  return isoMonth(addDays(monday, weeks * 7 + 3));
};
