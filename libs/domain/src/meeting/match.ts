import { type Policy } from '../policy/policy.types';
import { distance, isDay } from '../shared/calendar';
import { type MeetingKind } from '../shared/observation';
import { type PartialDate, type Party } from '../shared/primitives';
import { groundOf, hostFits, placesFit } from './places';

/** What is known of a meeting, from a report or from earlier ones. */
export interface Sketch {
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly host: Party | null;
}

export interface Window {
  readonly kind: MeetingKind;
  readonly policy: Policy;
}

const hostOf = ({ host, place }: Sketch): Party | null => host ?? groundOf(place);

const groundsFit = (a: Sketch, b: Sketch): boolean => {
  const [x, y] = [hostOf(a), hostOf(b)];
  if (x !== null && y !== null) return x === y;
  return hostFits(a.place, y) && hostFits(b.place, x);
};

const days = (a: PartialDate | null, b: PartialDate | null): number | null =>
  a === null || b === null ? null : distance(a, b);

/** Two dated reports of one meeting that took place: a day apart at most, or a little more where the places fit. */
export const sameHeld = (a: Sketch, b: Sketch, { kind, policy }: Window): boolean => {
  const apart = days(a.date, b.date);
  if (apart === null) return false;
  const most = isDay(a.date) && isDay(b.date) ? policy.meetings.sameWithinDays[kind] : 0;
  return apart <= most && placesFit(a.place, b.place);
};

/** There are no two rounds of talks on one day: towns change, as plans do. */
const isOneRound = (a: Sketch, b: Sketch, kind: MeetingKind): boolean =>
  kind === 'trade_talks' && isDay(a.date) && a.date === b.date;

/** Talk of one meeting to come. */
export const samePlan = (a: Sketch, b: Sketch, { kind, policy }: Window): boolean => {
  if (isOneRound(a, b, kind)) return true;
  const apart = days(a.date, b.date);
  const near =
    apart === null ||
    apart <= Math.max(policy.meetings.sameWithinDays[kind], isDay(a.date) && isDay(b.date) ? 4 : 0);
  return near && groundsFit(a, b) && placesFit(a.place, b.place);
};

/** Was the meeting held the one that had been planned? */
export const fulfils = (held: Sketch, plan: Sketch, { kind, policy }: Window): boolean => {
  if (isOneRound(held, plan, kind)) return true;
  const apart = days(held.date, plan.date);
  if (!groundsFit(held, plan) || !placesFit(held.place, plan.place)) return false;
  if (apart !== null) return apart <= policy.meetings.sameWithinDays[kind] + 1;
  return plan.host === null || hostOf(held) === plan.host;
};
