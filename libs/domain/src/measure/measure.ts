import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Entry, type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween, isDay, lastDayOf, placeOn } from '../shared/calendar';
import { type MeasureKind, type MeasureStatus } from '../shared/observation';
import { type Day, type PartialDate, type Party } from '../shared/primitives';
import { type Assertion } from '../evidence/assertion';

/** What one statement says of a measure on one day. */
interface Word {
  readonly status: MeasureStatus;
  readonly subject: string;
  readonly date: PartialDate | null;
  readonly until: PartialDate | null;
  readonly news: boolean;
}

interface Step {
  readonly status: MeasureStatus;
  readonly date: PartialDate | null;
  readonly saidOn: Day;
  readonly backing: Backing;
}

interface MeasureState {
  readonly status: MeasureStatus | null;
  readonly subject: string;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** False while it only follows from an announcement. */
  readonly seen: boolean;
  readonly backing: Backing;
  readonly next: Step | null;
  readonly rival: Step | null;
}

const NO_MEASURE: MeasureState = {
  status: null,
  subject: '',
  since: null,
  until: null,
  seen: false,
  backing: [],
  next: null,
  rival: null,
};

const TO_COME: readonly MeasureStatus[] = ['announced', 'threatened', 'pledged'];
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

const entries = ({ observation, source }: Assertion): readonly Entry<Word>[] => {
  if (observation.type !== 'measure') return [];
  const { status, subject, date, until, news } = observation;
  const day = TO_COME.includes(status) ? source.day : placeOn(date, source.day);
  const key = [status, date, until, news].join('|');
  return [{ day: day > source.day ? source.day : day, key, what: { status, subject, date, until, news } }];
};

const toStep = ({ what, backing }: Claim<Word>, day: Day): Step => ({
  status: what.status,
  date: what.date,
  saidOn: day,
  backing,
});

const comeDue = (state: MeasureState, day: Day, { policy }: Weighing): MeasureState => {
  const { next } = state;
  if (next === null) return state;
  if (isDue(next, day)) {
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
  const stale =
    next.date === null &&
    next.status !== 'pledged' &&
    daysBetween(next.saidOn, day) > policy.staleness.threatDays;
  return stale ? { ...state, next: null } : state;
};

const isDue = ({ status, date }: Step, day: Day): boolean =>
  status === 'announced' && date !== null && date.length > 4 && lastDayOf(date) <= day;

const plan = (state: MeasureState, claim: Claim<Word>, day: Day, weighing: Weighing): MeasureState => {
  if (state.status === 'in_effect' && claim.what.date === null && claim.what.status !== 'threatened')
    return state;
  const { next } = state;
  const same =
    next !== null &&
    next.status === claim.what.status &&
    (next.date === claim.what.date || claim.what.date === null);
  const weaker =
    next !== null && LIFE.indexOf(next.status) > LIFE.indexOf(claim.what.status) && next.saidOn === day;
  if (weaker) return state;
  const backing = same ? merge(weighing, next.backing, claim.backing) : claim.backing;
  if (same && backing === next.backing && next.saidOn === day) return state;
  return {
    ...state,
    next: { ...toStep(claim, day), date: claim.what.date ?? (same ? next.date : null), backing },
  };
};

const change = (state: MeasureState, claim: Claim<Word>, day: Day, weighing: Weighing): MeasureState => {
  const { what, backing } = claim;
  if (state.status === what.status) {
    const merged = merge(weighing, state.backing, backing);
    const until = what.until ?? state.until;
    if (merged === state.backing && state.seen && until === state.until) return state;
    return { ...state, backing: merged, seen: true, until };
  }
  // "In effect" in the background does not undo a step that came later in its life, unless it outweighs it.
  const background =
    state.status !== null && what.status === 'in_effect' && (!what.news || !isDay(what.date));
  const rivals =
    state.rival?.status === what.status ? merge(weighing, state.rival.backing, backing) : backing;
  const needed = weighing.policy.conflict.overturnShare * weightOf(weighing, state.backing);
  if (background && weightOf(weighing, rivals) < Math.max(needed, weighing.policy.sources.weight.official)) {
    return { ...state, rival: { ...toStep(claim, day), backing: rivals } };
  }
  const fulfilled =
    state.next !== null &&
    (what.status === 'in_effect' || what.status === 'lifted' || what.status === 'suspended');
  return {
    ...state,
    status: what.status,
    since: what.date ?? (what.news ? day : null),
    until: what.until,
    seen: true,
    backing,
    next: fulfilled ? null : state.next,
    rival: null,
  };
};

const step = (
  state: MeasureState,
  day: Day,
  claims: readonly Claim<Word>[],
  weighing: Weighing,
): MeasureState => {
  const first = claims[0];
  const due = comeDue(state, day, weighing);
  if (first === undefined) return due;
  const named = due.subject === '' ? { ...due, subject: first.what.subject } : due;
  return [...claims]
    .sort((a, b) => LIFE.indexOf(a.what.status) - LIFE.indexOf(b.what.status))
    .reduce(
      (next, claim) =>
        TO_COME.includes(claim.what.status)
          ? plan(next, claim, day, weighing)
          : change(next, claim, day, weighing),
      named,
    );
};

const wake = ({ next }: MeasureState, day: Day, policy: Policy): Day | null => {
  if (next === null) return null;
  const dueOn =
    next.status === 'announced' && next.date !== null && next.date.length > 4 ? lastDayOf(next.date) : null;
  const staleOn =
    next.date === null && next.status !== 'pledged'
      ? addDays(next.saidOn, policy.staleness.threatDays + 1)
      : null;
  const on = dueOn ?? staleOn;
  return on !== null && on > day ? on : null;
};

const read =
  (actor: Party, kind: MeasureKind) =>
  (state: MeasureState): ReadingParts | null => {
    const status = state.status ?? state.next?.status ?? null;
    if (status === null) return null;
    const { rival } = state;
    return {
      value: {
        type: 'measure',
        actor,
        kind,
        subject: state.subject,
        status,
        since: state.since,
        until: state.until,
        next:
          state.next === null || state.status === null
            ? null
            : { status: state.next.status, date: state.next.date },
      },
      status,
      backing: state.status === null ? (state.next?.backing ?? []) : state.backing,
      conflicts: rival === null ? [] : [{ says: rival.status, backing: rival.backing, saidOn: rival.saidOn }],
      ...(state.status !== null && !state.seen ? { standing: 'unconfirmed' as const } : {}),
    };
  };

/** A step other than a tariff: one actor, one kind, one subject. */
export const measureLogic = (
  actor: Party,
  kind: MeasureKind,
  policy: Policy,
): FacetLogic<Word, MeasureState> => ({
  start: NO_MEASURE,
  entries,
  step: (state, { day, claims }, weighing) => step(state, day, claims, weighing),
  wake: (state, day) => wake(state, day, policy),
  read: read(actor, kind),
});
