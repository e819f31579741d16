import { isNone } from './corpus';
import { type Outcome } from './run';

interface Count {
  readonly right: number;
  readonly all: number;
}

/** Figures beside the score: what the labels say of fields that it does not count, and what must hold of any reading. */
export interface Extras {
  /** Of the matched tariffs, those with the label's basis; and authority, where the label names one, and where it names none. */
  readonly basis: Count;
  readonly authorityTold: Count;
  readonly authorityNone: Count;
  /** Articles with observations of which at least one is news. */
  readonly someNews: Count;
  /** Tariffs told as past that are background. */
  readonly pastIsBackground: Count;
  /** Observations whose evidence is the article's own words at the place that it names. */
  readonly evidenceExact: Count;
}

const count = (checks: readonly boolean[]): Count => ({
  right: checks.filter(Boolean).length,
  all: checks.length,
});

export const extras = (outcomes: readonly Outcome[]): Extras => {
  const tariffs = outcomes.flatMap((o) =>
    o.pairs.flatMap((pair) => {
      const gold = o.article.gold.observations[pair.gold];
      const read = o.read[pair.read];
      return gold?.type === 'tariff' && read !== undefined && gold['basis'] !== undefined
        ? [{ gold, read }]
        : [];
    }),
  );
  const told = tariffs.filter(({ gold }) => !isNone(gold['authority']));
  const none = tariffs.filter(({ gold }) => isNone(gold['authority']));
  const all = outcomes.flatMap((o) =>
    o.observations.map((observation) => ({ article: o.article, observation })),
  );
  return {
    basis: count(tariffs.map(({ gold, read }) => gold['basis'] === read['basis'])),
    authorityTold: count(told.map(({ gold, read }) => gold['authority'] === read['authority'])),
    authorityNone: count(none.map(({ read }) => isNone(read['authority']))),
    someNews: count(
      outcomes.filter((o) => o.observations.length > 0).map((o) => o.observations.some(({ news }) => news)),
    ),
    pastIsBackground: count(
      all.flatMap(({ observation: o }) => (o.type === 'tariff' && o.status === 'past' ? [!o.news] : [])),
    ),
    evidenceExact: count(
      all.map(({ article, observation: { evidence: e } }) => article[e.in].slice(e.start, e.end) === e.text),
    ),
  };
};
