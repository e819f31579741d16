import { merge, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { addDays, daysBetween, isDay, lastDayOf } from '../shared/calendar';
import { type MeetingKind } from '../shared/observation';
import { type Day } from '../shared/primitives';
import { type MeetingStatus } from '../values';
import { fulfils, sameHeld, samePlan, type Window } from './match';
import { placesFit } from './places';
import { REMEMBERED, withStatus, type MeetingLife, type MeetingState } from './meeting-life';
import { type MeetingWord } from './word';

export type MeetingClaim = Claim<MeetingWord>;

interface Today {
  readonly day: Day;
  readonly claims: readonly MeetingClaim[];
}

type PlanStatus = 'proposed' | 'invited' | 'agreed' | 'scheduled' | 'postponed';
const FIRMNESS: readonly string[] = ['proposed', 'invited', 'agreed', 'scheduled'];

const dated = (life: MeetingLife): string => (life.date === null ? life.lastSaid : lastDayOf(life.date));

const byDate = (a: MeetingLife, b: MeetingLife): number =>
  dated(a) < dated(b) ? -1 : dated(a) > dated(b) ? 1 : 0;

const remember = (past: readonly MeetingLife[]): readonly MeetingLife[] =>
  [...past].sort(byDate).slice(-REMEMBERED);

const blank = ({ what, backing }: MeetingClaim, status: MeetingStatus, day: Day): MeetingLife => ({
  status,
  date: what.date,
  place: what.place,
  host: what.host,
  initiator: what.initiator,
  durationMinutes: what.durationMinutes,
  invitedBy: what.status === 'invited' ? (what.initiator ?? what.host) : null,
  life: [{ status, on: day }],
  lastSaid: day,
  backing,
  denial: [],
  contested: what.contested,
});

/** Details that one report has and another lacks; a full day is better than a month. */
const filled = (life: MeetingLife, { what }: MeetingClaim): MeetingLife => {
  const date = what.date !== null && what.date.length > (life.date?.length ?? 0) ? what.date : life.date;
  const place = life.place ?? what.place;
  const host = life.host ?? what.host;
  const initiator = life.initiator ?? what.initiator;
  const durationMinutes = life.durationMinutes ?? what.durationMinutes;
  const same =
    date === life.date &&
    place === life.place &&
    host === life.host &&
    initiator === life.initiator &&
    durationMinutes === life.durationMinutes;
  return same ? life : { ...life, date, place, host, initiator, durationMinutes };
};

const backUp = (life: MeetingLife, claim: MeetingClaim, weighing: Weighing): MeetingLife => {
  const backing = merge(weighing, life.backing, claim.backing);
  const contested = life.contested && claim.what.contested;
  const same = backing === life.backing && contested === life.contested;
  return filled(same ? life : { ...life, backing, contested }, claim);
};

const swap = (lives: readonly MeetingLife[], old: MeetingLife, next: MeetingLife): readonly MeetingLife[] =>
  old === next ? lives : lives.map((life) => (life === old ? next : life));

const lastOf = (
  lives: readonly MeetingLife[],
  fits: (life: MeetingLife) => boolean,
): MeetingLife | undefined => [...lives].reverse().find(fits);

const held = (state: MeetingState, claim: MeetingClaim, today: Today, context: Context): MeetingState => {
  const { what } = claim;
  const known = lastOf(state.past, (life) => life.status === 'held' && sameHeld(life, what, context));
  if (known !== undefined) {
    const past = swap(state.past, known, backUp(known, claim, context.weighing));
    return past === state.past ? state : { ...state, past };
  }
  if (what.date === null && !what.contested) return heldUndated(state, claim, today, context);
  return heldAnew(state, claim, today, context);
};

/** A meeting nobody had told of: it may have been planned. */
const heldAnew = (state: MeetingState, claim: MeetingClaim, today: Today, context: Context): MeetingState => {
  const { what } = claim;
  const plans = state.planned.filter((plan) => fulfils(what, asOpen(plan), context));
  const missed = lastOf(state.past, (life) => life.status === 'unreported' && fulfils(what, life, context));
  const plan = plans.at(-1) ?? missed;
  const fresh = blank(claim, 'held', today.day);
  const life: MeetingLife = {
    ...fresh,
    place: fresh.place ?? plan?.place ?? null,
    host: fresh.host ?? plan?.host ?? null,
    invitedBy: plan?.invitedBy ?? null,
    life: withStatus({ life: plan?.life ?? [] }, 'held', today.day),
  };
  return {
    planned: state.planned.filter((one) => !plans.includes(one)),
    past: remember([...state.past.filter((one) => one !== missed), life]),
  };
};

const MENTIONED_AFTER_DAYS = 400;
const AT_THEIR_MEETING_DAYS = 30;

// "At their meeting": without a day it is the last one that fits, if that was lately. A place that fits none is a meeting
// of the month of the report, where the report has it as news.
const heldUndated = (
  state: MeetingState,
  claim: MeetingClaim,
  today: Today,
  context: Context,
): MeetingState => {
  const { what } = claim;
  const most = what.place === null ? AT_THEIR_MEETING_DAYS : MENTIONED_AFTER_DAYS;
  const known = lastOf(
    state.past,
    (life) =>
      life.status === 'held' &&
      life.date !== null &&
      daysBetween(lastDayOf(life.date), today.day) <= most &&
      placesFit(life.place, what.place),
  );
  if (known !== undefined) {
    const past = swap(state.past, known, backUp(known, claim, context.weighing));
    return past === state.past ? state : { ...state, past };
  }
  if (what.place === null || !what.news) return state;
  return heldAnew(state, { ...claim, what: { ...what, date: today.day.slice(0, 7) } }, today, context);
};

const deny = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  const said = lastOf(
    state.past,
    (life) =>
      life.status === 'held' && (sameHeld(life, what, context) || (life.date === null && life.contested)),
  );
  if (said === undefined) return state;
  const denial = merge(context.weighing, said.denial, claim.backing);
  return denial === said.denial ? state : { ...state, past: swap(state.past, said, { ...said, denial }) };
};

