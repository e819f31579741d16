import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { daysBetween, firstDayOf, lastDayOf, placeOn } from '../shared/calendar';
import { type MeetingObservation, type MeetingObservationStatus } from '../shared/observation';
import { type Day, type PartialDate, type Party } from '../shared/primitives';

/** What one statement says about meetings of a kind, on one day. */
export interface MeetingWord {
  readonly status: MeetingObservationStatus;
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly host: Party | null;
  readonly durationMinutes: number | null;
  readonly initiator: Party | null;
  /** One side says so and the other denies it, in the same article. */
  readonly contested: boolean;
  /** Told as news, not as background. */
  readonly news: boolean;
}

// What is told as held on a day to come is still to come.
const statusOf = ({ status, date }: MeetingObservation, saidOn: Day): MeetingObservationStatus =>
  status === 'held' && date !== null && firstDayOf(date) > saidOn ? 'scheduled' : status;

const LONG_AGO_DAYS = 120;

// What is news did not take place in a month long gone: the month belongs to something else in the sentence.
const dateOf = ({ status, date, news }: MeetingObservation, saidOn: Day): PartialDate | null =>
  status === 'held' && news && date?.length === 7 && daysBetween(lastDayOf(date), saidOn) > LONG_AGO_DAYS
    ? null
    : date;

/** A meeting held stands on its day, all talk of meetings to come on the day it was said. */
export const meetingEntries = ({ observation, source, hint }: Assertion): readonly Entry<MeetingWord>[] => {
  if (observation.type !== 'meeting') return [];
  const { place, host, durationMinutes, initiator, news } = observation;
  const date = dateOf(observation, source.day);
  const status = statusOf(observation, source.day);
  const day = status === 'held' || status === 'denied' ? placeOn(date, source.day) : source.day;
  const contested = hint === 'contested';
  const key = [status, date, place?.toLowerCase(), host, durationMinutes, initiator, contested, news].join(
    '|',
  );
  const what = { status, date, place, host, durationMinutes, initiator, contested, news };
  return [{ day: day > source.day ? source.day : day, key, what }];
};
