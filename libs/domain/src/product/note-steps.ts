import { merge, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { daysBetween, lastDayOf, sameDate } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import { confirms, isSame } from './range';
import { type ProductState, type ProductStep } from './product-state';
import { type ProductWord } from './word';

type ProductClaim = Claim<ProductWord>;

const dueDay = (effective: PartialDate | null): Day | null =>
  effective === null || effective.length === 4 ? null : lastDayOf(effective);

const addStep = (
  steps: readonly ProductStep[],
  { what, backing }: ProductClaim,
  day: Day,
  weighing: Weighing,
): readonly ProductStep[] => {
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

/** What was announced for a day to come. */
export const announce = (
  state: ProductState,
  claim: ProductClaim,
  day: Day,
  weighing: Weighing,
): ProductState => {
  const { what } = claim;
  if (state.status === 'in_effect' && what.effective === null && confirms(state, what.rate)) return state;
  const steps = addStep(state.steps, claim, day, weighing);
  return steps === state.steps ? state : { ...state, steps };
};

export const threaten = (
  state: ProductState,
  claim: ProductClaim,
  day: Day,
  weighing: Weighing,
): ProductState => {
  const threats = addStep(state.threats, claim, day, weighing);
  return threats === state.threats ? state : { ...state, threats };
};

const putOnHold = (state: ProductState, { what, backing }: ProductClaim, day: Day): ProductState => ({
  ...state,
  status: 'suspended',
  rate: what.rate ?? state.rate,
  since: day,
  until: what.until,
  backing,
  seen: true,
});

// "The rise from 10 to 25 is on hold": if it was thought to be in force by the calendar, the 10 stands again.
const takeBack = (state: ProductState, { what, backing }: ProductClaim): ProductState =>
  !state.seen && isSame(state.rate, what.rate)
    ? { ...state, rate: what.from, low: null, since: null, seen: true, backing }
    : state;

/** A step called off, or a rate that stood and is on hold now. */
export const suspend = (state: ProductState, claim: ProductClaim, day: Day): ProductState => {
  const { what } = claim;
  const steps = state.steps.filter(
    ({ word }) => !isSame(word.rate, what.rate) || !sameDate(what.effective, word.effective),
  );
  if (steps.length < state.steps.length) {
    return state.status === null ? putOnHold({ ...state, steps }, claim, day) : { ...state, steps };
  }
  if (state.status === null) return putOnHold(state, claim, day);
  if (state.status !== 'in_effect') return state;
  if (what.from !== null) return takeBack(state, claim);
  return what.rate !== null && isSame(state.rate, what.rate) ? putOnHold(state, claim, day) : state;
};

export const end = (state: ProductState, { what, backing }: ProductClaim, day: Day): ProductState =>
  state.status === 'in_effect' && confirms(state, what.rate)
    ? { ...state, status: 'past', since: day, until: day, backing, seen: true }
    : state;

/** What time alone brings: steps without a day, and threats, that nobody repeated are dropped. */
export const age = (state: ProductState, day: Day, { policy }: Weighing): ProductState => {
  const isFresh = ({ saidOn }: ProductStep): boolean =>
    daysBetween(saidOn, day) <= policy.staleness.threatDays;
  const threats = state.threats.filter(isFresh);
  const steps = state.steps.filter((step) => step.due !== null || isFresh(step));
  const same = threats.length === state.threats.length && steps.length === state.steps.length;
  return same ? state : { ...state, threats, steps };
};
