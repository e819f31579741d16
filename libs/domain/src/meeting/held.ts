import { merge, weightOf } from '../evidence/backing';
import { daysBetween, isDay, lastDayOf } from '../shared/calendar';
import { asOpen, sharesArticle } from './plan';
import { fulfils, sameHeld, samePlan } from './match';
import {
  backUp,
  lastOf,
  newMeeting,
  remember,
  swap,
  withStatus,
  type Context,
  type MeetingClaim,
  type MeetingLife,
  type MeetingState,
} from './meeting-life';
import { placesFit } from './places';
import { type MeetingWord } from './word';
import { type Day } from '../shared/primitives';

const MENTIONED_AFTER_DAYS = 400;
const AT_THEIR_MEETING_DAYS = 30;
const JUST_NOW_DAYS = 3;

const withPast = (state: MeetingState, old: MeetingLife, next: MeetingLife): MeetingState =>
  old === next ? state : { ...state, past: swap(state.past, old, next) };

/** A meeting took place: one that is known, or one that nobody had told of yet. */
export const hold = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  const known = lastOf(state.past, (life) => life.status === 'held' && sameHeld(life, what, context));
  if (known !== undefined) {
    const backed = withPast(state, known, backUp(known, claim, context.weighing));
    return known.contested && !what.contested
      ? { ...backed, planned: notFulfilled(state, what, context) }
      : backed;
  }
  if (what.date === null && !what.contested) return holdUndated(state, claim, context);
  return holdAnew(state, claim, context);
};

const notFulfilled = (
  { planned }: MeetingState,
  what: MeetingWord,
  context: Context,
): readonly MeetingLife[] => planned.filter((plan) => !fulfils(what, asOpen(plan), context));

/** The meeting that took place as the end of the life of the one that was planned. */
const endOf = (plan: MeetingLife | undefined, held: MeetingLife, day: Day): MeetingLife =>
  plan === undefined
    ? held
    : {
        ...held,
        place: held.place ?? plan.place,
        host: held.host ?? plan.host,
        invitedBy: plan.invitedBy,
        life: withStatus(plan.life, 'held', day),
      };

const holdAnew = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  // One side's word, which the other denies, fulfils no plan.
  const planned = what.contested ? state.planned : notFulfilled(state, what, context);
  const missed = lastOf(state.past, (life) => life.status === 'unreported' && fulfils(what, life, context));
  const plan = state.planned.findLast((one) => !planned.includes(one)) ?? missed;
  const held = endOf(plan, newMeeting(claim, 'held', context.day), context.day);
  return { planned, past: remember([...state.past.filter((one) => one !== missed), held]) };
};

/** A planned day that was just now is the day of the meeting that a report tells without one. */
const plannedDay = (
  state: MeetingState,
  { place, host }: MeetingWord,
  { day, ...window }: Context,
): Day | null =>
  state.planned
    .filter(({ date }) => isDay(date) && date <= day && daysBetween(date, day) <= JUST_NOW_DAYS)
    .filter((plan) => fulfils({ date: plan.date, place, host }, plan, window))
    .map(({ date }) => date)
    .at(-1) ?? null;

// "At their meeting": without a day it is the last one that fits, if that was lately; else the one that was planned for
// these days; else, where a place is told as news, one on the day of the report.
const holdUndated = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  const most = what.place === null ? AT_THEIR_MEETING_DAYS : MENTIONED_AFTER_DAYS;
  const isMeant = ({ status, date, place }: MeetingLife): boolean =>
    status === 'held' &&
    date !== null &&
    daysBetween(lastDayOf(date), context.day) <= most &&
    placesFit(place, what.place);
  const planned = what.news ? plannedDay(state, what, context) : null;
  const known = planned === null ? lastOf(state.past, isMeant) : undefined;
  if (known !== undefined) return withPast(state, known, backUp(known, claim, context.weighing));
  const date = planned ?? (what.place !== null && what.news ? context.day : null);
  return date === null ? state : holdAnew(state, { ...claim, what: { ...what, date } }, context);
};

/** Somebody says that no such meeting is planned: who weighs more than those who have it, ends the plan. */
const denyPlan = (state: MeetingState, { what, backing }: MeetingClaim, context: Context): MeetingState => {
  if (!isDay(what.date)) return state;
  const plan = state.planned.find(
    (one) => isDay(one.date) && samePlan(one, what, context) && !sharesArticle(one.backing, backing),
  );
  if (plan === undefined) return state;
  const denial = merge(context.weighing, plan.denial, backing);
  if (denial === plan.denial) return state;
  if (weightOf(context.weighing, denial) <= weightOf(context.weighing, plan.backing))
    return { ...state, planned: swap(state.planned, plan, { ...plan, denial }) };
  const life = withStatus(plan.life, 'denied', context.day);
  const denied: MeetingLife = { ...plan, status: 'denied', backing: denial, lastSaid: context.day, life };
  return {
    planned: state.planned.filter((one) => one !== plan),
    past: remember([...state.past, denied]),
  };
};

/** Somebody says that it did not take place, or is not to. */
export const deny = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const isDenied = (life: MeetingLife): boolean =>
    life.status === 'held' && (sameHeld(life, claim.what, context) || (life.date === null && life.contested));
  const said = lastOf(state.past, isDenied);
  if (said === undefined) return denyPlan(state, claim, context);
  const denial = merge(context.weighing, said.denial, claim.backing);
  return denial === said.denial ? state : withPast(state, said, { ...said, denial });
};
