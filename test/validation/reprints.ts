import { nameId } from '@app/contracts';
import { type ArticleObserved, type Observation } from '@app/domain';
import { relationOf } from './articles';
import { dailyTension } from './tension-days';
import { mean, pearson, paired, type Series } from './statistics';
import { plusDays, daysFrom } from './days';

// What de-duplication does to the index: the same articles with it and without.

const NAMESPACE = '5b0c1d52-0e0f-5d0f-9f0e-2b1a6a3a7f11';
const COPIES = 9;
/** After eight half-lives less than half a percent is left. */
const LASTS_DAYS = 112;

const copyOf = (input: ArticleObserved, copy: number): ArticleObserved => ({
  ...input,
  articleId: nameId(NAMESPACE, input.articleId, String(copy)),
  url: null,
  publisher: `reprint-${copy}.example`,
  observations: input.observations.map((one): Observation => ({
    ...one,
    id: nameId(NAMESPACE, one.id, String(copy)),
  })),
});

const reprinted = (inputs: readonly ArticleObserved[]): readonly ArticleObserved[] =>
  inputs.flatMap((input) => [input, ...Array.from({ length: COPIES }, (_, copy) => copyOf(input, copy))]);

/** Without signatures no text is taken for another's reprint. */
const unsigned = (inputs: readonly ArticleObserved[]): readonly ArticleObserved[] =>
  inputs.map((input) => ({ ...input, signature: [] }));

/** The sum of the index of each article in a world of its own: every report counts as an event. */
const everyReport = (inputs: readonly ArticleObserved[], days: readonly string[]): Series => {
  const sum = new Map(days.map((day) => [day, 0]));
  for (const input of inputs) {
    const published = input.publishedAt.slice(0, 10);
    // Background dates things before the publication; before that day nobody could have read it.
    const lasting = daysFrom(published, plusDays(published, LASTS_DAYS)).filter((day) => sum.has(day));
    for (const [day, value] of dailyTension(relationOf([input]), lasting).index)
      sum.set(day, (sum.get(day) ?? 0) + value);
  }
  return sum;
};

export interface Deduplicated {
  readonly what: string;
  readonly mean: number;
  readonly meanMagnitude: number;
  readonly mostApart: number;
  /** With the index as it is, over all days. */
  readonly pearson: number | null;
}

/** The index with and without de-duplication, over some days. */
export const withoutDeduplication = (
  inputs: readonly ArticleObserved[],
  days: readonly string[],
): readonly Deduplicated[] => {
  const indexOf = (of: readonly ArticleObserved[]): Series => dailyTension(relationOf(of), days).index;
  const asIs = indexOf(inputs);
  const told = (what: string, series: Series): Deduplicated => {
    const pairs = paired(series, asIs);
    return {
      what,
      mean: mean(pairs.map(([x]) => x)),
      meanMagnitude: mean(pairs.map(([x]) => Math.abs(x))),
      mostApart: Math.max(...pairs.map(([x, y]) => Math.abs(x - y))),
      pearson: pearson(pairs),
    };
  };
  const many = reprinted(inputs);
  return [
    told('as it is', asIs),
    told(`each article reprinted by ${COPIES} others`, indexOf(many)),
    told('the same, reprints not recognised', indexOf(unsigned(many))),
    told('every report an event of its own', everyReport(inputs, days)),
  ];
};
