import { merge, weightOf, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Day } from '../shared/primitives';
import { age, announce, end, over, suspend, threaten } from './note-steps';
import { confirms, firmest, isMeant, lowerEnd } from './range';
import { type ProductState, type ProductStep } from './product-state';
import { type ProductWord } from './word';

type ProductClaim = Claim<ProductWord>;

interface Today {
  readonly day: Day;
  readonly claims: readonly ProductClaim[];
}

type Told = Pick<ProductClaim, 'what' | 'backing'>;

const stand = (
  state: ProductState,
  { what, backing }: Told,
  {
    low,
    since,
    seen,
    until = null,
  }: Pick<ProductState, 'low' | 'since' | 'seen'> & Partial<Pick<ProductState, 'until'>>,
): ProductState => ({
  ...state,
  status: 'in_effect',
  rate: what.rate ?? state.rate,
  low,
  tradeUsdBn: what.tradeUsdBn ?? state.tradeUsdBn,
  since,
  until,
  seen,
  backing,
  rival: null,
});

const confirm = (state: ProductState, claims: readonly Told[], weighing: Weighing): ProductState => {
  const backing = claims.reduce((sum, claim) => merge(weighing, sum, claim.backing), state.backing);
  return backing === state.backing && state.seen ? state : { ...state, backing, seen: true };
};

/** It stands so already. A dated rate, where none was ever told, is no confirmation: it is the first that is known. */
const isStanding = (state: ProductState, rate: number | null): boolean =>
  state.status === 'in_effect' && confirms(state, rate) && (state.rate !== null || rate === null);

const stands = (state: ProductState, { what }: Told, low: number | null): boolean =>
  isStanding(state, what.rate) && (low === null || low === state.low);

const begin = (
  state: ProductState,
  begins: readonly ProductClaim[],
  day: Day,
  weighing: Weighing,
): ProductState => {
  const top = firmest(begins, weighing);
  if (top === undefined) return state;
  const low = lowerEnd(begins, top);
  return stands(state, top, low)
    ? confirm(state, begins, weighing)
    : stand(state, top, { low, since: day, seen: true, until: top.what.until });
};

/** A step whose day has come is in force without a report; of several, the one last spoken of. */
const comeDue = (state: ProductState, due: readonly ProductStep[], day: Day): ProductState => {
  const last = due.reduce((latest, { saidOn }) => (saidOn > latest ? saidOn : latest), '');
  const told = due
    .filter(({ saidOn }) => saidOn === last)
    .map(({ word: what, backing }) => ({ what, backing }))
    .sort((a, b) => (b.what.rate ?? 0) - (a.what.rate ?? 0));
  const top = told[0];
  if (top === undefined || isStanding(state, top.what.rate)) return state;
  if (top.what.rate === 0 && state.status === 'in_effect')
    return isMeant(state, top.what) ? over(state, day, { backing: top.backing, seen: false }) : state;
  return stand(state, top, { low: lowerEnd(told, top), since: day, seen: false, until: top.what.until });
};

const sight = (
  state: ProductState,
  sights: readonly ProductClaim[],
  day: Day,
  weighing: Weighing,
): ProductState => {
  const top = firmest(sights, weighing);
  if (top === undefined) return state;
  const agreeing = sights.filter(({ what }) => confirms(state, what.rate));
  if (state.status === 'in_effect' && agreeing.length > 0) {
    const confirmed = confirm(state, agreeing, weighing);
    return confirmed.rate === null && top.what.rate !== null
      ? { ...confirmed, rate: top.what.rate }
      : confirmed;
  }
  const low = lowerEnd(sights, top);
  if (state.status === null) {
    return stand(state, top, { low, since: top.what.effective, seen: true });
  }
  return state.status === 'suspended' ? state : contradict(state, top, low, { day, weighing });
};

// A sighting of another rate has to carry its share of the weight of what it contradicts; until then it is a conflict.
const contradict = (
  state: ProductState,
  top: ProductClaim,
  low: number | null,
  { day, weighing }: { readonly day: Day; readonly weighing: Weighing },
): ProductState => {
  const { rate } = top.what;
  if (rate === null) return state;
  const before = state.rival?.rate === rate ? state.rival.backing : [];
  const backing = merge(weighing, before, top.backing);
  const { conflict, sources } = weighing.policy;
  const share = conflict.overturnShare * weightOf(weighing, state.backing);
  // What was only announced gives way to one source that is not weak.
  const needed = state.seen ? share : Math.min(share, sources.weight.media);
  return weightOf(weighing, backing) >= needed
    ? stand(state, { what: top.what, backing }, { low, since: null, seen: true })
    : { ...state, rival: { rate, saidOn: day, backing } };
};

// A rate that came settles the step to it that had no day.
const settle = (before: ProductState, state: ProductState): ProductState => {
  const hasCome =
    state.status === 'in_effect' && (before.status !== 'in_effect' || before.rate !== state.rate);
  const steps = state.steps.filter(({ word, due }) => !(hasCome && due === null && word.rate === state.rate));
  return steps.length === state.steps.length ? state : { ...state, steps };
};

/** The state of the rate on a list, sector or product after a day. */
export const stepProduct = (
  state: ProductState,
  { day, claims }: Today,
  weighing: Weighing,
): ProductState => {
  const acting = (act: ProductWord['act']): readonly ProductClaim[] =>
    claims.filter(({ what }) => what.act === act);
  let next = age(state, day, weighing);
  for (const claim of acting('due')) next = announce(next, claim, day, weighing);
  for (const claim of acting('threat')) next = threaten(next, claim, day, weighing);
  for (const claim of acting('suspend')) next = suspend(next, claim, day);
  for (const claim of [...acting('past'), ...acting('gone')]) next = end(next, claim, day, weighing);
  const due = next.steps.filter((step) => step.due !== null && step.due <= day);
  if (due.length > 0) next = { ...next, steps: next.steps.filter((step) => !due.includes(step)) };
  const begins = acting('begin');
  next = begins.length > 0 ? begin(next, begins, day, weighing) : comeDue(next, due, day);
  return settle(state, sight(next, acting('sight'), day, weighing));
};
