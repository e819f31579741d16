import fc from 'fast-check';
import {
  createRelation,
  factRows,
  facetsOf,
  followState,
  probe,
  readFacet,
  record,
  state,
  TENSION,
  tension,
  timeline,
  type ArticleObserved,
  type Observation,
  type Reading,
  type Relation,
  type RelationInput,
} from './index';
import { beliefAnew } from './relation/read';
import { askedInstant } from './shared/calendar';

// The laws that make order of arrival drop out, on random histories.

const DAYS = [
  '2025-03-28',
  '2025-04-02',
  '2025-04-03',
  '2025-04-05',
  '2025-04-09',
  '2025-04-20',
  '2025-05-12',
  '2025-07-01',
];
const day = fc.constantFrom(...DAYS);
const date = fc.option(fc.constantFrom(...DAYS, '2025-04', '2025-05', '2025'), { nil: null });
const party = fc.constantFrom('US' as const, 'CN' as const);
const rate = fc.constantFrom(0, 10, 20, 30, 34, 54, 104, 125, 145);
const optionalRate = fc.option(rate, { nil: null });

const common = fc.record({
  confidence: fc.constantFrom(0.3, 0.8, 1),
  news: fc.boolean(),
  source: fc.constantFrom('US' as const, 'reporter' as const),
  words: fc.constantFrom('an additional tariff', 'a further 10 percent', 'fell to 47 percent'),
});

type Body = Readonly<Record<string, unknown>> & { readonly type: string };

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.record({
    type: fc.constant('tariff'),
    imposer: party,
    rate: optionalRate,
    rateFrom: optionalRate,
    status: fc.constantFrom('in_effect', 'announced', 'threatened', 'suspended', 'past'),
    scope: fc.constantFrom('all', 'all', 'product'),
    product: fc.constantFrom('steel and aluminum', '$50 billion of goods', '$34 billion of goods', 'metals'),
    effective: date,
    until: date,
    basis: fc.constantFrom('additional', 'cumulative_total', 'average', 'unknown'),
    authority: fc.constantFrom('fentanyl', 'reciprocal', 'ieepa', null),
    tradeUsdBn: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('truce'),
    status: fc.constantFrom(
      'proposed',
      'agreed',
      'in_force',
      'extended',
      'strained',
      'violation_alleged',
      'collapsed',
      'expired',
    ),
    by: fc.option(party, { nil: null }),
    name: fc.constantFrom('Geneva', 'London', null),
    date,
    until: date,
    durationDays: fc.constantFrom(90, null),
  }),
  fc.record({
    type: fc.constant('meeting'),
    kind: fc.constantFrom('leader_call', 'trade_talks'),
    status: fc.constantFrom(
      'proposed',
      'invited',
      'agreed',
      'scheduled',
      'held',
      'postponed',
      'cancelled',
      'denied',
    ),
    date,
    place: fc.constantFrom('Geneva', 'Beijing', null),
    host: fc.option(party, { nil: null }),
    durationMinutes: fc.constantFrom(90, null),
    initiator: fc.option(party, { nil: null }),
  }),
  fc.record({
    type: fc.constant('measure'),
    actor: party,
    kind: fc.constantFrom('export_control', 'purchase'),
    subject: fc.constant('rare earths'),
    status: fc.constantFrom(
      'in_effect',
      'announced',
      'threatened',
      'suspended',
      'eased',
      'lifted',
      'pledged',
    ),
    date,
    until: date,
  }),
  fc.record({
    type: fc.constant('dispute'),
    claimant: fc.constant('US'),
    denier: fc.constant('CN'),
    about: fc.constant('a call'),
  }),
  fc.record({
    type: fc.constant('stance'),
    actor: party,
    tone: fc.constantFrom('hostile', 'conciliatory', 'cautious'),
  }),
);

const observed = fc.tuple(body, common);

const toObservation = (
  id: string,
  [what, { words, ...how }]: readonly [Body, { readonly words: string }],
): Observation => {
  const plain: unknown = {
    ...how,
    ...what,
    id,
    ruleId: 'random',
    evidence: { text: words },
    sentence: { text: words },
  };
  return plain as Observation;
};

