import { type Observation } from '../shared/observation';
import { type Day } from '../shared/primitives';
import { isFresh } from './fresh';

/** What an article of that day has as agreed just now was not in force before: its background tells of an earlier word on the same thing. */
export const unsigned = (observations: readonly Observation[], day: Day): readonly Observation[] => {
  const agreed = observations.filter((one) => isFresh(one, day));
  if (agreed.length === 0) return observations;
  return observations.map((one) => {
    if (one.type !== 'truce' || one.news || one.status !== 'in_force' || one.date === null) return one;
    const { name, date } = one;
    const isSame = agreed.some((other) => other.name === name && other.date !== null && other.date > date);
    return isSame ? { ...one, status: 'agreed' } : one;
  });
};
