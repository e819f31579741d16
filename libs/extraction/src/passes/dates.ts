import { addDays, dayOf, isoDay, isoMonth, isoYear, weekday, type Day } from '../calendar';
import { firmWindows, months, roleWords, vagueWindows, weekdays } from '../lexicon/dates';
import { tokenAt, wordAt, type DateMention, type DateRole, type Token, type Value } from '../doc';
import { phraseAt, phraseIndex } from '../phrase-index';
import { wordTable } from '../vocabulary';
import { dateWith } from '../with';
import { wordClass } from '../word-class';
import { ago, fromMonth, fromNumber, fromStep, fromWeekday, fromYear, steps, type Found } from './date-parts';

const windows = phraseIndex<'firm' | 'vague'>([
  ...firmWindows.map((w): [string, 'firm'] => [w, 'firm']),
  ...vagueWindows.map((w): [string, 'vague'] => [w, 'vague']),
]);

const near: ReadonlyMap<string, number> = new Map(
  Object.entries({
    today: 0,
    tonight: 0,
    yesterday: -1,
    tomorrow: 1,
    overnight: 0,
  }),
);

const nearDay = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const offset = near.get(wordAt(tokens, i));
  if (offset === undefined) return null;
  const date = anchor === null ? null : isoDay(addDays(anchor, offset));
  return { from: i, to: i + 1, kind: 'day', past: date, future: date };
};

/** "the end of the month", "the end of the year", "the weekend". */
const endOf = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  if (anchor === null || wordAt(tokens, i) !== 'the') return null;
  const unit = wordAt(tokens, i + 1);
  const ofUnit =
    wordAt(tokens, i - 1) === 'of' &&
    /^(?:month|year)$/.test(unit) &&
    /^(?:end|beginning|start|middle|turn)$/.test(wordAt(tokens, i - 2));
  if (!ofUnit) return null;
  const date = unit === 'month' ? isoMonth(anchor) : isoYear(anchor);
  return { from: i, to: i + 2, kind: unit === 'month' ? 'month' : 'year', past: date, future: date };
};

const weekendNouns = /^(?:talks|meetings?|negotiations|discussions|summit|call)$/;

/** How many tokens tell of a weekend: "the weekend's talks", "after a weekend of talks", "weekend talks"; 0 where none do. */
const weekendWords = (tokens: readonly Token[], i: number): number => {
  const word = wordAt(tokens, i);
  const next = wordAt(tokens, i + 1);
  if (next === 'weekend' && (word === 'the' || (word === 'a' && wordAt(tokens, i + 2) === 'of'))) return 2;
  return word === 'weekend' && weekendNouns.test(next) ? 1 : 0;
};

/** A weekend is told as its Sunday. */
const weekendAt = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const length = weekendWords(tokens, i);
  if (anchor === null || length === 0) return null;
  const back = weekday(anchor);
  const date = (offset: number): string => isoDay(addDays(anchor, offset));
  return { from: i, to: i + length, kind: 'day', past: date(-back), future: date((7 - back) % 7) };
};

/** "This morning", "Thursday evening" aside: the day of publication; "last night" the one before. */
const partOfDay = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const lead = wordAt(tokens, i);
  if (anchor === null || (lead !== 'this' && lead !== 'last' && lead !== 'earlier')) return null;
  const part = wordAt(tokens, i + 1);
  const today = lead === 'this' ? /^(?:morning|afternoon|evening)$/ : /^today$/;
  const back = lead === 'last' && /^(?:night|evening)$/.test(part);
  if (!back && !today.test(part)) return null;
  const date = isoDay(addDays(anchor, back ? -1 : 0));
  return { from: i, to: i + 2, kind: 'day', past: date, future: date };
};

const beforeWords = wordClass('day night previous');

/** "The day before," and "a day earlier," of the news: the day before publication. */
const dayBefore = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  if (anchor === null || !beforeWords.at(tokens, i + 1)) return null;
  const told = `${wordAt(tokens, i)} ${wordAt(tokens, i + 1)} ${wordAt(tokens, i + 2)}`;
  if (!/^(?:the (?:day|night) before|(?:a|one) day earlier|the previous day)$/.test(told)) return null;
  const next = tokenAt(tokens, i + 3);
  // "The day before the summit" is counted from the summit.
  if (told.endsWith('before') && next.kind !== 'mark' && next.kind !== 'none') return null;
  const date = isoDay(addDays(anchor, -1));
  return { from: i, to: i + 3, kind: 'day', past: date, future: date };
};

type Reader = (tokens: readonly Token[], i: number, anchor: Day | null) => Found | null;

