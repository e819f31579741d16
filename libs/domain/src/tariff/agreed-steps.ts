import { isDay } from '../shared/calendar';
import { type Observation } from '../shared/observation';
import { type Day } from '../shared/primitives';
import { isFresh } from '../truce/fresh';

const falls = (one: Observation): boolean =>
  one.type === 'tariff' &&
  one.scope === 'all' &&
  one.news &&
  one.rate !== null &&
  one.rateFrom !== null &&
  one.rate < one.rateFrom;

const isUndated = (one: Observation): boolean =>
  one.type === 'tariff' && one.status === 'in_effect' && one.effective === null && falls(one);

/** The one day to come on which cuts of this article begin, by those that tell it. */
const dayToCome = (observations: readonly Observation[], day: Day): Day | null => {
  const days = observations.flatMap((one) =>
    one.type === 'tariff' && one.status === 'announced' && falls(one) && isDay(one.effective)
      ? [one.effective]
      : [],
  );
  const [first] = days;
  return first !== undefined && first > day && days.every((other) => other === first) ? first : null;
};

/**
 * What two sides have just agreed is not in force on the day of the agreement. A cut that the article tells beside it without a day
 * begins on the day of the other cuts, where it names one; else it is announced.
 */
export const agreedSteps = (observations: readonly Observation[], day: Day): readonly Observation[] => {
  const fresh = observations.filter((one) => isFresh(one, day));
  if (fresh.length === 0 || !observations.some(isUndated)) return observations;
  const effective = dayToCome(observations, day);
  const isDated = fresh.some(({ date }) => date !== null);
  if (effective === null && !isDated) return observations;
  return observations.map((one) =>
    one.type === 'tariff' && isUndated(one) ? { ...one, status: 'announced', effective } : one,
  );
};
