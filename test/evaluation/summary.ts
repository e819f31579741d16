import { interval, type Interval } from './bootstrap';
import { errorsOf, type ReadingError } from './causes';
import { TYPES } from './corpus';
import { extras, type Extras } from './extras';
import { type Outcome } from './run';
import { ratio, scores, sum, type Scores, type Tally } from './tally';

export interface Row extends Scores {
  readonly required: number;
  readonly extracted: number;
  readonly f1Interval: Interval | null;
}
interface RuleRow {
  readonly rule: string;
  readonly fired: number;
  readonly right: number;
  readonly wrong: number;
}
interface CauseRow {
  readonly kind: ReadingError['kind'];
  readonly type: string;
  readonly cause: string;
  readonly count: number;
}
export interface Summary {
  readonly articles: number;
  readonly types: Readonly<Record<string, Row>>;
  readonly overall: Row;
  readonly irrelevant: { readonly clean: number; readonly all: number };
  readonly relevant: { readonly gatedIn: number; readonly all: number };
  readonly direction: { readonly right: number; readonly all: number };
  readonly causes: readonly CauseRow[];
  readonly rules: readonly RuleRow[];
  readonly extras: Extras;
}

const talliesOf = (outcomes: readonly Outcome[], type: string): readonly Tally[] =>
  outcomes.flatMap(({ tallies }) => {
    const one = tallies[type];
    return one === undefined ? [] : [one];
  });
const totalOf = (outcomes: readonly Outcome[]): Tally =>
  sum(TYPES.flatMap((type) => talliesOf(outcomes, type)));

const row = (outcomes: readonly Outcome[], total: (of: readonly Outcome[]) => Tally): Row => {
  const all = total(outcomes);
  return {
    ...scores(all),
    required: all.required,
    extracted: all.extracted,
    f1Interval: interval(outcomes, (sample) => scores(total(sample)).f1),
  };
};

const counted = <T>(items: readonly T[], name: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return groups;
};

const ruleRows = (outcomes: readonly Outcome[]): readonly RuleRow[] => {
  const fired = outcomes.flatMap(({ observations, pairs }) => {
    const right = new Set(pairs.map((pair) => pair.read));
    return observations.map(({ ruleId }, j) => ({ rule: ruleId, right: right.has(j) }));
  });
  return [...counted(fired, ({ rule }) => rule)]
    .map(([rule, uses]) => {
      const right = uses.filter((use) => use.right).length;
      return { rule, fired: uses.length, right, wrong: uses.length - right };
    })
    .sort((a, b) => b.wrong - a.wrong || b.fired - a.fired || (a.rule < b.rule ? -1 : 1));
};

const causeRows = (errors: readonly ReadingError[]): readonly CauseRow[] =>
  [...counted(errors, (e) => [e.kind, e.line.type, e.cause].join('\t'))]
    .flatMap(([, of]) => {
      const first = of[0];
      return first === undefined
        ? []
        : [{ kind: first.kind, type: first.line.type, cause: first.cause, count: of.length }];
    })
    .sort((a, b) => (a.kind === b.kind ? b.count - a.count : a.kind < b.kind ? -1 : 1));

/** All figures of a set of articles. */
export const summarise = (outcomes: readonly Outcome[]): Summary => {
  const irrelevant = outcomes.filter((o) => !o.article.gold.relevant);
  const relevant = outcomes.filter((o) => o.article.gold.relevant);
  return {
    articles: outcomes.length,
    types: Object.fromEntries(
      TYPES.map((type) => [type, row(outcomes, (sample) => sum(talliesOf(sample, type)))]),
    ),
    overall: row(outcomes, totalOf),
    irrelevant: {
      clean: irrelevant.filter((o) => o.observations.length === 0).length,
      all: irrelevant.length,
    },
    relevant: { gatedIn: relevant.filter((o) => o.extraction.relevant).length, all: relevant.length },
    direction: {
      right: outcomes.filter((o) => o.extraction.direction === o.article.gold.direction).length,
      all: outcomes.length,
    },
    causes: causeRows(outcomes.flatMap(errorsOf)),
    rules: ruleRows(outcomes),
    extras: extras(outcomes),
  };
};

/** The figures that have a floor, in points of 100. Precision and recall trade off, so F1 stands for both. */
export const floorFigures = (summary: Summary): Readonly<Record<string, number>> => {
  const points = (share: number | null): number => Math.floor(1000 * (share ?? 0)) / 10;
  const { irrelevant, direction, overall, types } = summary;
  return {
    f1: points(overall.f1),
    detail: points(overall.detail),
    ...(irrelevant.all > 0 ? { irrelevantClean: points(ratio(irrelevant.clean, irrelevant.all)) } : {}),
    direction: points(ratio(direction.right, direction.all)),
    ...Object.fromEntries(
      Object.entries(types)
        .filter(([, { required }]) => required > 0)
        .map(([type, { f1 }]) => [`f1.${type}`, points(f1)]),
    ),
  };
};
