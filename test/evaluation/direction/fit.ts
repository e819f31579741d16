import { type CueWeights } from '@app/extraction';
import { hash, seeded } from '../random';
import { PARTS, partOf } from '../parts';
import { isRight, type Sample } from './samples';

/** Values tried for each weight, all against all. What is not here is not fitted: `most` and `neutralBelow` hardly matter. */
const GRID = {
  head: [1, 1.5, 2, 2.5, 3],
  lead: [0.5, 0.75, 1, 1.25, 1.5],
  body: [0.1, 0.2, 0.3, 0.4],
  plain: [1, 1.5, 2, 2.5],
  plainer: [1.5, 2, 2.5, 3, 4],
  mixedShare: [0.1, 0.15, 0.2, 0.25, 0.3],
} as const;
const MOST = 8;
const NEUTRAL_BELOW = 0.5;

type Name = keyof typeof GRID;
const NAMES: readonly Name[] = ['head', 'lead', 'body', 'plain', 'plainer', 'mixedShare'];

/** Each article is also read as if so much of what was found had been missed: of unseen text the rules find less. */
const MISSED = 0.4;
const COPIES = 2;
/** An article as it is counts as much as so many of its copies. */
const WHOLE = 3;

/** The sample itself and its copies with a part of the news taken away, the same ones each time. */
const copiesOf = (sample: Sample): readonly Sample[] => {
  const { signals } = sample;
  if (signals === null) return [sample];
  const next = seeded(hash(sample.id));
  const thinned = Array.from({ length: COPIES }, (): Sample => {
    const news = signals.news.filter(() => next() >= MISSED);
    return { ...sample, signals: { ...signals, news } };
  });
  return [...Array.from({ length: WHOLE }, () => sample), ...thinned];
};

/** A point of the grid: an index into the values of each weight. */
type Point = Readonly<Record<Name, number>>;

const weightsAt = (point: Point): CueWeights => ({
  head: GRID.head[point.head] ?? 0,
  lead: GRID.lead[point.lead] ?? 0,
  body: GRID.body[point.body] ?? 0,
  most: MOST,
  plain: GRID.plain[point.plain] ?? 0,
  plainer: GRID.plainer[point.plainer] ?? 0,
  neutralBelow: NEUTRAL_BELOW,
  mixedShare: GRID.mixedShare[point.mixedShare] ?? 0,
});

const points = (): readonly Point[] => {
  let found: Point[] = [{ head: 0, lead: 0, body: 0, plain: 0, plainer: 0, mixedShare: 0 }];
  for (const name of NAMES)
    found = found.flatMap((point) => GRID[name].map((_, i): Point => ({ ...point, [name]: i })));
  return found;
};

const keyOf = (point: Point): string => NAMES.map((name) => point[name]).join();

/** A point together with its neighbours along each weight: a lone peak is chance. */
const around = (point: Point): readonly Point[] => [
  point,
  ...NAMES.flatMap((name) =>
    [-1, 1]
      .map((step): Point => ({ ...point, [name]: point[name] + step }))
      .filter((near) => GRID[name][near[name]] !== undefined),
  ),
];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The weights whose point of the grid, with its neighbours, reads most samples and thinned copies rightly; of equals the first. */
export const fitWeights = (samples: readonly Sample[]): CueWeights => {
  const all = samples.flatMap(copiesOf);
  const grid = points();
  const right = new Map(
    grid.map((point) => {
      const weights = weightsAt(point);
      return [keyOf(point), all.filter((sample) => isRight(sample, weights)).length];
    }),
  );
  let best: { readonly point: Point; readonly score: number } | null = null;
  for (const point of grid) {
    const score = mean(around(point).map((near) => right.get(keyOf(near)) ?? 0));
    if (best === null || score > best.score) best = { point, score };
  }
  if (best === null) throw new Error('nothing to fit: the grid is empty');
  return weightsAt(best.point);
};

/** How many samples are read rightly where each third is read with weights fitted on the other two. */
export const crossValidated = (samples: readonly Sample[]): number =>
  PARTS.reduce((sum, part) => {
    const weights = fitWeights(samples.filter(({ id }) => partOf(id) !== part));
    return sum + samples.filter((s) => partOf(s.id) === part && isRight(s, weights)).length;
  }, 0);
