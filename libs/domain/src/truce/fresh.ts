import { daysBetween, isDay } from '../shared/calendar';
import { type Observation, type TruceObservation } from '../shared/observation';
import { type Day } from '../shared/primitives';

/** An agreement told so many days later is news still. */
const FRESH_DAYS = 3;

/** Is a truce told as agreed just now, by an article of that day? */
export const isFresh = (one: Observation, day: Day): one is Extract<Observation, TruceObservation> =>
  one.type === 'truce' &&
  one.news &&
  one.status === 'agreed' &&
  (one.date === null || (isDay(one.date) && daysBetween(one.date, day) <= FRESH_DAYS));