// Signatures that are the same, nearly the same, or chained by what lies between: 0-1-2 are near each other in turn.
const signature = (text: number): number[] =>
  text > 2
    ? Array.from({ length: 128 }, (_, i) => text * 1000 + i)
    : Array.from({ length: 128 }, (_, i) => (i < text * 50 ? i + 1 : i + 500));

const article = fc
  .record({
    article: fc.integer({ min: 0, max: 5 }),
    revision: fc.integer({ min: 0, max: 1 }),
    publisher: fc.constantFrom('reuters.com', 'ustr.gov', 'example.org', 'blog.example'),
    publishedAt: fc
      .tuple(day, fc.constantFrom('T00:00:00.000Z', 'T09:30:00.000Z'))
      .map(([on, at]) => on + at),
    text: fc.integer({ min: 0, max: 4 }),
    relevant: fc.constantFrom(true, true, true, false),
    observations: fc.array(observed, { minLength: 0, maxLength: 3 }),
  })
  .map((one): ArticleObserved => ({
    type: 'ArticleObserved',
    articleId: `a${one.article}`,
    revision: `r${one.revision}`,
    url: null,
    publisher: one.publisher,
    publishedAt: one.publishedAt,
    title: 'random',
    signature: signature(one.text),
    engine: { id: 'random', version: '1' },
    relevant: one.relevant,
    direction: 'neutral',
    observations: one.observations.map((of, i) => toObservation(`a${one.article}.r${one.revision}.${i}`, of)),
  }));

const moment = day.map((on) => `${on}T12:00:00.000Z`);
const retraction = fc.record({
  type: fc.constant('ArticleRetracted' as const),
  articleId: fc.integer({ min: 0, max: 5 }).map((n) => `a${n}`),
  reason: fc.constant('wrong'),
  by: fc.constant('desk'),
  at: moment,
});
const correction = fc
  .record({
    number: fc.integer({ min: 0, max: 2 }),
    at: moment,
    of: observed,
    target: fc.constantFrom('a0.r0.0', 'a1.r0.0', 'a2.r1.1'),
    voids: fc.boolean(),
  })
  .map(({ number, at, of, target, voids }): RelationInput => ({
    type: 'OperatorCorrected',
    id: `c${number}`,
    correction: voids
      ? { kind: 'void', observationId: target }
      : { kind: 'assert', observation: toObservation(`c${number}.0`, of) },
    reason: 'checked',
    by: 'operator',
    at,
  }));
const dayPassed = day.map((on): RelationInput => ({ type: 'DayPassed', day: on }));

const idOf = (input: RelationInput): string =>
  input.type === 'ArticleObserved'
    ? `${input.articleId}.${input.revision}`
    : input.type === 'OperatorCorrected'
      ? input.id
      : JSON.stringify(input);

// One thing is recorded under one id: the same id never says two things.
const history: fc.Arbitrary<readonly RelationInput[]> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: article },
      { weight: 1, arbitrary: retraction },
      { weight: 1, arbitrary: correction },
      { weight: 1, arbitrary: dayPassed },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((inputs) => [...new Map(inputs.map((input) => [idOf(input), input])).values()]);

const relationOf = (inputs: readonly RelationInput[]): Relation => {
  const relation = createRelation();
  for (const input of inputs) record(relation, input);
  return relation;
};

const knownBy = (input: RelationInput, at: string): boolean =>
  input.type === 'DayPassed' || (input.type === 'ArticleObserved' ? input.publishedAt : input.at) <= at;

const SAMPLES = DAYS.flatMap((asOf) =>
  ['2025-04-02', '2025-04-09T10:00:00.000Z', '2025-07-01'].map((knownAt) => ({ asOf, knownAt })),
);

// Without any index: the ledger without what came later, folded for the question.
const foldedAnew = (
  relation: Relation,
  facet: string,
  { asOf, knownAt }: (typeof SAMPLES)[number],
): Reading | null => beliefAnew(relation, relation.facets.get(facet)!, askedInstant(knownAt)).at(asOf);

const everything = (relation: Relation): string =>
  JSON.stringify({
    now: state(relation),
    then: SAMPLES.map((moment) => state(relation, moment)),
    timeline: timeline(relation, { from: '2025-01-01', to: '2026-12-31' }),
    tension: SAMPLES.map((moment) => tension(relation, moment)),
    rows: [...facetsOf(relation), TENSION].map((facet) => factRows(relation, facet)),
  });

