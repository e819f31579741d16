import { type Observation, type Place, type TariffObservation } from '../shared/observation';

type Rated = TariffObservation & Place & { readonly rate: number };

const isOpen = (one: Observation): one is Rated =>
  one.type === 'tariff' &&
  one.scope === 'all' &&
  one.rate !== null &&
  one.rate > 0 &&
  one.status !== 'past' &&
  ['unknown', 'additional', 'cumulative_total'].includes(one.basis);

const adds = (a: number, b: number, sum: number): boolean => Math.abs(a + b - sum) < 0.01;

/**
 * An article that tells 20, 125 and 145 percent tells two parts and their sum. Gives, by observation id, `part` or `total`
 * where the article's own arithmetic settles what a number counts.
 */
export const articleHints = (observations: readonly Observation[]): ReadonlyMap<string, 'part' | 'total'> => {
  const hints = new Map<string, 'part' | 'total'>();
  const open = observations.filter(isOpen);
  const mark = (one: Rated, hint: 'part' | 'total'): void => {
    if (one.basis === 'unknown' || (one.basis === 'additional' && hint === 'part')) hints.set(one.id, hint);
  };
  for (const sum of open) {
    const others = open.filter(
      (one) => one.imposer === sum.imposer && one.id !== sum.id && one.rate < sum.rate,
    );
    const pair = others
      .flatMap((a, i) => others.slice(i + 1).map((b) => [a, b] as const))
      .find(([a, b]) => adds(a.rate, b.rate, sum.rate));
    const onTop = others.find(
      (one) => sum.rateFrom !== null && one.rateFrom === null && adds(one.rate, sum.rateFrom, sum.rate),
    );
    for (const part of pair ?? (onTop ? [onTop] : [])) mark(part, 'part');
    if (pair ?? onTop) mark(sum, 'total');
  }
  return hints;
};
