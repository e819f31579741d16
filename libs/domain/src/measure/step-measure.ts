import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { daysBetween, isDay, lastDayOf } from '../shared/calendar';
import { type MeasureStatus } from '../shared/observation';
import { type Day, type PartialDate } from '../shared/primitives';
import { isToCome, type MeasureWord } from './word';

export interface MeasureStep {
  readonly status: MeasureStatus;
  readonly date: PartialDate | null;
  readonly saidOn: Day;
  readonly backing: Backing;
}

export interface MeasureState {
  readonly status: MeasureStatus | null;
  readonly subject: string;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** False while it only follows from an announcement. */
  readonly seen: boolean;
  readonly backing: Backing;
  readonly next: MeasureStep | null;
  /** A status that reports speak of and that did not prevail. */
  readonly rival: MeasureStep | null;
}

export const NO_MEASURE: MeasureState = {
  status: null,
  subject: '',
  since: null,
  until: null,
  seen: false,
  backing: [],
  next: null,
  rival: null,
};

type MeasureClaim = Claim<MeasureWord>;

interface Today {
  readonly day: Day;
  readonly claims: readonly MeasureClaim[];
}

// Of one day's words the later step of a measure's life counts.
const LIFE: readonly MeasureStatus[] = [
  'threatened',
  'announced',
  'pledged',
  'in_effect',
  'eased',
  'suspended',
  'lifted',
];
const rank = (status: MeasureStatus): number => LIFE.indexOf(status);

const toStep = ({ what, backing }: MeasureClaim, day: Day): MeasureStep => ({
  status: what.status,
  date: what.date,
  saidOn: day,
  backing,
});

/** The day on which an announced step is in force; null where no day can be told. */
export const dueDay = ({ status, date }: MeasureStep): Day | null =>
  status === 'announced' && date !== null && date.length > 4 ? lastDayOf(date) : null;

/** Only what has no day, and is no promise, is dropped when nobody repeats it. */
export const canGoStale = ({ status, date }: MeasureStep): boolean => date === null && status !== 'pledged';

const age = (state: MeasureState, day: Day, { policy }: Weighing): MeasureState => {
  const { next } = state;
  if (next === null) return state;
  const due = dueDay(next);
  if (due !== null && due <= day) {
    return {
      ...state,
      status: 'in_effect',
      since: next.date,
      seen: false,
      backing: next.backing,
      next: null,
      rival: null,
    };
  }
  const stale = canGoStale(next) && daysBetween(next.saidOn, day) > policy.staleness.threatDays;
  return stale ? { ...state, next: null } : state;
};

const isSameStep = (next: MeasureStep, { status, date }: MeasureWord): boolean =>
  next.status === status && (next.date === date || date === null);

// The news of a start goes round for weeks; an announcement that is news long after it is of a further step.
const FURTHER_AFTER_DAYS = 30;

const isFurther = ({ since }: MeasureState, { status, news }: MeasureWord, day: Day): boolean =>
  status === 'announced' && news && since !== null && daysBetween(lastDayOf(since), day) > FURTHER_AFTER_DAYS;

/** "Announced", of what is in force already and without a new day, is background. */
const isBackground = (state: MeasureState, what: MeasureWord, day: Day): boolean =>
  state.status === 'in_effect' &&
  what.date === null &&
  what.status !== 'threatened' &&
  !isFurther(state, what, day);

const plan = (state: MeasureState, claim: MeasureClaim, day: Day, weighing: Weighing): MeasureState => {
  const { what } = claim;
  const { next } = state;
  if (isBackground(state, what, day)) return state;
  if (next === null) return { ...state, next: toStep(claim, day) };
  if (next.saidOn === day && rank(next.status) > rank(what.status)) return state;
  if (!isSameStep(next, what)) return { ...state, next: toStep(claim, day) };
  const backing = merge(weighing, next.backing, claim.backing);
  if (backing === next.backing && next.saidOn === day) return state;
  return { ...state, next: { ...next, saidOn: day, backing } };
};

const confirm = (state: MeasureState, { what, backing }: MeasureClaim, weighing: Weighing): MeasureState => {
  const merged = merge(weighing, state.backing, backing);
  const until = what.until ?? state.until;
  const same = merged === state.backing && state.seen && until === state.until;
  return same ? state : { ...state, backing: merged, seen: true, until };
};

/** "In effect" in the background does not undo a step that came later in its life, unless it outweighs it. */
const isOutweighed = (
  state: MeasureState,
  { what }: MeasureClaim,
  backing: Backing,
  weighing: Weighing,
): boolean => {
  const background = state.status !== null && what.status === 'in_effect' && !(what.news && isDay(what.date));
  const { conflict, sources } = weighing.policy;
  const needed = Math.max(
    conflict.overturnShare * weightOf(weighing, state.backing),
    sources.weight.official,
  );
  return background && weightOf(weighing, backing) < needed;
};

const FULFILLS: readonly MeasureStatus[] = ['in_effect', 'suspended', 'lifted'];

const change = (state: MeasureState, claim: MeasureClaim, day: Day, weighing: Weighing): MeasureState => {
  const { what, backing } = claim;
  if (state.status === what.status) return confirm(state, claim, weighing);
  const together =
    state.rival?.status === what.status ? merge(weighing, state.rival.backing, backing) : backing;
  if (isOutweighed(state, claim, together, weighing)) {
    return { ...state, rival: { ...toStep(claim, day), backing: together } };
  }
  return {
    ...state,
    status: what.status,
    since: what.date ?? (what.news ? day : null),
    until: what.until,
    seen: true,
    backing,
    next: FULFILLS.includes(what.status) ? null : state.next,
    rival: null,
  };
};

/** The state of a measure after a day. */
export const stepMeasure = (
  state: MeasureState,
  { day, claims }: Today,
  weighing: Weighing,
): MeasureState => {
  const aged = age(state, day, weighing);
  const first = claims[0];
  if (first === undefined) return aged;
  const named = aged.subject === '' ? { ...aged, subject: first.what.subject } : aged;
  return [...claims]
    .sort((a, b) => rank(a.what.status) - rank(b.what.status))
    .reduce(
      (next, claim) =>
        isToCome(claim.what.status) ? plan(next, claim, day, weighing) : change(next, claim, day, weighing),
      named,
    );
};
