import { type Relation } from '@app/domain';
import { disagreements, shares, total, type Disagreement, type Share } from './agreement';
import { loadTold, observedOf, relationOf, WAYS, type Told, type Way } from './articles';
import { againstPiie, againstWaugh, type Added, type AverageRow } from './averages';
import { CORPUS } from './corpus';
import { daysFrom } from './days';
import { compareEvents } from './event-states';
import { holdAgainst, type Held } from './outside';
import { placebos, type Placebo } from './placebo';
import { type Reference } from './reference';
import { withoutDeduplication, type Deduplicated } from './reprints';
import { scoreSummaries, type SummaryScore } from './summaries';
import { compareTariffs } from './tariff-states';
import { dailyTension, onKnownDays, type Moved } from './tension-days';

const FIRST_DAY = '2018-01-01';
const LAST_DAY = '2026-09-30';

/** What one way of reading the articles leads to. */
export interface Findings {
  readonly summaries: { readonly today: SummaryScore; readonly then: SummaryScore };
  /** Tariffs, and meetings and truces, after each step of the timeline. */
  readonly timeline: {
    readonly steps: number;
    readonly fields: Readonly<Record<string, Share>>;
    readonly total: Share;
    readonly disagreements: readonly Disagreement[];
  };
  readonly piie: readonly AverageRow[];
  readonly waugh: Added;
  readonly knownDays: readonly Moved[];
  readonly outside: readonly Held[];
  readonly deduplication: readonly Deduplicated[];
}
export interface Results {
  readonly articles: number;
  readonly ways: Readonly<Record<Way, Findings>>;
  readonly placebos: readonly Placebo[];
}

const timelineOf = (
  relation: Relation,
  reference: Reference,
  nameOf: (observationId: string) => string,
): Findings['timeline'] => {
  const comparisons = [...compareTariffs(relation, reference, nameOf), ...compareEvents(relation, reference)];
  const fields = shares(comparisons);
  return {
    steps: reference.steps.length,
    fields: Object.fromEntries(fields),
    total: total(fields.values()),
    disagreements: disagreements(comparisons),
  };
};

const findingsOf = (told: readonly Told[], way: Way, reference: Reference): Findings => {
  const inputs = told.map((one) => observedOf(one, way));
  const relation = relationOf(inputs);
  const days = daysFrom(FIRST_DAY, LAST_DAY);
  const names = new Map(
    told.flatMap(({ article, readings }) =>
      readings[way].observations.map(({ id }) => [id, article.externalId ?? article.id] as const),
    ),
  );
  return {
    summaries: {
      today: scoreSummaries(relation, reference, false),
      then: scoreSummaries(relation, reference, true),
    },
    timeline: timelineOf(relation, reference, (id) => names.get(id) ?? id),
    piie: againstPiie(relation, reference),
    waugh: againstWaugh(relation, reference),
    knownDays: onKnownDays(relation),
    outside: holdAgainst(dailyTension(relation, days), reference),
    deduplication: withoutDeduplication(inputs, days),
  };
};

/** All comparisons with the reference, by both ways of reading. */
export const validate = async (reference: Reference): Promise<Results> => {
  const told = await loadTold(CORPUS);
  const others = await loadTold(['newsroom']);
  const [extraction, labels] = WAYS.map((way) => findingsOf(told, way, reference));
  if (extraction === undefined || labels === undefined) throw new Error('no way of reading');
  return {
    articles: told.length,
    ways: { extraction, labels },
    placebos: placebos([...told, ...others], daysFrom(FIRST_DAY, LAST_DAY)),
  };
};
