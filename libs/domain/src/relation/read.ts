import { createClusters, type Clusters } from '../evidence/clusters';
import { type Weighing } from '../evidence/backing';
import { type Belief } from '../ledger/belief';
import { askedInstant, dayOfInstant } from '../shared/calendar';
import { type Day, type Instant } from '../shared/primitives';
import { type Moment } from '../state.types';
import { isKnown, type FacetFile, type Relation } from './relation-data';

/** A question with its defaults filled in; `knownAt` null: by all that is recorded. */
export interface Asked {
  readonly asOf: Day;
  readonly knownAt: Instant | null;
}

export const asked = (relation: Relation, { asOf, knownAt }: Moment): Asked => {
  const at = knownAt === undefined ? null : askedInstant(knownAt);
  return {
    asOf: asOf === undefined ? relation.day : dayOfInstant(asOf),
    knownAt: at !== null && at < relation.latest ? at : null,
  };
};

/** How one looks at the relation at a moment of knowledge: the live indexes, or the ledgers without what came later. */
export interface View {
  readonly clusters: Clusters;
  readonly beliefOf: (file: FacetFile) => Belief;
}

const clustersAt = (relation: Relation, knownAt: Instant): Clusters => {
  const clusters = createClusters(relation.nearDuplicates);
  for (const { versions } of relation.articles.values()) {
    for (const { source, held } of versions)
      if (held.some((one) => isKnown(one, knownAt))) clusters.add(source);
  }
  return clusters;
};

export const viewAt = (relation: Relation, knownAt: Instant | null): View => {
  if (knownAt === null) return { clusters: relation.clusters, beliefOf: ({ live }) => live };
  const clusters = clustersAt(relation, knownAt);
  const weighing: Weighing = { policy: relation.policy, clusterOf: clusters.clusterOf };
  const beliefs = new Map<FacetFile, Belief>();
  const believe = ({ ref, ledger }: FacetFile): Belief => {
    const belief = ref.believe(weighing);
    for (const held of ledger) if (isKnown(held, knownAt)) belief.add(held.assertion);
    belief.settle();
    return belief;
  };
  return {
    clusters,
    beliefOf: (file) => {
      const belief = beliefs.get(file) ?? believe(file);
      beliefs.set(file, belief);
      return belief;
    },
  };
};
