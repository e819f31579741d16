const numbered = (rows: string, first: number): ReadonlyMap<string, number> =>
  new Map(rows.split('|').flatMap((forms, i) => forms.split(' ').map((form): [string, number] => [form, i + first])));

export const months = numbered(
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  1,
);
export const weekdays = numbered(
  'sunday sun|monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat',
  0,
);
/** Month names that are words as well: a date only after one of `monthLeads`, or next to a number. */
export const doubtfulMonths: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'jan', 'jun', 'dec', 'apr', 'sep', 'sept', 'aug', 'oct', 'nov', 'feb', 'jul']);
export const doubtfulDays: ReadonlySet<string> = new Set(['sun', 'sat', 'wed', 'mon', 'fri', 'thu', 'tue']);
export const monthLeads: ReadonlySet<string> = new Set(
  'in of last next since until by early mid late this from during through before after till and the to every previous for'.split(' '),
);
export const ordinals: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** "In the coming weeks" is a firm window, "soon" is none. */
const spans = ['in the', 'within the', 'over the', 'during the'].flatMap((lead) =>
  ['next few', 'next couple of', 'next two', 'next three', 'next two or three', 'next several', 'coming'].flatMap((count) =>
    ['days', 'weeks', 'months'].map((unit) => `${lead} ${count} ${unit}`),
  ),
);
export const firmWindows: readonly string[] = [
  ...spans,
  'in the coming weeks', 'in coming weeks', 'in the coming days', 'in coming days', 'in the next few weeks', 'in the next few days', 'over the coming weeks', 'over the coming days', 'in the weeks ahead', 'in the days ahead', 'in the coming months', 'within weeks', 'within days', 'in a few weeks', 'in a few days', 'in the next two weeks', 'in the near future', 'in two weeks', 'in three weeks', 'in about two weeks', 'in the next week or two', 'in the next 24 hours', 'in the next 48 hours', 'within 24 hours', 'within the next 24 hours', 'within hours', 'in the coming hours', 'within the week', 'within the month', 'in a matter of days', 'in a matter of weeks', 'at the end of the week',
];
export const vagueWindows: readonly string[] = ['soon', 'shortly', 'before long', 'early next year', 'early in the new year', 'early in the year', 'in the new year', 'in the months ahead', 'in the coming year', 'sometime soon', 'sometime next year', 'in the not - too - distant future', 'down the road', 'at some stage', 'at some point', 'as soon as possible', 'at an early date', 'in due course', 'eventually', 'in the not too distant future', 'at an appropriate time', 'at the appropriate time', 'at some time', 'at a later date', 'at a later time'];

/** What the word before a date makes of it. */
export const roleWords: ReadonlyMap<string, 'until' | 'since' | 'from' | 'by'> = new Map(
  Object.entries<'until' | 'since' | 'from' | 'by'>({
  until: 'until', till: 'until', through: 'until', to: 'until', into: 'until', expires: 'until', expire: 'until', expiring: 'until', ends: 'until', end: 'until', lapse: 'until', lapses: 'until',
  since: 'since', from: 'from', starting: 'from', beginning: 'from', effective: 'from', by: 'by', before: 'by',
  }),
);
