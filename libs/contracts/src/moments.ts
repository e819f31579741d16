/** The embargo of 1950 ended in 1971: what is dated before the epoch is a slip. Below year 1 nothing could be stored either. */
const EARLIEST = 0;

/** Clocks differ and newspapers date ahead; beyond this a date is a slip, and would move the relation's day with it. */
const AHEAD_MS = 36 * 3_600_000;

/** Said of a day or a moment with its offset, in UTC: `1970-01-01T00:00:00+14:00` is too early. */
export const isTooEarly = (moment: string): boolean => Date.parse(moment) < EARLIEST;
export const TOO_EARLY = 'lies before 1970';

/** Said of what is told as done: it lies further ahead of this clock than clocks differ. */
export const isAhead = (moment: string, now: Date): boolean => Date.parse(moment) > now.getTime() + AHEAD_MS;
export const AHEAD = 'lies in the future';
