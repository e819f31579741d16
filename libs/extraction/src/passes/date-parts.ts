import {
  addDays,
  addMonths,
  isDay,
  isoDay,
  isoMonth,
  isoYear,
  monthOfWeek,
  weekday,
  type Day,
} from '../calendar';
import { doubtfulDays, doubtfulMonths, monthLeads, months, ordinals, weekdays } from '../lexicon/dates';
import { tokenAt, wordAt, type Token } from '../doc';

/** Two candidates for one expression; equal where the words leave no choice. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: 'day' | 'month' | 'year';
  readonly past: string | null;
  readonly future: string | null;
}

const sure = (span: { from: number; to: number }, kind: Found['kind'], date: string | null): Found => ({
  from: span.from,
  to: span.to,
  kind,
  past: date,
  future: date,
});

/** Month name at `i` (1 to 12), or 0. "May", "March" and short forms need company. */
const monthAt = (tokens: readonly Token[], i: number): number => {
  const token = tokenAt(tokens, i);
  const month = months.get(token.lower);
  if (month === undefined || !token.capital) return 0;
  if (!doubtfulMonths.has(token.lower)) return month;
  const dot = wordAt(tokens, i + 1) === '.' ? 2 : 1;
  const near =
    tokenAt(tokens, i + dot).kind === 'number' ||
    tokenAt(tokens, i - 1).kind === 'number' ||
    ordinals.has(wordAt(tokens, i - 1));
  return near || monthLeads.has(wordAt(tokens, i - 1)) || wordAt(tokens, i - 1) === '-' ? month : 0;
};

const yearIn = (token: Token): number =>
  token.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text) ? token.value : 0;
const dayIn = (token: Token): number =>
  token.kind === 'number' && /^\d\d?$/.test(token.text) && token.value >= 1 && token.value <= 31
    ? token.value
    : 0;

/** After a day's number: past "th". */
const pastOrdinal = (tokens: readonly Token[], i: number): number =>
  ordinals.has(wordAt(tokens, i)) ? i + 1 : i;

/** Year after `i`, over a comma: [year or 0, end]. */
const yearAfter = (tokens: readonly Token[], i: number): [number, number] => {
  const comma = wordAt(tokens, i) === ',' || wordAt(tokens, i) === 'of' ? i + 1 : i;
  const year = yearIn(tokenAt(tokens, comma));
  return year > 0 ? [year, comma + 1] : [0, i];
};

/** The dates nearest before and after publication with this month (and day). */
const around = (span: { from: number; to: number }, m: number, d: number, anchor: Day | null): Found => {
  const kind = d > 0 ? 'day' : 'month';
  if (anchor === null) return sure(span, kind, null);
  const text = (y: number): string => (d > 0 ? isoDay({ y, m, d }) : isoMonth({ y, m, d: 1 }));
  const now = d > 0 ? isoDay(anchor) : isoMonth(anchor);
  const here = text(anchor.y);
  return {
    from: span.from,
    to: span.to,
    kind,
    past: here <= now ? here : text(anchor.y - 1),
    future: here >= now ? here : text(anchor.y + 1),
  };
};

const dated = (span: { from: number; to: number }, day: Day, anchor: Day | null): Found | null => {
  if (!isDay({ ...day, y: day.y > 0 ? day.y : 2024 })) return null;
  return day.y > 0 ? sure(span, 'day', isoDay(day)) : around(span, day.m, day.d, anchor);
};

/** The last day of a list after `i`: "9 and 10", "10-11", "7th to 9th". Answers [day, end]. */
const lastDay = (tokens: readonly Token[], i: number): [number, number] => {
  const first = dayIn(tokenAt(tokens, i));
  if (first === 0) return [0, i];
  const end = pastOrdinal(tokens, i + 1);
  const link = wordAt(tokens, end);
  if (link !== 'and' && link !== '-' && link !== 'to' && link !== '—') return [first, end];
  const at = wordAt(tokens, end + 1) === 'the' ? end + 2 : end + 1;
  const second = dayIn(tokenAt(tokens, at));
  const unit = pastOrdinal(tokens, at + 1);
  const rate = /^(?:%|percent|per|points|billion|bn|million|years?|days?|weeks?)$/.test(wordAt(tokens, unit));
  return second > first && !rate ? [second, unit] : [first, end];
};

/** "June 5, 2025", "June 5", "June", "June 2025"; `i` at the month. */
export const fromMonth = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const m = monthAt(tokens, i);
  if (m === 0) return null;
  const after = wordAt(tokens, i + 1) === '.' ? i + 2 : i + 1;
  const [d, end] = lastDay(tokens, after);
  if (d > 0) {
    const [y, to] = yearAfter(tokens, end);
    return dated({ from: i, to }, { y, m, d }, anchor);
  }
  const [y, to] = yearAfter(tokens, i + 1);
  const relative =
    wordAt(tokens, to) === 'last' && wordAt(tokens, to + 1) === 'year'
      ? -1
      : wordAt(tokens, to) === 'next' && wordAt(tokens, to + 1) === 'year'
        ? 1
        : 0;
  if (y === 0 && relative !== 0) {
    return sure(
      { from: i, to: to + 2 },
      'month',
      anchor === null ? null : isoMonth({ y: anchor.y + relative, m, d: 1 }),
    );
  }
  return y > 0
    ? sure({ from: i, to }, 'month', isoMonth({ y, m, d: 1 }))
    : around({ from: i, to: i + 1 }, m, 0, anchor);
};

