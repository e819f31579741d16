import { type MeetingObservationStatus } from '../shared/observation';
import { deny, hold } from './held';
import { type Context, type MeetingClaim, type MeetingState } from './meeting-life';
import { giveUp, plan, putOff } from './plan';

type Act = (state: MeetingState, claim: MeetingClaim, context: Context) => MeetingState;

// In this order within a day: what took place first, then the firmest plan, so that vaguer words find it.
const ACTS: Readonly<Record<MeetingObservationStatus, Act>> = {
  held: hold,
  denied: deny,
  scheduled: plan,
  agreed: plan,
  invited: plan,
  proposed: plan,
  postponed: putOff,
  cancelled: putOff,
};

const ORDER = Object.keys(ACTS);

const inOrder = (a: MeetingClaim, b: MeetingClaim): number =>
  ORDER.indexOf(a.what.status) - ORDER.indexOf(b.what.status) ||
  (b.what.date?.length ?? 0) - (a.what.date?.length ?? 0);

/** The meetings of a kind after a day: what took place, what is to come. */
export const stepMeetings = (
  state: MeetingState,
  claims: readonly MeetingClaim[],
  context: Context,
): MeetingState =>
  [...claims]
    .sort(inOrder)
    .reduce((next, claim) => ACTS[claim.what.status](next, claim, context), giveUp(state, context));
