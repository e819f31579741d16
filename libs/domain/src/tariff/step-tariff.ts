import { type Policy } from '../policy/policy.types';
import { type Weighing } from '../evidence/backing';
import { addDays, daysBetween, firstAfter, isDay } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { type SuspendedPart } from '../values';
import { begin } from './begin';
import { sameRate } from './classify';
import { dropCharged, dropSuspended } from './end';
import { noteWords } from './note-words';
import { confirmPast, sight } from './sight';
import { sumOf, type Step, type TariffState } from './tariff-state';
import { acting, type TariffClaim, type Turn } from './turn';

const LISTS = ['steps', 'threats', 'rivals'] as const;

/** Steps without a day, threats and contradictions that nobody repeated. */
const forget = (state: TariffState, day: Day, { staleness, conflict }: Policy): TariffState => {
  const lately = ({ saidOn }: { readonly saidOn: Day }, days: number): boolean =>
    daysBetween(saidOn, day) <= days;
  const next: TariffState = {
    ...state,
    steps: state.steps.filter((step) => step.due !== null || lately(step, staleness.threatDays)),
    threats: state.threats.filter((threat) => lately(threat, staleness.threatDays)),
    rivals: state.rivals.filter((rival) => lately(rival, conflict.togetherDays)),
  };
  return LISTS.every((list) => next[list].length === state[list].length) ? state : next;
};

/** Parts that were put on for a term end with it. */
const lapse = (state: TariffState, day: Day): TariffState => {
  const lapsed = state.parts.filter(({ lapsesOn }) => lapsesOn !== null && lapsesOn <= day);
  if (lapsed.length === 0) return state;
  const parts = state.parts.filter((part) => !lapsed.includes(part));
  return { ...state, parts, rate: Math.max(0, (state.rate ?? 0) - sumOf(lapsed)), since: day, seen: false };
};

const hasRunOut =
  (day: Day) =>
  ({ until }: SuspendedPart): boolean =>
    isDay(until) && until < day;

// Whether what was suspended is charged again from then on, nobody has said yet.
const runOut = (state: TariffState, day: Day): TariffState =>
  state.seen && state.suspended.some(hasRunOut(day)) ? { ...state, seen: false } : state;

/** A report of the rate settles what became of suspensions that had run out; a rate that came settles its undated step. */
const settle = (before: TariffState, state: TariffState, { day, weighing }: Turn): TariffState => {
  const { seen, rate } = state;
  const suspended = state.suspended.filter((part) => !((seen || rate === null) && hasRunOut(day)(part)));
  const came = (step: Step): boolean =>
    step.due === null && before.rate !== rate && sameRate(weighing.policy, step.word.rate, rate);
  const steps = state.steps.filter((step) => !came(step));
  const same = suspended.length === state.suspended.length && steps.length === state.steps.length;
  return same ? state : { ...state, suspended, steps };
};

/** The state of the tariff on all goods after a day: what time alone brings first, what was only said, what began, what was seen. */
export const stepTariff = (
  state: TariffState,
  { day, claims }: { readonly day: Day; readonly claims: readonly TariffClaim[] },
  weighing: Weighing,
): TariffState => {
  const turn: Turn = { day, claims, weighing };
  const aged = runOut(lapse(forget(state, day, weighing.policy), day), day);
  const begun = dropSuspended(state, begin(noteWords(aged, { day, claims }, weighing), turn), turn);
  const was = acting(turn, 'was').reduce((next, claim) => confirmPast(next, claim, turn), begun);
  const seen = acting(turn, 'sight').reduce((next, claim) => sight(next, claim, turn), was);
  return settle(state, dropCharged(aged, seen, turn), turn);
};

/** The next day on which time alone alters it. */
export const wakeTariff = (state: TariffState, day: Day, { staleness, conflict }: Policy): Day | null => {
  const stale = ({ saidOn }: { readonly saidOn: Day }): Day => addDays(saidOn, staleness.threatDays + 1);
  return firstAfter(
    [
      ...state.steps.map((step) => step.due ?? stale(step)),
      ...state.parts.map(({ lapsesOn }) => lapsesOn),
      ...state.threats.map(stale),
      ...state.rivals.map(({ saidOn }) => addDays(saidOn, conflict.togetherDays + 1)),
      ...state.suspended.map(({ until }) => (isDay(until) ? addDays(until, 1) : null)),
    ],
    day,
  );
};
