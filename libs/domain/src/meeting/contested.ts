import { type MeetingObservation, type Observation, type Place } from '../shared/observation';

const FULL_DAY = '2025-06-05'.length;
const ABOUT_CONTACT = /\b(call|phone|talk|meet|negotiat|consult|contact)/i;

/**
 * The meetings that an article tells only as one side's word, which the other side denies in the same article: those
 * without a full day and place, that are told together with a denial of the same kind, or as news without a place. And those
 * that it tells as put off on the very day.
 */
export const contestedMeetings = (observations: readonly Observation[]): ReadonlySet<string> => {
  const disputed = observations.some((one) => one.type === 'dispute' && ABOUT_CONTACT.test(one.about));
  const meetings = observations.filter((one): one is MeetingObservation & Place => one.type === 'meeting');
  const denied = meetings.filter(({ status }) => status === 'denied');
  const off = meetings.filter(({ status }) => status === 'postponed' || status === 'cancelled');
  const isPutOff = ({ kind, date }: MeetingObservation): boolean =>
    date !== null && off.some((one) => one.kind === kind && one.date === date);
  const isContested = (one: MeetingObservation): boolean =>
    denied.some(({ kind, date }) => kind === one.kind && (date === one.date || one.date === null)) ||
    ((disputed || denied.length > 0) && (one.date?.length ?? 0) < FULL_DAY && one.place === null) ||
    (disputed && (one.source === 'US' || one.source === 'CN' || (one.news && one.place === null)));
  const held = meetings.filter(({ status }) => status === 'held');
  return new Set(held.filter((one) => isContested(one) || isPutOff(one)).map(({ id }) => id));
};
