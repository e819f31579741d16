import { TYPES, type Line } from './corpus';
import { type Pair } from './score';

/** Counts, which add up over articles. */
export interface Tally {
  readonly required: number;
  readonly found: number;
  readonly extracted: number;
  readonly right: number;
  readonly detailRight: number;
  readonly detailAll: number;
}
export type Tallies = Readonly<Record<string, Tally>>;

const ZERO: Tally = { required: 0, found: 0, extracted: 0, right: 0, detailRight: 0, detailAll: 0 };

const add = (a: Tally, b: Tally): Tally => ({
  required: a.required + b.required,
  found: a.found + b.found,
  extracted: a.extracted + b.extracted,
  right: a.right + b.right,
  detailRight: a.detailRight + b.detailRight,
  detailAll: a.detailAll + b.detailAll,
});

export const sum = (tallies: readonly Tally[]): Tally => tallies.reduce(add, ZERO);

/** What one article adds to the counts of each type. */
export const tally = (gold: readonly Line[], read: readonly Line[], pairs: readonly Pair[]): Tallies => {
  const found = new Set(pairs.map((pair) => pair.gold));
  const right = new Set(pairs.map((pair) => pair.read));
  const ofType = (type: string): Tally => {
    const required = gold.flatMap((g, i) => (g.type === type && g['required'] === true ? [i] : []));
    const extracted = read.flatMap((r, j) => (r.type === type ? [j] : []));
    const matched = pairs.filter((pair) => gold[pair.gold]?.type === type);
    return {
      required: required.length,
      found: required.filter((i) => found.has(i)).length,
      extracted: extracted.length,
      right: extracted.filter((j) => right.has(j)).length,
      detailRight: matched.reduce((n, pair) => n + pair.details.right, 0),
      detailAll: matched.reduce((n, pair) => n + pair.details.all, 0),
    };
  };
  return Object.fromEntries(TYPES.map((type) => [type, ofType(type)]));
};

/** Shares of 1; null where there is nothing to divide by. */
export interface Scores {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly detail: number | null;
}

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const scores = (t: Tally): Scores => {
  const precision = ratio(t.right, t.extracted);
  const recall = ratio(t.found, t.required);
  const total = (precision ?? 0) + (recall ?? 0);
  return {
    precision,
    recall,
    f1: total === 0 ? null : (2 * (precision ?? 0) * (recall ?? 0)) / total,
    detail: ratio(t.detailRight, t.detailAll),
  };
};
