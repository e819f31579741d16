import { seeded } from './random';

const SEED = 2025;
const ROUNDS = 1000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How much a figure would move if other articles of the same kind had been labelled: the middle 95% of the
 * figure over 1,000 samples of the articles, drawn with replacement and with a fixed seed. Null where the
 * figure is undefined.
 */
export const interval = <T>(
  articles: readonly T[],
  figure: (sample: readonly T[]) => number | null,
): Interval | null => {
  const next = seeded(SEED);
  const draw = (): readonly T[] =>
    articles.flatMap(() => {
      const one = articles[Math.floor(next() * articles.length)];
      return one === undefined ? [] : [one];
    });
  const figures = Array.from({ length: ROUNDS }, () => figure(draw()))
    .filter((x) => x !== null)
    .sort((a, b) => a - b);
  const at = (share: number): number | undefined => figures[Math.floor(share * (figures.length - 1))];
  const low = at(0.025);
  const high = at(0.975);
  return low === undefined || high === undefined ? null : { low, high };
};
