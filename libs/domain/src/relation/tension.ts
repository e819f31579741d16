import { tensionOf } from '../tension/tension-index';
import { type Moment, type TensionReading } from '../state.types';
import { type Reading } from '../values';
import { asked, viewAt, type View } from './read';
import { type Relation } from './relation-data';
import { type Day } from '../shared/primitives';

export const TENSION = 'tension';

const STRONGEST = 3;

export const tensionIn = (relation: Relation, view: View, asOf: Day): TensionReading =>
  tensionOf(
    [...relation.facets.values()].map((file) => view.beliefOf(file).segments()),
    { asOf, policy: relation.policy },
  );

/** The tension index as a facet among the others: its number, and the observations behind what weighs most. */
export const tensionFacet = (
  relation: Relation,
  { index, acts, threats, weights, contributions }: TensionReading,
): Reading => ({
  facet: TENSION,
  value: { type: 'tension', index, acts, threats, weights },
  status: String(index),
  standing: 'reported',
  confidence: 1,
  because: [
    ...new Set(
      [...contributions]
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
        .slice(0, STRONGEST)
        .flatMap((one) => one.because),
    ),
  ],
  conflicts: [],
  policy: relation.policy.version,
});

/** The tension index of a day with all that it rests on. */
export const tension = (relation: Relation, moment: Moment = {}): TensionReading => {
  const { asOf, knownAt } = asked(relation, moment);
  return tensionIn(relation, viewAt(relation, knownAt), asOf);
};
