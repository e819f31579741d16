import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { placeOn } from '../shared/calendar';
import { type MeasureStatus } from '../shared/observation';
import { type PartialDate } from '../shared/primitives';

/** What one statement says of a measure on one day. */
export interface MeasureWord {
  readonly status: MeasureStatus;
  readonly subject: string;
  readonly date: PartialDate | null;
  readonly until: PartialDate | null;
  readonly news: boolean;
}

/** Talk of a step to come, not the step. */
export const isToCome = (status: MeasureStatus): boolean =>
  status === 'announced' || status === 'threatened' || status === 'pledged';

/** A step stands on its day, talk of one on the day it was said. */
export const measureEntries = ({ observation, source }: Assertion): readonly Entry<MeasureWord>[] => {
  if (observation.type !== 'measure') return [];
  const { status, subject, date, until, news } = observation;
  const day = isToCome(status) ? source.day : placeOn(date, source.day);
  const key = [status, date, until, news].join('|');
  return [{ day: day > source.day ? source.day : day, key, what: { status, subject, date, until, news } }];
};