export interface Context extends Window {
  readonly kind: MeetingKind;
  readonly weighing: Weighing;
}

/** Talk of a meeting that has taken place already, or is under way, is no plan. */
const isOver = (state: MeetingState, { what }: MeetingClaim, context: Context): boolean =>
  what.date !== null && state.past.some((life) => life.status === 'held' && sameHeld(life, what, context));

const firmer = (a: MeetingStatus, b: MeetingStatus): boolean => FIRMNESS.indexOf(a) > FIRMNESS.indexOf(b);

// The date of a postponed meeting is its old one: it says nothing of the new.
const asOpen = (life: MeetingLife): MeetingLife =>
  life.status === 'postponed' ? { ...life, date: null } : life;

const findPlan = (state: MeetingState, what: MeetingWord, context: Context): MeetingLife | undefined => {
  const fitting = state.planned.filter((plan) => samePlan(asOpen(plan), what, context));
  return (
    fitting.find((plan) => what.date !== null && plan.date !== null) ??
    fitting.find((plan) => plan.host !== null && plan.host === what.host) ??
    fitting[0]
  );
};

const plan = (state: MeetingState, claim: MeetingClaim, { day }: Today, context: Context): MeetingState => {
  const { what } = claim;
  if (isOver(state, claim, context)) return state;
  if (what.date !== null && lastDayOf(what.date) < day) return state;
  const found = findPlan(state, what, context);
  const status: MeetingStatus = what.status;
  if (found === undefined) return { ...state, planned: [...state.planned, blank(claim, status, day)] };
  const stronger = firmer(status, found.status) || (found.status === 'postponed' && status !== 'proposed');
  const moved = stronger && found.status === 'postponed';
  const next = backUp(
    moved ? { ...found, date: what.date, backing: claim.backing } : found,
    claim,
    context.weighing,
  );
  const redated =
    stronger && what.date !== null && next.date !== what.date && isDay(what.date)
      ? { ...next, date: what.date }
      : next;
  const aged = redated === found && found.lastSaid === day ? found : { ...redated, lastSaid: day };
  const life = stronger
    ? { ...aged, status, backing: claim.backing, life: withStatus(found, status, day) }
    : aged;
  return { ...state, planned: swap(state.planned, found, life) };
};

