import { type Backing } from '../evidence/backing';
import { addDays, daysBetween, isDay, lastDayOf } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { type MeetingStatus } from '../values';
import { sameHeld, samePlan, type Window } from './match';
import { placesFit } from './places';
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
import { type MeetingWord } from './word';

const FIRMNESS: readonly MeetingStatus[] = ['proposed', 'invited', 'agreed', 'scheduled'];
const PUT_OFF_LATELY_DAYS = 14;

/** The date of a postponed meeting is its old one: it says nothing of the new. */
export const asOpen = (life: MeetingLife): MeetingLife =>
  life.status === 'postponed' ? { ...life, date: null } : life;

/** Talk of a meeting that has taken place already, or is under way, is no plan. */
const isOver = (state: MeetingState, { date, place, host }: MeetingWord, context: Context): boolean =>
  date !== null &&
  (lastDayOf(date) < context.day ||
    state.past.some((life) => life.status === 'held' && sameHeld(life, { date, place, host }, context)));

const findPlan = (state: MeetingState, what: MeetingWord, context: Context): MeetingLife | undefined => {
  const fitting = state.planned.filter((plan) => samePlan(asOpen(plan), what, context));
  return (
    fitting.find((plan) => what.date !== null && plan.date !== null) ??
    fitting.find((plan) => plan.host !== null && plan.host === what.host) ??
    fitting[0]
  );
};

const isFirmer = (status: MeetingStatus, than: MeetingStatus): boolean =>
  than === 'postponed' ? status !== 'proposed' : FIRMNESS.indexOf(status) > FIRMNESS.indexOf(than);

/** The next step of its life: with it comes the day, if one is told. */
const firmUp = (found: MeetingLife, claim: MeetingClaim, context: Context): MeetingLife => {
  const { status, date } = claim.what;
  const open = found.status === 'postponed' ? { ...found, date } : found;
  const told = backUp(open, claim, context.weighing);
  return {
    ...told,
    status,
    date: isDay(date) ? date : told.date,
    backing: claim.backing,
    lastSaid: context.day,
    life: withStatus(found.life, status, context.day),
  };
};

/** Talks of one day are one round, in the town that was told last. */
const inItsTown = (life: MeetingLife, { what }: MeetingClaim, { day }: Context): MeetingLife =>
  what.place === null || life.lastSaid === day || placesFit(life.place, what.place)
    ? life
    : { ...life, place: what.place, host: what.host };

/** Talk of a meeting to come. */
export const plan = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  if (isOver(state, what, context)) return state;
  const found = findPlan(state, what, context);
  if (found === undefined) {
    return { ...state, planned: [...state.planned, newMeeting(claim, what.status, context.day)] };
  }
  if (isFirmer(what.status, found.status)) {
    return { ...state, planned: swap(state.planned, found, firmUp(found, claim, context)) };
  }
  const told = inItsTown(backUp(found, claim, context.weighing), claim, context);
  const life = told === found && found.lastSaid === context.day ? found : { ...told, lastSaid: context.day };
  return { ...state, planned: swap(state.planned, found, life) };
};

export const sharesArticle = (a: Backing, b: Backing): boolean =>
  a.some((one) => b.some((other) => other.source.articleId === one.source.articleId));

// Nobody had told of the plan, or its day has gone by: that it was put off is news only when it was so lately.
const putOffUnknown = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what } = claim;
  const isOld = what.date !== null && daysBetween(lastDayOf(what.date), context.day) > PUT_OFF_LATELY_DAYS;
  if (what.status !== 'postponed' || isOld) return state;
  const missed = lastOf(state.past, (life) => life.status === 'unreported' && samePlan(life, what, context));
  const life = withStatus(missed?.life ?? [], 'postponed', context.day);
  return {
    past: state.past.filter((one) => one !== missed),
    planned: [...state.planned, { ...newMeeting(claim, 'postponed', context.day), life }],
  };
};

/** "Put off from 10 March to 20 April": what was first told of today, for a later day on the same ground, is the new day of the old plan. */
const newDayOf = (old: MeetingLife, { planned }: MeetingState, context: Context): MeetingLife | undefined =>
  planned.find(
    (plan) =>
      plan !== old &&
      plan.life[0]?.on === context.day &&
      isDay(plan.date) &&
      isDay(old.date) &&
      plan.date > old.date &&
      samePlan({ ...old, date: null }, plan, context),
  );

const movedTo = (
  state: MeetingState,
  { old, next }: { readonly old: MeetingLife; readonly next: MeetingLife },
  { day }: Context,
): MeetingState => {
  const life = [...withStatus(old.life, 'postponed', day), ...next.life];
  const told = { ...next, place: next.place ?? old.place, host: next.host ?? old.host, life };
  const planned = state.planned.filter((plan) => plan !== old);
  return { ...state, planned: swap(planned, next, { ...told, invitedBy: old.invitedBy }) };
};

/** A planned meeting is postponed or cancelled. */
export const putOff = (state: MeetingState, claim: MeetingClaim, context: Context): MeetingState => {
  const { what, backing } = claim;
  const found = findPlan(state, what, context) ?? (what.date === null ? state.planned.at(-1) : undefined);
  if (found === undefined) return putOffUnknown(state, claim, context);
  const { status } = what;
  const next = status === 'postponed' ? newDayOf(found, state, context) : undefined;
  if (next !== undefined) return movedTo(state, { old: found, next }, context);
  if (found.status === status) return state;
  // Where the same report also has it as going ahead, it stays.
  if (found.lastSaid === context.day && sharesArticle(found.backing, backing)) return state;
  const life = {
    ...found,
    status,
    lastSaid: context.day,
    backing,
    life: withStatus(found.life, status, context.day),
  };
  if (status === 'postponed') return { ...state, planned: swap(state.planned, found, life) };
  return { planned: state.planned.filter((one) => one !== found), past: remember([...state.past, life]) };
};

type PlanStatus = keyof Window['policy']['meetings']['undatedPlanDays'];

const isPlanStatus = (status: MeetingStatus): status is PlanStatus =>
  status === 'postponed' || FIRMNESS.includes(status);

/** The day on which a plan is given up if nothing is heard: after its day, or after long silence. */
export const givenUpOn = ({ date, status, lastSaid }: MeetingLife, { policy }: Window): Day => {
  const { graceDays, undatedPlanDays } = policy.meetings;
  if (date !== null && status !== 'postponed') return addDays(lastDayOf(date), graceDays + 1);
  return addDays(lastSaid, (isPlanStatus(status) ? undatedPlanDays[status] : 0) + 1);
};

/** A plan whose day went by with no report is unreported; what was only proposed or has no day is dropped. */
export const giveUp = (state: MeetingState, context: Context): MeetingState => {
  const over = state.planned.filter((life) => givenUpOn(life, context) <= context.day);
  if (over.length === 0) return state;
  const unreported = over
    .filter(({ date, status }) => date !== null && status !== 'postponed' && status !== 'proposed')
    .map((one): MeetingLife => ({
      ...one,
      status: 'unreported',
      life: withStatus(one.life, 'unreported', context.day),
    }));
  return {
    planned: state.planned.filter((life) => !over.includes(life)),
    past: remember([...state.past, ...unreported]),
  };
};
