export type Pair = readonly [number, number];

export const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length;

/** Pearson's r; null for fewer than three pairs or where one side does not vary. */
export const pearson = (pairs: readonly Pair[]): number | null => {
  if (pairs.length < 3) return null;
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const sum = (of: (pair: Pair) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  const across = sum(([x, y]) => (x - mx) * (y - my));
  const spread = Math.sqrt(sum(([x]) => (x - mx) ** 2) * sum(([, y]) => (y - my) ** 2));
  return spread === 0 ? null : across / spread;
};

/** Ranks from 1; equals share the mean of their ranks. */
export const ranks = (of: readonly number[]): readonly number[] => {
  const sorted = [...of].sort((a, b) => a - b);
  return of.map((x) => (sorted.indexOf(x) + sorted.lastIndexOf(x)) / 2 + 1);
};

/** Spearman's rho: Pearson's r of the ranks. */
export const spearman = (pairs: readonly Pair[]): number | null => {
  const [x, y] = [ranks(pairs.map(([one]) => one)), ranks(pairs.map(([, one]) => one))];
  return pearson(x.map((rank, i) => [rank, y[i] ?? 0] as const));
};

/** A value by month (`2025-04`) or by day. */
export type Series = ReadonlyMap<string, number>;

/** The values of two series at the times that both have, in order of time. */
export const paired = (x: Series, y: Series): readonly Pair[] =>
  [...x.keys()].sort().flatMap((time) => {
    const [a, b] = [x.get(time), y.get(time)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });

/** The change from each pair to the next. */
export const changes = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.slice(1).map(([x, y], i) => [x - (pairs[i]?.[0] ?? 0), y - (pairs[i]?.[1] ?? 0)] as const);

export interface Correlation {
  readonly n: number;
  readonly pearson: number | null;
  readonly spearman: number | null;
}

export const correlate = (pairs: readonly Pair[]): Correlation => ({
  n: pairs.length,
  pearson: pearson(pairs),
  spearman: spearman(pairs),
});

/** A series of days as the mean of each month. */
export const monthly = (days: Series): Series => {
  const months = new Map<string, number[]>();
  for (const [day, value] of days) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), value]);
  }
  return new Map([...months].map(([month, values]) => [month, mean(values)]));
};