const putOff = (state: MeetingState, claim: MeetingClaim, { day }: Today, context: Context): MeetingState => {
  const { what } = claim;
  const found = findPlan(state, what, context) ?? (what.date === null ? state.planned.at(-1) : undefined);
  const postponed = what.status === 'postponed';
  if (found === undefined) {
    const missed = lastOf(
      state.past,
      (life) => life.status === 'unreported' && samePlan(life, what, context),
    );
    const stale = what.date !== null && daysBetween(lastDayOf(what.date), day) > 14;
    if (!postponed || stale) return state;
    const past = state.past.filter((life) => life !== missed);
    return {
      past,
      planned: [
        ...state.planned,
        {
          ...blank(claim, 'postponed', day),
          life: withStatus({ life: missed?.life ?? [] }, 'postponed', day),
        },
      ],
    };
  }
  if (found.status === 'postponed' && postponed) return state;
  // Where the same day also has it as going ahead, one report of the opposite does not undo it.
  if (found.lastSaid === day && sharesArticle(found.backing, claim.backing)) return state;
  const life: MeetingLife = {
    ...found,
    status: postponed ? 'postponed' : 'cancelled',
    lastSaid: day,
    backing: claim.backing,
    life: withStatus(found, postponed ? 'postponed' : 'cancelled', day),
  };
  return postponed
    ? { ...state, planned: swap(state.planned, found, life) }
    : { planned: state.planned.filter((one) => one !== found), past: remember([...state.past, life]) };
};

const sharesArticle = (a: Backing, b: Backing): boolean =>
  a.some((one) => b.some((other) => other.source.articleId === one.source.articleId));

const isPlanStatus = (status: MeetingStatus): status is PlanStatus =>
  [...FIRMNESS, 'postponed'].includes(status);

/** The day on which a plan is given up if nothing is heard: after its day, or after long silence. */
export const givenUpOn = (life: MeetingLife, { policy }: Window): Day => {
  const { graceDays, undatedPlanDays } = policy.meetings;
  if (life.date !== null && life.status !== 'postponed') return addDays(lastDayOf(life.date), graceDays + 1);
  return addDays(life.lastSaid, (isPlanStatus(life.status) ? undatedPlanDays[life.status] : 0) + 1);
};

const age = (state: MeetingState, day: Day, context: Context): MeetingState => {
  const over = state.planned.filter((life) => givenUpOn(life, context) <= day);
  if (over.length === 0) return state;
  const unreported = over
    .filter((life) => life.date !== null && life.status !== 'postponed' && life.status !== 'proposed')
    .map((life) => ({ ...life, status: 'unreported' as const, life: withStatus(life, 'unreported', day) }));
  return {
    planned: state.planned.filter((life) => !over.includes(life)),
    past: remember([...state.past, ...unreported]),
  };
};

const ORDER: readonly string[] = [
  'held',
  'denied',
  'scheduled',
  'agreed',
  'invited',
  'proposed',
  'postponed',
  'cancelled',
];

// The best known first, so that vaguer words of the same day find it.
const inOrder = (a: MeetingClaim, b: MeetingClaim): number =>
  ORDER.indexOf(a.what.status) - ORDER.indexOf(b.what.status) ||
  (b.what.date?.length ?? 0) - (a.what.date?.length ?? 0);

const apply = (state: MeetingState, claim: MeetingClaim, today: Today, context: Context): MeetingState => {
  switch (claim.what.status) {
    case 'held':
      return held(state, claim, today, context);
    case 'denied':
      return deny(state, claim, context);
    case 'postponed':
    case 'cancelled':
      return putOff(state, claim, today, context);
    case 'proposed':
    case 'invited':
    case 'agreed':
    case 'scheduled':
      return plan(state, claim, today, context);
  }
};

/** The meetings of a kind after a day: what took place, what is to come. */
export const stepMeetings = (state: MeetingState, today: Today, context: Context): MeetingState =>
  [...today.claims]
    .sort(inOrder)
    .reduce((next, claim) => apply(next, claim, today, context), age(state, today.day, context));
