import { memo } from './memo';
import { type Day, type Instant, type PartialDate } from './primitives';

const MS_PER_DAY = 86_400_000;

// Days come again and again: each is worked out once.
const numbers = new Map<Day, number>();
const names = new Map<number, Day>();

const epochDay = (day: Day): number => {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(`${day}T00:00:00.000Z`) / MS_PER_DAY);
  numbers.set(day, number);
  return number;
};

const fromEpochDay = (number: number): Day => {
  const known = names.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
  names.set(number, day);
  return day;
};

export const addDays = (day: Day, days: number): Day => fromEpochDay(epochDay(day) + days);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => epochDay(b) - epochDay(a);

export const isDay = (date: PartialDate | null): date is Day => date?.length === 10;

export const firstDayOf = (date: PartialDate): Day =>
  date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;

const endOfMonth = memo((month: string): Day =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10),
);

export const lastDayOf = (date: PartialDate): Day =>
  date.length === 10 ? date : date.length === 4 ? `${date}-12-31` : endOfMonth(date);

/** Could both name the same day? `2025-05` and `2025-05-12` could. */
export const overlap = (a: PartialDate, b: PartialDate): boolean =>
  firstDayOf(a) <= lastDayOf(b) && firstDayOf(b) <= lastDayOf(a);

/** Days between two dates at their nearest; 0 when they overlap. */
export const distance = (a: PartialDate, b: PartialDate): number =>
  overlap(a, b)
    ? 0
    : Math.min(
        Math.abs(daysBetween(lastDayOf(a), firstDayOf(b))),
        Math.abs(daysBetween(lastDayOf(b), firstDayOf(a))),
      );

const VAGUE_DAYS = 31;

/** Two dates told of one step: the same, or, where one of them is no full day, not more than a month apart. */
export const sameDate = (a: PartialDate | null, b: PartialDate | null): boolean => {
  if (a === null || b === null || a === b) return true;
  return (!isDay(a) || !isDay(b)) && distance(a, b) <= VAGUE_DAYS;
};

/** The day that a thing told with `date` is placed on: the day itself, else the last day it can have been by `saidOn`. */
export const placeOn = (date: PartialDate | null, saidOn: Day): Day => {
  if (date === null) return saidOn;
  const last = lastDayOf(date);
  return last < saidOn || date.length === 10 ? last : saidOn;
};

export const dayOfInstant = (moment: Instant): Day =>
  moment.length === 10 ? moment : new Date(moment).toISOString().slice(0, 10);

/** A publication: a bare day is its first moment. */
export const publicationInstant = (moment: Instant): Instant => new Date(moment).toISOString();

/** A question: a bare day is its last moment. */
export const askedInstant = (moment: Instant): Instant =>
  moment.length === 10 ? `${moment}T23:59:59.999Z` : new Date(moment).toISOString();

/** The first of the days that is after `day`; null where none is. */
export const firstAfter = (days: readonly (Day | null)[], day: Day): Day | null =>
  days.reduce<Day | null>(
    (first, one) => (one !== null && one > day && (first === null || one < first) ? one : first),
    null,
  );
