import { type Assertion } from '../evidence/assertion';
import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Entry, type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween, isDay, lastDayOf, sameDate } from '../shared/calendar';
import { type TariffObservation } from '../shared/observation';
import { type Day, type PartialDate, type Party } from '../shared/primitives';
import { type ProductTariffValue, type TariffStep } from '../values';
import { type ProductKey } from './product-key';

interface Word {
  readonly act: 'begin' | 'sight' | 'due' | 'threat' | 'suspend' | 'past';
  readonly rate: number | null;
  readonly from: number | null;
  readonly effective: PartialDate | null;
  readonly until: PartialDate | null;
  readonly tradeUsdBn: number | null;
  readonly basis: TariffObservation['basis'];
  readonly authority: TariffObservation['authority'];
}

interface Step {
  readonly word: Word;
  readonly due: Day | null;
  readonly saidOn: Day;
  readonly backing: Backing;
}

interface ProductState {
  readonly status: ProductTariffValue['status'] | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly tradeUsdBn: number | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly seen: boolean;
  readonly backing: Backing;
  readonly steps: readonly Step[];
  readonly threats: readonly Step[];
  readonly rival: { readonly rate: number; readonly saidOn: Day; readonly backing: Backing } | null;
}

const NOTHING: ProductState = {
  status: null,
  rate: null,
  low: null,
  tradeUsdBn: null,
  since: null,
  until: null,
  seen: false,
  backing: [],
  steps: [],
  threats: [],
  rival: null,
};

const word = (o: TariffObservation, act: Word['act']): Word => ({
  act,
  rate: o.rate,
  from: o.rateFrom,
  effective: o.effective,
  until: o.until,
  tradeUsdBn: o.tradeUsdBn,
  basis: o.basis,
  authority: o.authority,
});

const entry = (day: Day, what: Word): Entry<Word> => ({
  day,
  what,
  key: [
    what.act,
    what.rate,
    what.from,
    what.effective,
    what.until,
    what.tradeUsdBn,
    what.basis,
    what.authority,
  ].join('|'),
});

const ACT = {
  in_effect: 'sight',
  announced: 'due',
  threatened: 'threat',
  suspended: 'suspend',
  past: 'past',
} as const;

const entries = ({ observation: o, source }: Assertion): readonly Entry<Word>[] => {
  if (o.type !== 'tariff') return [];
  const { effective, until, status } = o;
  const told = isDay(effective) && effective <= source.day;
  if (status === 'in_effect' && isDay(effective)) {
    if (!told) return [entry(source.day, word(o, 'due'))];
    const begin = entry(effective, word(o, 'begin'));
    return effective === source.day ? [begin] : [begin, entry(source.day, word(o, 'sight'))];
  }
  if (status === 'past') {
    return [
      ...(told ? [entry(effective, word(o, 'begin'))] : []),
      ...(isDay(until) && until <= source.day ? [entry(until, word(o, 'past'))] : []),
    ];
  }
  return [entry(told && status !== 'threatened' ? effective : source.day, word(o, ACT[status]))];
};

const dueDay = (effective: PartialDate | null): Day | null =>
  effective === null || effective.length === 4 ? null : lastDayOf(effective);

const addStep = (
  steps: readonly Step[],
  { what, backing }: Claim<Word>,
  day: Day,
  weighing: Weighing,
): readonly Step[] => {
  const found = steps.find(
    (step) => step.word.rate === what.rate && sameDate(step.word.effective, what.effective),
  );
  if (found === undefined) {
    return [...steps, { word: what, due: dueDay(what.effective), saidOn: day, backing }];
  }
  const merged = merge(weighing, found.backing, backing);
  // A full day is better than a month.
  const finer = (what.effective?.length ?? 0) > (found.word.effective?.length ?? 0);
  if (!finer && merged === found.backing && found.saidOn === day) return steps;
  const dated = finer ? { word: what, due: dueDay(what.effective) } : found;
  const next = { word: dated.word, due: dated.due, backing: merged, saidOn: day };
  return steps.map((step) => (step === found ? next : step));
};

const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) <= 0.25;

const confirms = ({ rate, low }: ProductState, told: number | null): boolean =>
  isSame(rate, told) || (low !== null && isSame(low, told));

/** The tops and bottoms of a range are told side by side by one article. */
const asRange = (claims: readonly Claim<Word>[], top: Claim<Word>): number | null => {
  const articles = new Set(top.backing.map(({ source }) => source.articleId));
  const below = claims
    .filter(
      ({ what, backing }) =>
        what.rate !== null &&
        what.rate < (top.what.rate ?? 0) &&
        backing.some(({ source }) => articles.has(source.articleId)),
    )
    .map(({ what }) => what.rate ?? 0);
  return below.length === 0 ? null : Math.min(...below);
};

