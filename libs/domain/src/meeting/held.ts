import { merge } from '../evidence/backing';
import { daysBetween, lastDayOf } from '../shared/calendar';
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

const MENTIONED_AFTER_DAYS = 400;
const AT_THEIR_MEETING_DAYS = 30;

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

// "At their meeting": without a day it is the last one that fits, if that was lately. A place that fits none is a meeting
// of the month of the report, where the report has it as news.
const holdUndated = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { place, news } = claim.what;
  const most = place === null ? AT_THEIR_MEETING_DAYS : MENTIONED_AFTER_DAYS;
  const isMeant = ({ status, date, place: where }: MeetingLife): boolean =>
    status === 'held' &&
    date !== null &&
    daysBetween(lastDayOf(date), context.day) <= most &&
    placesFit(where, place);
  const known = lastOf(state.past, isMeant);
  if (known !== undefined) return withPast(state, known, backUp(known, claim, context.weighing));
  if (place === null || !news) return state;
  return holdAnew(state, { ...claim, what: { ...claim.what, date: context.day.slice(0, 7) } }, context);
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
