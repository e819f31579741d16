import { isStorable } from '@app/contracts';
import { z } from 'zod';

// Parts of questions. What PostgreSQL cannot compare with, or the calendar cannot count from, is the asker's fault: 400, not 500.

const YEARS = { first: 1000, last: 2999 } as const;
const isAskable = (moment: string): boolean => {
  const year = new Date(moment).getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last;
};
const NOT_ASKABLE = `expected a year from ${YEARS.first} to ${YEARS.last}`;

/** A name of something. */
export const askedText = z.string().max(200).refine(isStorable, 'holds a NUL character');

/** `2025-06-20` */
export const askedDay = z.iso.date({ abort: true }).refine(isAskable, NOT_ASKABLE);

/** A day, as it is, or a moment, in UTC. */
export const askedMoment = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    'expected a day (2025-06-20) or a moment with its offset (2025-06-20T12:00:00Z)',
  )
  .refine(isAskable, NOT_ASKABLE)
  .transform((value) => (value.length === 10 ? value : new Date(value).toISOString()));

/** Asked about, a bare day means its end. */
export const lastMoment = (asked: string): string => (asked.length === 10 ? `${asked}T23:59:59.999Z` : asked);
export const dayOf = (asked: string): string => asked.slice(0, 10);