const firmest = (claims: readonly Claim<Word>[], weighing: Weighing): Claim<Word> | undefined => {
  const rated = claims.filter(({ what }) => what.rate !== null);
  return [...(rated.length > 0 ? rated : claims)].sort(
    (a, b) =>
      weightOf(weighing, b.backing) - weightOf(weighing, a.backing) ||
      (b.what.rate ?? -1) - (a.what.rate ?? -1),
  )[0];
};

const stand = (
  state: ProductState,
  claim: Claim<Word>,
  low: number | null,
  more: Partial<ProductState>,
): ProductState => ({
  ...state,
  status: 'in_effect',
  rate: claim.what.rate ?? state.rate,
  low,
  tradeUsdBn: claim.what.tradeUsdBn ?? state.tradeUsdBn,
  until: claim.what.until,
  backing: claim.backing,
  rival: null,
  ...more,
});

const confirm = (state: ProductState, claims: readonly Claim<Word>[], weighing: Weighing): ProductState => {
  const backing = claims.reduce((sum, claim) => merge(weighing, sum, claim.backing), state.backing);
  return backing === state.backing && state.seen ? state : { ...state, backing, seen: true };
};

const begin = (
  state: ProductState,
  claims: readonly Claim<Word>[],
  day: Day,
  weighing: Weighing,
): ProductState => {
  const due = state.steps.filter((step) => step.due !== null && step.due <= day);
  const rest =
    due.length === 0 ? state : { ...state, steps: state.steps.filter((step) => !due.includes(step)) };
  const top = firmest(claims, weighing);
  if (top !== undefined) {
    const low = asRange(claims, top);
    if (rest.status === 'in_effect' && confirms(rest, top.what.rate) && (low === null || low === rest.low))
      return confirm(rest, claims, weighing);
    return stand(rest, top, low, { since: day, seen: true });
  }
  if (due.length === 0) return state;
  const announced = due.map(({ word: what, backing }) => ({ key: '', what, backing, firstSaid: '' }));
  const last = [...due].sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1) || 0)[0] ?? due[0];
  const chosen = announced.find(({ what }) => what === last?.word);
  if (chosen === undefined) return rest;
  const high =
    announced
      .filter(({ what }) => what.effective === chosen.what.effective)
      .sort((a, b) => (b.what.rate ?? 0) - (a.what.rate ?? 0))[0] ?? chosen;
  if (rest.status === 'in_effect' && confirms(rest, high.what.rate)) return rest;
  return stand(rest, high, asRange(announced, high), { since: day, seen: false });
};

const sight = (
  state: ProductState,
  claims: readonly Claim<Word>[],
  day: Day,
  weighing: Weighing,
): ProductState => {
  const top = firmest(claims, weighing);
  if (top === undefined) return state;
  if (state.status === 'in_effect' && claims.some(({ what }) => confirms(state, what.rate))) {
    const agreeing = claims.filter(({ what }) => confirms(state, what.rate));
    const rate = state.rate ?? top.what.rate;
    const confirmed = confirm(state, agreeing, weighing);
    return rate === confirmed.rate ? confirmed : { ...confirmed, rate };
  }
  const low = asRange(claims, top);
  if (state.status === null || state.status === 'past')
    return stand(state, top, low, { since: top.what.effective, seen: true });
  if (state.status === 'suspended' || top.what.rate === null) return state;
  const backing =
    state.rival?.rate === top.what.rate ? merge(weighing, state.rival.backing, top.backing) : top.backing;
  const needed = weighing.policy.conflict.overturnShare * weightOf(weighing, state.backing);
  return weightOf(weighing, backing) >= needed
    ? stand(state, { ...top, backing }, low, { since: null, seen: true })
    : { ...state, rival: { rate: top.what.rate, saidOn: day, backing } };
};

const suspend = (state: ProductState, claim: Claim<Word>, day: Day): ProductState => {
  const { what, backing } = claim;
  const off = state.steps.filter(
    (step) => isSame(step.word.rate, what.rate) && sameDate(what.effective, step.word.effective),
  );
  if (off.length > 0) {
    const steps = state.steps.filter((step) => !off.includes(step));
    return state.status === null
      ? {
          ...state,
          steps,
          status: 'suspended',
          rate: what.rate,
          until: what.until,
          since: day,
          backing,
          seen: true,
        }
      : { ...state, steps };
  }
  if (what.from !== null && state.status === 'in_effect') return takeBack(state, claim);
  const standing = state.status === 'in_effect' && what.rate !== null && isSame(state.rate, what.rate);
  if (!standing && state.status !== null) return state;
  return {
    ...state,
    status: 'suspended',
    rate: what.rate ?? state.rate,
    since: day,
    until: what.until,
    backing,
    seen: true,
  };
};

