const DAY_MS = 86_400_000;

/** The day so many days after another; negative: before. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** All days from the first to the last, both included. */
export const daysFrom = (first: string, last: string): readonly string[] =>
  Array.from({ length: (Date.parse(last) - Date.parse(first)) / DAY_MS + 1 }, (_, i) => plusDays(first, i));
