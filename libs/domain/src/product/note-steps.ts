import { merge, weightOf, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { addDays, daysBetween, isDay, lastDayOf, sameDate } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import { confirms, isMeant, isSame } from './range';
import { type ProductState, type ProductStep } from './product-state';
import { type ProductWord } from './word';

type ProductClaim = Claim<ProductWord>;

const dueDay = (effective: PartialDate | null): Day | null =>
  effective === null || effective.length === 4 ? null : lastDayOf(effective);

// "Put off to 1 June": the same rate for a later day takes the place of the earlier step, and that one told again is
// background.
const putOff = (steps: readonly ProductStep[], fresh: ProductStep): readonly ProductStep[] => {
  const { word, saidOn } = fresh;
  const old = steps.find(
    (step) =>
      step.word.rate !== null &&
      step.word.rate === word.rate &&
      step.saidOn < saidOn &&
      isDay(step.word.effective) &&
      isDay(word.effective),
  );
  if (old === undefined) return [...steps, fresh];
  const isLater = (old.word.effective ?? '') < (word.effective ?? '');
  return isLater ? steps.map((step) => (step === old ? fresh : step)) : steps;
};

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
    return putOff(steps, { word: what, due: dueDay(what.effective), saidOn: day, backing });
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
  if (what.ofCollection && !isMeant(state, what)) return state;
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

// Of a collection only what stands at that very rate: "the rise to 30 is off" leaves the 25 of its members alone.
const isHeld = (state: ProductState, { rate, from }: ProductWord): boolean =>
  state.status === 'in_effect' && from === null && rate !== null && isSame(state.rate, rate);

/** On hold already: the later end counts. */
const prolong = (state: ProductState, { what, backing }: ProductClaim): ProductState => {
  const isSameHold = what.rate === null || state.rate === null || isSame(state.rate, what.rate);
  return isSameHold && isDay(what.until) && (state.until ?? '') < what.until
    ? { ...state, until: what.until, seen: true, backing }
    : state;
};

/** A step called off, or a rate that stood and is on hold now. */
export const suspend = (state: ProductState, claim: ProductClaim, day: Day): ProductState => {
  const { what } = claim;
  if (what.ofCollection) return isHeld(state, what) ? putOnHold(state, claim, day) : state;
  const steps = state.steps.filter(
    ({ word }) => !isSame(word.rate, what.rate) || !sameDate(what.effective, word.effective),
  );
  if (steps.length < state.steps.length) {
    return state.status === null ? putOnHold({ ...state, steps }, claim, day) : { ...state, steps };
  }
  if (state.status === null) return putOnHold(state, claim, day);
  if (state.status === 'suspended') return prolong(state, claim);
  if (state.status !== 'in_effect') return state;
  if (what.from !== null) return takeBack(state, claim);
  return what.rate !== null && isSame(state.rate, what.rate) ? putOnHold(state, claim, day) : state;
};

/** What stood is over from this day on. */
export const over = (
  state: ProductState,
  day: Day,
  told: Pick<ProductState, 'backing' | 'seen'>,
): ProductState => ({
  ...state,
  status: 'past',
  since: day,
  until: day,
  ...told,
});

// That it is over without a day on which it ended contradicts what stands, and has to outweigh it.
const isBelieved = (state: ProductState, { what, backing }: ProductClaim, weighing: Weighing): boolean =>
  what.act === 'past' ||
  weightOf(weighing, backing) >= weighing.policy.conflict.overturnShare * weightOf(weighing, state.backing);

export const end = (state: ProductState, claim: ProductClaim, day: Day, weighing: Weighing): ProductState =>
  isMeant(state, claim.what) && isBelieved(state, claim, weighing)
    ? over(state, day, { backing: claim.backing, seen: true })
    : state;

/** The day on which a duty that was put on for a term is over. */
export const lapsesOn = ({ status, until }: ProductState): Day | null =>
  status === 'in_effect' && isDay(until) ? addDays(until, 1) : null;

const lapse = (state: ProductState, day: Day): ProductState => {
  const lapses = lapsesOn(state);
  return lapses !== null && lapses <= day ? over(state, day, { backing: state.backing, seen: false }) : state;
};

/** The day from which nobody has said what became of a duty that was on hold until then. */
export const runsOutOn = ({ status, until, seen }: ProductState): Day | null =>
  status === 'suspended' && seen && isDay(until) ? addDays(until, 1) : null;

const runOut = (state: ProductState, day: Day): ProductState => {
  const runsOut = runsOutOn(state);
  return runsOut !== null && runsOut <= day ? { ...state, seen: false } : state;
};

/** What time alone brings: terms run out; steps without a day, and threats, that nobody repeated are dropped. */
export const age = (before: ProductState, day: Day, { policy }: Weighing): ProductState => {
  const state = runOut(lapse(before, day), day);
  const isFresh = ({ saidOn }: ProductStep): boolean =>
    daysBetween(saidOn, day) <= policy.staleness.threatDays;
  const threats = state.threats.filter(isFresh);
  const steps = state.steps.filter((step) => step.due !== null || isFresh(step));
  const same = threats.length === state.threats.length && steps.length === state.steps.length;
  return same ? state : { ...state, threats, steps };
};
