import { daysBetween } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { faded, type Level } from '../tension/level';
import { type Reading } from '../values';

export const TENSION = 'tension';

/** The tension index as a facet among the others: its number, and the observations behind what weighs most. */
export const tensionFacet = (policy: string, { value, because }: Level): Reading => ({
  facet: TENSION,
  value,
  status: String(value.index),
  standing: 'reported',
  confidence: 1,
  because,
  conflicts: [],
  policy,
});

/** What a row that holds from `from` on reads on a day: the tension fades from day to day, all else stays as it is. */
export const readingOn = (reading: Reading, from: Day, asOf: Day): Reading =>
  reading.value.type === 'tension'
    ? tensionFacet(
        reading.policy,
        faded({ value: reading.value, because: reading.because }, daysBetween(from, asOf)),
      )
    : reading;