const runs = { numRuns: 120 };

describe('the laws of a relation', () => {
  it('reads the same in any order, with repetitions, split over any batches', () => {
    fc.assert(
      fc.property(
        history.chain((inputs) =>
          fc.tuple(
            fc.constant(inputs),
            fc.shuffledSubarray([...inputs, ...inputs], { minLength: inputs.length * 2 }),
          ),
        ),
        ([inputs, shuffled]) => {
          expect(everything(relationOf(shuffled))).toBe(everything(relationOf(inputs)));
        },
      ),
      runs,
    );
  });

  it('reads as of a moment of knowledge what a relation reads that was told no more', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...SAMPLES), (inputs, { asOf, knownAt }) => {
        const at = knownAt.length === 10 ? `${knownAt}T23:59:59.999Z` : knownAt;
        const then = relationOf(inputs.filter((input) => knownBy(input, at)));
        const all = relationOf(inputs);
        expect(state(all, { asOf, knownAt }).facets).toEqual(state(then, { asOf }).facets);
      }),
      runs,
    );
  });

  it('answers every day and moment of knowledge by one row, as a fold of the ledger does', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        const relation = relationOf(inputs);
        for (const facet of facetsOf(relation)) {
          const rows = factRows(relation, facet);
          for (const moment of SAMPLES) {
            expect(probe(rows, moment)?.reading ?? null).toEqual(foldedAnew(relation, facet, moment));
            expect(readFacet(relation, facet, moment)).toEqual(foldedAnew(relation, facet, moment));
          }
        }
      }),
      runs,
    );
  });

  it('answers for the tension of every day and moment of knowledge by one row', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        const relation = relationOf(inputs);
        const rows = factRows(relation, TENSION);
        for (const moment of SAMPLES.concat({ asOf: '2026-06-01', knownAt: '2025-07-01' })) {
          const { because, value } = probe(rows, moment)?.reading ?? { because: [], value: { index: 0 } };
          expect(readFacet(relation, TENSION, moment)).toMatchObject({ because, value });
        }
      }),
      runs,
    );
  });

  it('reads the same to whoever follows it step by step as to whoever asks for the first time', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 3 }), (inputs, each) => {
        const relation = createRelation();
        const follow = followState();
        inputs.forEach((input, i) => {
          record(relation, input);
          if (i % each > 0) return;
          const facets = [...follow(relation).values()].sort((a, b) => (a.facet < b.facet ? -1 : 1));
          expect(facets).toEqual(state(relation).facets);
        });
        const [first, again] = [follow(relation), follow(relation)];
        for (const [facet, one] of first) if (facet !== TENSION) expect(again.get(facet)).toBe(one);
      }),
      // What changes nothing but what was said lately is rare.
      { numRuns: 1000 },
    );
  });

  it('has the same rows whether they are asked for at every step or once at the end', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        const stepwise = createRelation();
        for (const input of inputs) {
          record(stepwise, input);
          for (const facet of [...facetsOf(stepwise), TENSION]) factRows(stepwise, facet);
        }
        const atOnce = relationOf(inputs);
        for (const facet of [...facetsOf(atOnce), TENSION])
          expect(factRows(stepwise, facet)).toEqual(factRows(atOnce, facet));
      }),
      runs,
    );
  });

  it('never believes two things of one day at one moment', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        const relation = relationOf(inputs);
        for (const facet of [...facetsOf(relation), TENSION]) {
          const rows = factRows(relation, facet);
          const overlapping = rows.filter((a, i) =>
            rows
              .slice(i + 1)
              .some(
                (b) =>
                  a.validFrom < (b.validTo ?? '9') &&
                  b.validFrom < (a.validTo ?? '9') &&
                  a.knownFrom < (b.knownTo ?? '9') &&
                  b.knownFrom < (a.knownTo ?? '9'),
              ),
          );
          expect(overlapping).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('learns nothing from being told again', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        const relation = relationOf(inputs);
        for (const input of inputs) {
          const again = record(relation, input);
          expect({ news: again.news, changes: again.changes }).toEqual({ news: false, changes: [] });
        }
      }),
      runs,
    );
  });
});