/** What may begin with a word, in the order in which they are asked. */
const readers: readonly (readonly [leads: Iterable<string>, Reader])[] = [
  [steps.keys(), fromStep],
  [months.keys(), fromMonth],
  [weekdays.keys(), fromWeekday],
  [near.keys(), nearDay],
  [['this', 'last', 'earlier'], partOfDay],
  [['the', 'a', 'one'], dayBefore],
  [['the'], endOf],
  [['the', 'a', 'weekend'], weekendAt],
];
const byWord = new Map<string, readonly Reader[]>();
for (const [leads, reader] of readers)
  for (const lead of leads) byWord.set(lead, [...(byWord.get(lead) ?? []), reader]);
const byLead = wordTable(byWord);

const readAt = (tokens: readonly Token[], i: number, anchor: Day | null): Found | null => {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number') return fromNumber(tokens, i, anchor) ?? fromYear(tokens, i);
  const readersHere = byLead[token.word];
  if (readersHere === undefined) return null;
  for (const reader of readersHere) {
    const found = reader(tokens, i, anchor);
    if (found !== null) return found;
  }
  return null;
};

const passedOver =
  /^(?:the|on|about|around|early|mid|late|at|least|this|last|next|end|of|-|,|midnight|noon|in|\d{1,2}|:|\d\d|am|pm|est|edt|et|gmt|eastern)$/;
const LEAD_REACH = 9;

const roleOf = (tokens: readonly Token[], from: number): DateRole => {
  let i = from - 1;
  while (i >= from - LEAD_REACH && passedOver.test(wordAt(tokens, i))) i -= 1;
  return roleWords.get(wordAt(tokens, i)) ?? 'at';
};

const mention = (tokens: readonly Token[], found: Found): DateMention => ({
  from: found.from,
  to: found.to,
  kind: found.kind,
  past: found.past,
  future: found.future,
  date: found.past,
  role: roleOf(tokens, found.from),
  ofReport: false,
});

/** A weekday right before its own day of the month is told twice: "Thursday, June 5". */
const isTwice = (tokens: readonly Token[], a: DateMention, b: DateMention): boolean =>
  a.kind === 'day' &&
  b.kind === 'day' &&
  (b.from === a.to || (b.from <= a.to + 2 && /^[,(]$/.test(wordAt(tokens, a.to))));

const weekdayOf = (iso: string | null): number | null => {
  const day = dayOf(iso);
  return day === null ? null : weekday(day);
};

/** "Saturday, April 6" is in the year in which that day is a Saturday. */
const fitting = (named: DateMention, dated: DateMention): DateMention => {
  const wanted = weekdayOf(named.past);
  const [past, future] = [weekdayOf(dated.past) === wanted, weekdayOf(dated.future) === wanted];
  if (wanted === null || past === future) return dated;
  const date = past ? dated.past : dated.future;
  return dateWith(dated, { past: date, future: date, date });
};

/** A window; "early next year" is as vague as "soon", but in a year that is known. */
const windowAt = (tokens: readonly Token[], i: number, anchor: Day | null): DateMention | null => {
  const hit = phraseAt(windows, tokens, i);
  if (hit === null) return null;
  const isYear = wordAt(tokens, hit.to - 1) === 'year' && wordAt(tokens, hit.to - 2) === 'next';
  const date = isYear && anchor !== null ? isoYear({ ...anchor, y: anchor.y + 1 }) : null;
  return {
    from: i,
    to: hit.to,
    kind: hit.entry,
    past: date,
    future: date,
    date,
    role: 'at',
    ofReport: false,
  };
};

const agoDates = (tokens: readonly Token[], values: readonly Value[], anchor: Day | null): DateMention[] =>
  values.flatMap((v) => {
    if (v.kind !== 'duration' || wordAt(tokens, v.to) !== 'ago') return [];
    const units: Readonly<Record<string, number>> = { day: 1440, week: 10080, month: 43200, year: 525600 };
    const found = ago(
      { from: v.from, to: v.to + 1 },
      v.unit,
      Math.round(v.value / (units[v.unit] ?? 1)),
      anchor,
    );
    return found === null ? [] : [mention(tokens, found)];
  });

/** Every date and window of the text, unchosen: `date` is the past candidate until `chooseDates`. Without a day of publication none is resolved from relative words. */
export const dates = (
  tokens: readonly Token[],
  values: readonly Value[],
  anchor: Day | null,
): DateMention[] => {
  const found: DateMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const window = windowAt(tokens, i, anchor);
    const read = window === null ? readAt(tokens, i, anchor) : null;
    const next = window ?? (read === null ? null : mention(tokens, read));
    if (next === null) continue;
    const last = found[found.length - 1];
    if (last !== undefined && isTwice(tokens, last, next))
      found[found.length - 1] = dateWith(fitting(last, next), { from: last.from, role: last.role });
    else found.push(next);
    i = next.to - 1;
  }
  return [...found, ...agoDates(tokens, values, anchor)].sort((a, b) => a.from - b.from);
};
