import { tokenAt, wordAt, type Token, type Value, type ValueKind } from '../doc';
import { valueWith } from '../with';
import { beginsNumber, numberAt } from './number-words';

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    million: 0.001,
    mn: 0.001,
    m: 0.001,
    billion: 1,
    bn: 1,
    b: 1,
    trillion: 1000,
    tn: 1000,
  }),
);
const durations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    minute: 'minute',
    minutes: 'minute',
    min: 'minute',
    mins: 'minute',
    hour: 'hour',
    hours: 'hour',
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    month: 'month',
    months: 'month',
    year: 'year',
    years: 'year',
    fortnight: 'week',
    fortnights: 'week',
  }),
);
const minutesOf: ReadonlyMap<string, number> = new Map(
  Object.entries({
    minute: 1,
    hour: 60,
    day: 1440,
    week: 10080,
    month: 43200,
    year: 525600,
    fortnight: 20160,
    fortnights: 20160,
  }),
);
const dollars = new Set(['$', 'us$']);
const hedges = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'some',
  'over',
  'least',
  'most',
  'than',
  'approximately',
  'just',
]);

interface Unit {
  readonly kind: ValueKind;
  readonly unit: string;
  readonly factor: number;
  readonly to: number;
}

const percentWords = new Set(['%', 'percent', 'pc', 'pct']);
const isPoint = (word: string): boolean => word === 'points' || word === 'point' || word === 'pp';

/** End of "%", "percent" or "per cent" at `i`, or -1. */
const endOfPercent = (tokens: readonly Token[], i: number): number => {
  if (wordAt(tokens, i) === 'per' && wordAt(tokens, i + 1) === 'cent') return i + 2;
  return percentWords.has(wordAt(tokens, i)) ? i + 1 : -1;
};

const percentAt = (tokens: readonly Token[], i: number): Unit | null => {
  const end = endOfPercent(tokens, i);
  // "24 further points"
  if (/^(?:further|additional|other|more|extra)$/.test(wordAt(tokens, i)) && isPoint(wordAt(tokens, i + 1)))
    return { kind: 'points', unit: '', factor: 1, to: i + 2 };
  const at = end < 0 ? i + (wordAt(tokens, i) === 'percentage' ? 1 : 0) : end;
  if (isPoint(wordAt(tokens, at))) return { kind: 'points', unit: '', factor: 1, to: at + 1 };
  return end < 0 ? null : { kind: 'percent', unit: '', factor: 1, to: end };
};

const moneyAfter = (tokens: readonly Token[], i: number): Unit | null => {
  const scale = scales.get(wordAt(tokens, i));
  if (scale === undefined) return null;
  const next = wordAt(tokens, i + 1);
  const us = next === 'us' ? 1 : 0;
  if (!/^dollars?$/.test(wordAt(tokens, i + 1 + us)))
    return { kind: 'count', unit: 'scaled', factor: scale * 1e9, to: i + 1 };
  return { kind: 'money', unit: 'usd', factor: scale, to: i + 2 + us };
};

const unitAt = (tokens: readonly Token[], i: number): Unit | null => {
  const at = wordAt(tokens, i) === '-' ? i + 1 : i;
  const word = wordAt(tokens, at);
  const duration = durations.get(word);
  if (duration !== undefined) {
    const factor = minutesOf.get(word) ?? minutesOf.get(duration) ?? 1;
    return { kind: 'duration', unit: duration, factor, to: at + 1 };
  }
  return percentAt(tokens, at) ?? moneyAfter(tokens, at);
};

const hedgeBefore = (tokens: readonly Token[], i: number): string | null => {
  const before = wordAt(tokens, i - 1);
  if (before === 'to' && wordAt(tokens, i - 2) === 'up') return 'up to';
  if ((before === 'as' || before === 'to') && /^(?:as|high|much)$/.test(wordAt(tokens, i - 2)))
    return 'as much as';
  return hedges.has(before) ? before : null;
};

