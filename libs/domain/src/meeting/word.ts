import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { placeOn } from '../shared/calendar';
import { type MeetingObservationStatus } from '../shared/observation';
import { type PartialDate, type Party } from '../shared/primitives';

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

/** A meeting held stands on its day, all talk of meetings to come on the day it was said. */
export const meetingEntries = ({ observation, source, hint }: Assertion): readonly Entry<MeetingWord>[] => {
  if (observation.type !== 'meeting') return [];
  const { status, date, place, host, durationMinutes, initiator, news } = observation;
  const past = status === 'held' || status === 'denied';
  const day = past ? placeOn(date, source.day) : source.day;
  const contested = hint === 'contested';
  const key = [status, date, place?.toLowerCase(), host, durationMinutes, initiator, contested, news].join(
    '|',
  );
  const what = { status, date, place, host, durationMinutes, initiator, contested, news };
  return [{ day: day > source.day ? source.day : day, key, what }];
};
