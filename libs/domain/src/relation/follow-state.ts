import { type FacetState } from '../state.types';
import { type Reading } from '../values';
import { asked, viewAt } from './read';
import { type FacetFile, type Relation } from './relation-data';
import { withEvidence } from './state-of';
import { tensionIn } from './tension';
import { tensionFacet } from './tension-facet';

/** A facet's state, and what it was worked out from: as long as that is the same, so is the state. */
interface Worked {
  readonly reading: Reading;
  readonly told: number;
  /** Of the clusters: who stands for the sources that are shown. */
  readonly revision: number;
  readonly state: FacetState;
}

/**
 * What `state(relation).facets` gives, in no order, for whoever asks again and again: a facet of which nothing else is known now is the
 * very object that it was the last time, so that only what is new costs anything. But for the tension, which is worked out each time.
 */
export const followState = (): ((relation: Relation) => ReadonlyMap<string, FacetState>) => {
  let last: ReadonlyMap<FacetFile, Worked> = new Map();

  return (relation) => {
    const moment = asked(relation, {});
    const view = viewAt(relation, null);
    const revision = relation.clusters.revision();
    const next = new Map<FacetFile, Worked>();
    for (const file of relation.facets.values()) {
      const reading = view.beliefOf(file).at(moment.asOf);
      if (reading === null) continue;
      const { told } = file;
      const before = last.get(file);
      const isSame = before?.reading === reading && before.told === told && before.revision === revision;
      next.set(
        file,
        isSame ? before : { reading, told, revision, state: withEvidence(relation, view, moment, reading) },
      );
    }
    last = next;
    const states = new Map([...next.values()].map(({ state }) => [state.facet, state]));
    if (states.size === 0) return states;
    const tension = tensionFacet(relation.policy.version, tensionIn(relation, view, moment.asOf));
    return states.set(tension.facet, withEvidence(relation, view, moment, tension));
  };
};
