import { merge } from '../evidence/backing';
import { daysBetween, isDay, lastDayOf } from '../shared/calendar';
import { asOpen } from './plan';
import { fulfils, sameHeld } from './match';
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
  if (known !== undefined) return withPast(state, known, backUp(known, claim, context.weighing));
  if (what.date === null && !what.contested) return holdUndated(state, claim, context);
  return holdAnew(state, claim, context);
};

// It may have been planned: then it is the end of that life.
const holdAnew = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  const plans = state.planned.filter((plan) => fulfils(what, asOpen(plan), context));
  const missed = lastOf(state.past, (life) => life.status === 'unreported' && fulfils(what, life, context));
  const plan = plans.at(-1) ?? missed;
  const fresh = newMeeting(claim, 'held', context.day);
  const life: MeetingLife = {
    ...fresh,
    place: fresh.place ?? plan?.place ?? null,
    host: fresh.host ?? plan?.host ?? null,
    invitedBy: plan?.invitedBy ?? null,
    life: withStatus(plan?.life ?? [], 'held', context.day),
  };
  return {
    planned: state.planned.filter((one) => !plans.includes(one)),
    past: remember([...state.past.filter((one) => one !== missed), life]),
  };
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

/** Somebody says that it did not take place. */
export const deny = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const isDenied = (life: MeetingLife): boolean =>
    life.status === 'held' && (sameHeld(life, claim.what, context) || (life.date === null && life.contested));
  const said = lastOf(state.past, isDenied);
  if (said === undefined) return state;
  const denial = merge(context.weighing, said.denial, claim.backing);
  return denial === said.denial ? state : withPast(state, said, { ...said, denial });
};
