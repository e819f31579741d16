import { type Policy } from '../policy/policy.types';
import { type Weighing } from '../evidence/backing';
import { addDays, daysBetween, firstAfter, isDay } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { begin } from './begin';
import { dropSuspended } from './end';
import { noteWords } from './note-words';
import { confirmPast, sight } from './sight';
import { sumOf, type TariffState } from './tariff-state';
import { acting, type TariffClaim, type Turn } from './turn';

const LISTS = ['steps', 'threats', 'rivals', 'suspended'] as const;

/** Steps without a day, threats and contradictions that nobody repeated, suspensions that are over. */
const forget = (state: TariffState, day: Day, { staleness, conflict }: Policy): TariffState => {
  const lately = ({ saidOn }: { readonly saidOn: Day }, days: number): boolean =>
    daysBetween(saidOn, day) <= days;
  const next: TariffState = {
    ...state,
    steps: state.steps.filter((step) => step.due !== null || lately(step, staleness.threatDays)),
    threats: state.threats.filter((threat) => lately(threat, staleness.threatDays)),
    rivals: state.rivals.filter((rival) => lately(rival, conflict.togetherDays)),
    suspended: state.suspended.filter(({ until }) => !isDay(until) || until >= day),
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

/** The state of the tariff on all goods after a day: what time alone brings first, what was only said, what began, what was seen. */
export const stepTariff = (
  state: TariffState,
  { day, claims }: { readonly day: Day; readonly claims: readonly TariffClaim[] },
  weighing: Weighing,
): TariffState => {
  const turn: Turn = { day, claims, weighing };
  const aged = lapse(forget(state, day, weighing.policy), day);
  const begun = dropSuspended(state, begin(noteWords(aged, { day, claims }, weighing), turn), turn);
  const was = acting(turn, 'was').reduce((next, claim) => confirmPast(next, claim, turn), begun);
  return acting(turn, 'sight').reduce((next, claim) => sight(next, claim, turn), was);
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