// "The rise from 10 to 25 is on hold": if it was thought to be in force by the calendar, the 10 stands again.
const takeBack = (state: ProductState, { what, backing }: Claim<Word>): ProductState =>
  !state.seen && isSame(state.rate, what.rate)
    ? { ...state, rate: what.from, low: null, since: null, seen: true, backing }
    : state;

const end = (state: ProductState, { what, backing }: Claim<Word>, day: Day): ProductState =>
  state.status === 'in_effect' && confirms(state, what.rate)
    ? { ...state, status: 'past', since: day, until: day, backing, seen: true }
    : state;

const age = (state: ProductState, day: Day, { policy }: Weighing): ProductState => {
  const fresh = ({ due, saidOn }: Step): boolean =>
    due !== null || daysBetween(saidOn, day) <= policy.staleness.threatDays;
  const threats = state.threats.filter(
    ({ saidOn }) => daysBetween(saidOn, day) <= policy.staleness.threatDays,
  );
  const steps = state.steps.filter(fresh);
  return threats.length === state.threats.length && steps.length === state.steps.length
    ? state
    : { ...state, threats, steps };
};

const acting = (claims: readonly Claim<Word>[], act: Word['act']): readonly Claim<Word>[] =>
  claims.filter(({ what }) => what.act === act);

const step = (
  state: ProductState,
  day: Day,
  claims: readonly Claim<Word>[],
  weighing: Weighing,
): ProductState => {
  let next = age(state, day, weighing);
  for (const claim of acting(claims, 'due')) {
    if (next.status === 'in_effect' && claim.what.effective === null && confirms(next, claim.what.rate))
      continue;
    const steps = addStep(next.steps, claim, day, weighing);
    if (steps !== next.steps) next = { ...next, steps };
  }
  for (const claim of acting(claims, 'threat')) {
    const threats = addStep(next.threats, claim, day, weighing);
    if (threats !== next.threats) next = { ...next, threats };
  }
  for (const claim of acting(claims, 'suspend')) next = suspend(next, claim, day);
  for (const claim of acting(claims, 'past')) next = end(next, claim, day);
  next = begin(next, acting(claims, 'begin'), day, weighing);
  return sight(next, acting(claims, 'sight'), day, weighing);
};

const wake = (state: ProductState, day: Day, policy: Policy): Day | null =>
  [
    ...state.steps.map(({ due, saidOn }) => due ?? addDays(saidOn, policy.staleness.threatDays + 1)),
    ...state.threats.map(({ saidOn }) => addDays(saidOn, policy.staleness.threatDays + 1)),
  ]
    .filter((one) => one > day)
    .reduce<Day | null>((first, one) => (first === null || one < first ? one : first), null);

const toStep = ({ word: what, saidOn }: Step): TariffStep => ({
  rate: what.rate,
  rateFrom: what.from,
  basis: what.basis,
  authority: what.authority,
  effective: what.effective,
  saidOn,
});

const read =
  (imposer: Party, { key, scope }: ProductKey) =>
  (state: ProductState): ReadingParts | null => {
    const status =
      state.status ?? (state.steps.length > 0 ? 'announced' : state.threats.length > 0 ? 'threatened' : null);
    if (status === null) return null;
    const ahead = state.steps[0] ?? state.threats[0];
    return {
      value: {
        type: 'product_tariff',
        imposer,
        product: key,
        scope,
        status,
        rate: state.status === null ? (ahead?.word.rate ?? null) : state.rate,
        lowRate: state.low,
        tradeUsdBn: state.tradeUsdBn,
        since: state.since,
        until: state.until,
        announced: state.steps.map(toStep),
        threatened: state.threats.map(toStep),
      },
      status,
      backing: state.status === null ? (ahead?.backing ?? []) : state.backing,
      conflicts:
        state.rival === null
          ? []
          : [
              {
                says: `${state.rival.rate} percent`,
                backing: state.rival.backing,
                saidOn: state.rival.saidOn,
              },
            ],
      ...(state.status !== null && !state.seen ? { standing: 'unconfirmed' as const } : {}),
    };
  };

/** The rate that one side puts on a list, a sector or a product. */
export const productTariffLogic = (
  imposer: Party,
  product: ProductKey,
  policy: Policy,
): FacetLogic<Word, ProductState> => ({
  start: NOTHING,
  entries,
  step: (state, { day, claims }, weighing) => step(state, day, claims, weighing),
  wake: (state, day) => wake(state, day, policy),
  read: read(imposer, product),
});