const value = (from: number, n: number, unit: Unit, hedge: string | null): Value => ({
  from,
  to: unit.to,
  kind: unit.kind,
  value: Math.round(n * unit.factor * 1000) / 1000,
  unit: unit.unit,
  before: null,
  low: null,
  role: 'main',
  hedge,
});

/** "half", "a half" after "an hour and". */
const halfAfter = (tokens: readonly Token[], i: number): number =>
  wordAt(tokens, i) === 'and' && wordAt(tokens, i + 1) === 'a' && wordAt(tokens, i + 2) === 'half'
    ? i + 3
    : -1;

const dollarValue = (tokens: readonly Token[], i: number): Value | null => {
  const n = tokenAt(tokens, i + 1).value;
  if (Number.isNaN(n)) return null;
  const scale = scales.get(wordAt(tokens, i + 2) === '-' ? wordAt(tokens, i + 3) : wordAt(tokens, i + 2));
  const to = scale === undefined ? i + 2 : wordAt(tokens, i + 2) === '-' ? i + 4 : i + 3;
  const from =
    wordAt(tokens, i - 1) === 'us' && tokenAt(tokens, i - 1).end === tokenAt(tokens, i).start ? i - 1 : i;
  return value(from, n, { kind: 'money', unit: 'usd', factor: scale ?? 1e-9, to }, hedgeBefore(tokens, from));
};

/** "an hour and a half", "90-minute", "two and a half hours". */
const withHalf = (tokens: readonly Token[], found: Value): Value => {
  const end = found.kind === 'duration' ? halfAfter(tokens, found.to) : -1;
  return end < 0
    ? found
    : valueWith(found, { to: end, value: found.value + (minutesOf.get(found.unit) ?? 0) / 2 });
};

const glued = /^(?:usd|us)(\d+(?:\.\d+)?)$/;

/** "USD200 billion", "$US300 billion", "USD 60bn": dollars without the sign before the number. */
const codeValue = (tokens: readonly Token[], i: number): Value | null => {
  const apart = wordAt(tokens, i) === 'usd' && tokenAt(tokens, i + 1).kind === 'number';
  const n = apart ? tokenAt(tokens, i + 1).value : Number(glued.exec(wordAt(tokens, i))?.[1] ?? Number.NaN);
  const at = apart ? i + 2 : i + 1;
  const scale = scales.get(wordAt(tokens, at));
  if (Number.isNaN(n) || scale === undefined) return null;
  return value(i, n, { kind: 'money', unit: 'usd', factor: scale, to: at + 1 }, hedgeBefore(tokens, i));
};

const readAt = (tokens: readonly Token[], i: number): Value | null => {
  if (dollars.has(wordAt(tokens, i))) return dollarValue(tokens, i);
  if (wordAt(tokens, i).startsWith('us')) return codeValue(tokens, i);
  const { value: n, to } = numberAt(tokens, i);
  if (Number.isNaN(n)) return null;
  const half = halfAfter(tokens, to);
  const unit = unitAt(tokens, half < 0 ? to : half);
  if (unit !== null) return withHalf(tokens, value(i, half < 0 ? n : n + 0.5, unit, hedgeBefore(tokens, i)));
  const article = /^an?$/.test(wordAt(tokens, i)) && to === i + 1;
  return article ? null : value(i, n, { kind: 'count', unit: '', factor: 1, to }, hedgeBefore(tokens, i));
};

const mayBegin = (token: Token): boolean =>
  token.kind === 'number' ||
  token.lower === '$' ||
  beginsNumber(token) ||
  (token.lower.startsWith('us') && (token.lower === 'usd' || glued.test(token.lower)));

/** Numbers with their units, one by one; `ratePairs` joins them. Durations in minutes, money in billions. */
export const values = (tokens: readonly Token[]): Value[] => {
  const found: Value[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokenAt(tokens, i);
    if (!mayBegin(token)) continue;
    const read = readAt(tokens, i);
    if (read === null) continue;
    found.push(read);
    i = read.to - 1;
  }
  return found;
};
