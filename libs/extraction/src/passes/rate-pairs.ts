import { months } from '../lexicon/dates';
import { wordAt, type Token, type Value } from '../doc';
import { valueWith } from '../with';

const isRate = (v: Value | undefined): boolean => v?.kind === 'percent';
const bare = (v: Value | undefined): boolean => v?.kind === 'count' && v.unit === '';

/** Words between two values, at most four, joined. */
const between = (tokens: readonly Token[], a: Value, b: Value): string => {
  if (b.from - a.to > 4) return '…';
  const words: string[] = [];
  for (let i = a.to; i < b.from; i += 1) words.push(wordAt(tokens, i));
  return words.join(' ');
};

/** "List 3", "Section 301": a number that names, and counts nothing. */
const isNumbering = (tokens: readonly Token[], v: Value): boolean =>
  months.has(wordAt(tokens, v.from - 1)) ||
  /^(?:lists?|sections?|phase|no|article|chapter)$/.test(wordAt(tokens, v.from - 1));

/** The two words before a value, "the" aside. */
const aheadOf = (tokens: readonly Token[], v: Value): string => {
  const end = wordAt(tokens, v.from - 1) === 'the' ? v.from - 1 : v.from;
  return `${wordAt(tokens, end - 2)} ${wordAt(tokens, end - 1)}`;
};

type Relation = 'old-new' | 'new-old' | 'range' | null;

/** The words between two rates that tell the new one from the old one, wherever they stand. */
const byGap: readonly (readonly [RegExp, Relation])[] = [
  [/^(?:, )?(?:and )?(?:not|instead of|rather than)(?: the)?$/, 'new-old'],
  [
    /^(?:, )?(?:raised|lifted|increased|cut|lowered|reduced|up|down)? ?from(?: the)?(?: current)?$/,
    'new-old',
  ],
  [/^becomes?$/, 'old-new'],
  [/^(?:up to|down to|to as much as|to a total of)$/, 'old-new'],
  [/^(?:,? ?or(?: even| maybe| perhaps| possibly)?|-)$/, 'range'],
];

/** By the word before the first: "between 5 and 10", "from 20 percent in March to 145 percent". */
const byLead = (before: string, gap: string): Relation => {
  if (before === 'between' && gap === 'and') return 'range';
  if (before === 'from' && /^(?:in \w+ )?to$/.test(gap)) return 'old-new';
  return gap === 'to' ? 'range' : null;
};

/** How two neighbouring rates stand to each other, by the words before, between and around them. */
const relation = (tokens: readonly Token[], a: Value, b: Value): Relation => {
  const gap = between(tokens, a, b);
  const plain = byGap.find(([pattern]) => pattern.test(gap));
  if (plain !== undefined) return plain[1];
  // "to 84pc from Thursday, instead of the 34pc announced before"
  const instead = b.from - a.to <= 10 && /^(?:instead of|rather than)$/.test(aheadOf(tokens, b));
  return instead ? 'new-old' : byLead(wordAt(tokens, a.from - 1), gap);
};

const joined = (a: Value, b: Value, how: Relation): [Value, Value] => {
  if (how === 'old-new')
    return [
      valueWith(a, { kind: 'percent', role: 'from' }),
      valueWith(b, { kind: 'percent', before: a.value }),
    ];
  if (how === 'new-old')
    return [
      valueWith(a, { kind: 'percent', before: b.value }),
      valueWith(b, { kind: 'percent', role: 'from' }),
    ];
  return [valueWith(a, { kind: 'percent', role: 'low' }), valueWith(b, { kind: 'percent', low: a.value })];
};

/** At least one has a unit; or "10 percent becomes 5, and 5 becomes 2.5". */
const isPairable = (tokens: readonly Token[], a: Value, b: Value, all: readonly Value[]): boolean => {
  if ((isRate(a) && (isRate(b) || bare(b))) || (bare(a) && isRate(b)))
    return !(bare(a) && isNumbering(tokens, a));
  return bare(a) && bare(b) && /^becomes?$/.test(between(tokens, a, b)) && all.some(isRate);
};

/** A year ahead of a comma is no rate. */
const HIGHEST = 500;

/** "10, 20 or 25 percent": the comma between the first two is of a list that goes on. */
const isListed = (tokens: readonly Token[], b: Value, c: Value): boolean =>
  isRate(b) && isRate(c) && (b.role === 'low' || /^(?:,|,? ?(?:and|or))$/.test(between(tokens, b, c)));

/** "10, 20 or 25 percent", "10, 15 and 25 percent": numbers ahead of a rate in a list are rates as well, of a range its lower ends. */
const withListed = (tokens: readonly Token[], all: readonly Value[]): Value[] => {
  const found = [...all];
  for (let i = found.length - 3; i >= 0; i -= 1) {
    const [a, b, c] = found.slice(i, i + 3);
    if (a === undefined || b === undefined || c === undefined || !isListed(tokens, b, c)) continue;
    if (bare(a) && a.value < HIGHEST && between(tokens, a, b) === ',' && !isNumbering(tokens, a))
      found[i] = { ...a, kind: 'percent', role: b.role === 'low' ? 'low' : 'main' };
  }
  return found;
};

/** Joins the ends of "from 145% to 30%", "30% from 145%", "5 to 25 percent"; a bare end takes the other's unit. */
export const ratePairs = (tokens: readonly Token[], values: readonly Value[]): Value[] => {
  const found = [...values];
  for (let i = 0; i + 1 < found.length; i += 1) {
    const a = found[i];
    const b = found[i + 1];
    if (a === undefined || b === undefined) break;
    if (!isPairable(tokens, a, b, found)) continue;
    const how = relation(tokens, a, b);
    // "duties of 15 and 10 percent": two rates, one unit.
    if (how === null && bare(a) && between(tokens, a, b) === 'and' && !isNumbering(tokens, a))
      found[i] = valueWith(a, { kind: 'percent' });
    if (how === null) continue;
    const [first, second] = joined(a, b, how);
    found[i] = first;
    found[i + 1] = second;
  }
  return withListed(tokens, found);
};
