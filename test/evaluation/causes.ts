import { type GoldLine, type Line } from './corpus';
import { type Outcome } from './run';
import { differences } from './score';

export interface ReadingError {
  readonly article: string;
  readonly kind: 'missed' | 'wrong';
  /** Why, as far as the two lists tell: the key field that differs, or what else went wrong. */
  readonly cause: string;
  readonly line: Line;
  /** The rule that read a wrong one. */
  readonly ruleId: string | null;
}

/** Of some candidates, the fewest key fields in which one differs from the line; null without a candidate. */
const nearest = (line: Line, candidates: readonly Line[]): readonly string[] | null =>
  candidates
    .map((candidate) => differences(line, candidate))
    .filter((fields) => fields !== null)
    .reduce<readonly string[] | null>(
      (best, f) => (best === null || f.length < best.length ? f : best),
      null,
    );

const touches = (a: Line, b: Line): boolean => {
  const [x, y] = [String(a['evidence'] ?? ''), String(b['evidence'] ?? '')];
  return x !== '' && y !== '' && (x.includes(y) || y.includes(x));
};

const missedBecause = (gold: GoldLine, outcome: Outcome, unused: readonly Line[]): string => {
  if (outcome.read.length === 0 && !outcome.extraction.relevant) return 'not gated in';
  const fields = nearest(gold, unused);
  if (fields?.length === 1) return `wrong ${String(fields[0])}`;
  const atThePlace = outcome.read.filter((read) => touches(gold, read));
  if (atThePlace.some((read) => read.type === gold.type)) return 'read there, several fields differ';
  return atThePlace.length > 0 ? 'read there as another type' : 'no rule fired';
};

const wrongBecause = (read: Line, outcome: Outcome, unfound: readonly Line[]): string => {
  if (!outcome.article.gold.relevant) return 'invented, article irrelevant';
  const open = nearest(read, unfound);
  if (open?.length === 1) return `wrong ${String(open[0])}`;
  const any = nearest(read, outcome.article.gold.observations);
  if (any?.length === 0) return 'doubled';
  return any?.length === 1 ? `wrong ${String(any[0])}` : 'invented';
};

/** Every required label that was missed and everything read that no label has, with a cause. */
export const errorsOf = (outcome: Outcome): readonly ReadingError[] => {
  const { article, read, pairs, observations } = outcome;
  const found = new Set(pairs.map((pair) => pair.gold));
  const right = new Set(pairs.map((pair) => pair.read));
  const unfound = article.gold.observations.filter((_, i) => !found.has(i));
  const unused = read.filter((_, j) => !right.has(j));
  const missed = unfound
    .filter((gold) => gold.required)
    .map((gold) => ({
      article: article.id,
      kind: 'missed' as const,
      cause: missedBecause(gold, outcome, unused),
      line: gold,
      ruleId: null,
    }));
  const wrong = read.flatMap((line, j) =>
    right.has(j)
      ? []
      : [
          {
            article: article.id,
            kind: 'wrong' as const,
            cause: wrongBecause(line, outcome, unfound),
            line,
            ruleId: observations[j]?.ruleId ?? null,
          },
        ],
  );
  return [...missed, ...wrong];
};
