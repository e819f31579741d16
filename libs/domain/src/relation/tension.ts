import { tensionOf, type TensionOn } from '../tension/tension-index';
import { type Moment, type TensionReading } from '../state.types';
import { asked, viewAt, type View } from './read';
import { type Relation } from './relation-data';
import { type Day } from '../shared/primitives';

export const tensionIn = (relation: Relation, view: View, asOf: Day): TensionOn =>
  tensionOf(
    [...relation.facets.values()].map((file) => view.beliefOf(file).segments()),
    { asOf, policy: relation.policy },
  );

/** The tension index of a day with all that it rests on. */
export const tension = (relation: Relation, moment: Moment = {}): TensionReading => {
  const { asOf, knownAt } = asked(relation, moment);
  return tensionIn(relation, viewAt(relation, knownAt), asOf).reading;
};