/** "5 June 2025", "the 7th to the 9th of January", "the 22nd"; `i` at the first number. */
export const fromNumber = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const [d, end] = lastDay(tokens, i);
  if (d === 0) return null;
  const at = wordAt(tokens, end) === 'of' ? end + 1 : end;
  const m = monthAt(tokens, at);
  if (m > 0) {
    const [y, to] = yearAfter(tokens, wordAt(tokens, at + 1) === '.' ? at + 2 : at + 1);
    return dated({ from: i, to }, { y, m, d }, anchor);
  }
  const ordinal = wordAt(tokens, i - 1) === 'the' && wordAt(tokens, i - 2) === 'on' && end > i + 1;
  if (!ordinal || tokenAt(tokens, end).lower === 'round') return null;
  if (anchor === null) return null;
  const month = d <= anchor.d ? anchor : addMonths(anchor, -1);
  return sure({ from: i, to: end }, 'day', isoDay({ ...month, d }));
};

/** "2025-06-05", "in 2017", "since 2018"; `i` at the year. */
export const fromYear = (tokens: readonly Token[], i: number): Found | null => {
  const y = yearIn(tokenAt(tokens, i));
  if (y === 0) return null;
  const joined =
    wordAt(tokens, i + 1) === '-' &&
    tokenAt(tokens, i + 2).kind === 'number' &&
    wordAt(tokens, i + 3) === '-';
  const day = { y, m: tokenAt(tokens, i + 2).value, d: tokenAt(tokens, i + 4).value };
  if (joined && isDay(day)) return sure({ from: i, to: i + 5 }, 'day', isoDay(day));
  const lead = /^(?:in|since|of|until|from|by|during|late|early|mid|and|through|before|than|to|end|-)$/.test(
    wordAt(tokens, i - 1),
  );
  return lead ? sure({ from: i, to: i + 1 }, 'year', String(y)) : null;
};

/** The weekday in the week before this one: "Friday last week". */
const inLastWeek = (anchor: Day, day: number): string => {
  const monday = addDays(anchor, -((weekday(anchor) + 6) % 7) - 7);
  return isoDay(addDays(monday, (day + 6) % 7));
};

/** A weekday, with "last" or "next" before it or "last week" after; `i` at the weekday. */
export const fromWeekday = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const token = tokenAt(tokens, i);
  const day = weekdays.get(token.lower);
  if (day === undefined || !token.capital || doubtfulDays.has(token.lower)) return null;
  const span = { from: i, to: i + 1 };
  if (anchor === null) return sure(span, 'day', null);
  const back = (weekday(anchor) - day + 7) % 7;
  const before = wordAt(tokens, i - 1);
  // On a Friday "last Friday" is a week back; any other "last" or "next" day is the nearest one.
  if (before === 'last') return sure(span, 'day', isoDay(addDays(anchor, back === 0 ? -7 : -back)));
  if (before === 'next') return sure(span, 'day', isoDay(addDays(anchor, 7 - back)));
  if (wordAt(tokens, i + 1) === 'last' && wordAt(tokens, i + 2) === 'week') {
    return sure({ from: i, to: i + 3 }, 'day', inLastWeek(anchor, day));
  }
  // The weekday of publication itself: that day, or a week on in the future tense.
  return {
    from: span.from,
    to: span.to,
    kind: 'day',
    past: isoDay(addDays(anchor, -back)),
    future: isoDay(addDays(anchor, 7 - back)),
  };
};

export const steps: ReadonlyMap<string, number> = new Map(
  Object.entries({
    last: -1,
    past: -1,
    previous: -1,
    this: 0,
    next: 1,
    coming: 1,
  }),
);
const seasons = /^(?:spring|summer|autumn|fall|winter)$/;

const shifted = (anchor: Day, unit: string, n: number): [Found['kind'], string] => {
  if (unit === 'day') return ['day', isoDay(addDays(anchor, n))];
  if (unit === 'week') return ['month', monthOfWeek(anchor, n)];
  if (unit === 'month') return ['month', isoMonth(addMonths(anchor, n))];
  return ['year', isoYear({ ...anchor, y: anchor.y + n })];
};

/** "last month", "this week", "next year", "last September", "last summer"; `i` at "last". */
export const fromStep = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const step = steps.get(wordAt(tokens, i));
  if (step === undefined) return null;
  const unit = wordAt(tokens, i + 1);
  const span = { from: i, to: i + 2 };
  const month = months.get(unit);
  if (month !== undefined && tokenAt(tokens, i + 1).capital) {
    const found = around({ from: i, to: i + 2 }, month, 0, anchor);
    return sure(span, 'month', step < 0 ? found.past : found.future);
  }
  if (anchor === null) return null;
  if (unit === 'weekend' && step === 0)
    return {
      ...span,
      kind: 'day',
      past: isoDay(addDays(anchor, -weekday(anchor))),
      future: isoDay(addDays(anchor, (7 - weekday(anchor)) % 7)),
    };
  if (unit === 'weekend')
    return sure(
      span,
      'day',
      isoDay(addDays(anchor, step > 0 ? (7 - weekday(anchor)) % 7 : -weekday(anchor))),
    );
  if (seasons.test(unit)) return sure(span, 'year', isoYear({ ...anchor, y: anchor.y + step }));
  if (!/^(?:week|month|year)$/.test(unit)) return null;
  const [kind, date] = shifted(anchor, unit, step);
  return sure(span, kind, date);
};

/** "two weeks ago", "a year ago", "three days earlier"; `n` units before publication. */
export const ago = (
  span: { from: number; to: number },
  unit: string,
  n: number,
  anchor: Day | null,
): Found | null => {
  if (anchor === null || !/^(?:day|week|month|year)$/.test(unit)) return null;
  const [kind, date] = shifted(anchor, unit, -n);
  return sure(span, kind, date);
};
