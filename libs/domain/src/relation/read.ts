import { createClusters, type Clusters } from '../evidence/clusters';
import { segmentAt, type Belief, type Segment } from '../ledger/belief';
import { askedInstant, dayOfInstant } from '../shared/calendar';
import { type Day, type Instant } from '../shared/primitives';
import { type FactRow, type Moment } from '../state.types';
import { rowsAt } from './open-rows';
import { isKnown, type FacetFile, type Relation } from './relation-data';
import { sweepOf } from './sweep';

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

/** What a facet reads on each day, by one set of statements. */
type Believed = Pick<Belief, 'at' | 'segments'>;

/** How one looks at the relation at a moment of knowledge. */
export interface View {
  readonly clusters: Clusters;
  readonly beliefOf: (file: FacetFile) => Believed;
}

const clustersAt = (relation: Relation, knownAt: Instant): Clusters => {
  const clusters = createClusters(relation.nearDuplicates);
  for (const { versions } of relation.articles.values()) {
    for (const version of versions)
      if (version.held.some((one) => isKnown(one, knownAt))) clusters.add(version);
  }
  return clusters;
};

/** The rows of a moment side by side, with nothing where there is none. */
const sideBySide = (rows: readonly FactRow[]): readonly Segment[] =>
  rows.flatMap(({ validFrom, validTo, reading }, i) => [
    { from: validFrom, reading },
    ...(validTo === null || rows[i + 1]?.validFrom === validTo ? [] : [{ from: validTo, reading: null }]),
  ]);

const once = <K, V>(work: (key: K) => V): ((key: K) => V) => {
  const done = new Map<K, V>();
  return (key) => {
    const value = done.get(key) ?? work(key);
    done.set(key, value);
    return value;
  };
};

/** The live indexes; or, for a moment gone by, the rows that were believed then: no ledger is folded for the question. */
export const viewAt = (relation: Relation, knownAt: Instant | null): View => {
  if (knownAt === null) return { clusters: relation.clusters, beliefOf: ({ live }) => live };
  const clustersThen = once(() => clustersAt(relation, knownAt));
  return {
    get clusters() {
      return clustersThen('then');
    },
    beliefOf: once((file: FacetFile): Believed => {
      const segments = sideBySide(rowsAt(sweepOf(relation, file), knownAt));
      return { segments: () => segments, at: (day) => segmentAt(segments, day)?.reading ?? null };
    }),
  };
};

/** The same, without an index: the ledger without what came later, folded for the question. What the rows have to equal. */
export const beliefAnew = (relation: Relation, { ref, ledger }: FacetFile, knownAt: Instant): Belief => {
  const { clusterOf } = clustersAt(relation, knownAt);
  const belief = ref.believe({ policy: relation.policy, clusterOf });
  for (const held of ledger) if (isKnown(held, knownAt)) belief.add(held);
  belief.settle();
  return belief;
};
