import { type Source } from '../evidence/assertion';
import { compareText } from '../shared/equal';
import { firstNot, inserted } from '../shared/sorted';
import { type Instant } from '../shared/primitives';
import { type FacetRef } from './facet-ref';
import { hasNeighbours, sourcesNear } from './near-sources';
import {
  earliest,
  isKnown,
  knownToOf,
  touch,
  type ArticleFile,
  type FacetFile,
  type Held,
  type Relation,
  type Version,
} from './relation-data';

// How statements get into the ledgers and the live beliefs, and out of them.

const facetFileOf = (relation: Relation, ref: FacetRef): FacetFile => {
  const found = relation.facets.get(ref.facet);
  if (found !== undefined) return found;
  const { policy, clusters } = relation;
  const file: FacetFile = {
    ref,
    refs: [ref],
    live: ref.believe({ policy, clusterOf: clusters.clusterOf }),
    ledger: [],
    turnsOn: null,
    told: 0,
    sweep: null,
    retold: null,
    pending: { held: new Set(), since: null },
  };
  relation.facets.set(ref.facet, file);
  return file;
};

const filesOf = (relation: Relation, { refs }: Held): readonly FacetFile[] =>
  refs.map((ref) => facetFileOf(relation, ref));

const inOrder = (a: Version, b: Version): number =>
  compareText(a.publishedAt, b.publishedAt) || compareText(a.key, b.key);

const byPublication = (a: Held, b: Held): number =>
  compareText(a.source.publishedAt, b.source.publishedAt) || compareText(a.id, b.id);

/** Puts the statements of a new revision into their ledgers. */
const enter = (relation: Relation, { held, publishedAt }: Version): void => {
  for (const one of held) {
    const { id } = one;
    one.voidedAt = relation.voids.get(id) ?? null;
    relation.statements.set(id, one);
    const files = filesOf(relation, one);
    // One object a facet, not one a statement.
    one.refs = files.length === 1 ? (files[0]?.refs ?? []) : files.map(({ ref }) => ref);
    for (const file of files) {
      const index = firstNot(file.ledger, (other) => byPublication(other, one) < 0);
      file.ledger = inserted(file.ledger, index, one);
      touch(file, one, publishedAt);
    }
  }
};

// Each revision holds until the next one is published, all of them until the article is taken back.
const dateVersions = ({ versions, retractedAt }: ArticleFile): void => {
  versions.forEach((version, i) => {
    version.knownTo = earliest(versions[i + 1]?.publishedAt ?? null, retractedAt);
  });
};

const live = (held: readonly Held[]): readonly Held[] => held.filter((one) => isKnown(one, null));

const sourcesOf = (held: readonly Held[]): ReadonlySet<Source> => new Set(held.map(({ source }) => source));

const heldBy = (relation: Relation, sources: Iterable<Source>): readonly Held[] =>
  [...new Set(sources)].flatMap((source) =>
    (relation.articles.get(source.articleId)?.versions ?? [])
      .filter((version) => version === source)
      .flatMap((version) => version.held),
  );

/** What was near a text that went, or that came late, has to be gone through anew for the history of its clusters. */
const reviseHistory = (relation: Relation, sources: Iterable<Source>): void => {
  for (const one of heldBy(relation, sources))
    for (const file of filesOf(relation, one)) touch(file, one, '');
};

const regroup = (
  relation: Relation,
  gone: readonly Held[],
  come: readonly Held[],
  stay: ReadonlySet<Source>,
): readonly Source[] => {
  const left = [...sourcesOf(gone)].filter((source) => !stay.has(source));
  const moved = [
    ...left.flatMap((source) => relation.clusters.remove(source)),
    ...[...sourcesOf(come)].flatMap((source) => relation.clusters.add(source)),
  ];
  reviseHistory(relation, moved);
  for (const source of left)
    if (hasNeighbours(relation, source)) reviseHistory(relation, sourcesNear(relation, [source]));
  return moved;
};

/** Brings into the live beliefs what became known for good, takes out what ceased to be; gives the facets concerned. */
const applyToBeliefs = (
  relation: Relation,
  before: readonly Held[],
  after: readonly Held[],
): Set<FacetFile> => {
  const [was, is] = [new Set(before), new Set(after)];
  const gone = before.filter((one) => !is.has(one));
  const come = after.filter((one) => !was.has(one));
  const moved = regroup(relation, gone, come, sourcesOf(after));
  const touched = new Set<FacetFile>();
  const each = (held: readonly Held[], act: (file: FacetFile, one: Held) => void): void => {
    for (const one of held) {
      for (const file of filesOf(relation, one)) {
        touched.add(file);
        act(file, one);
      }
    }
  };
  each(gone, (file, one) => {
    file.live.remove(one);
  });
  each(come, (file, one) => {
    file.live.add(one);
  });
  each(live(heldBy(relation, moved)), (file, one) => {
    file.live.regroup([one]);
  });
  return touched;
};

const allHeld = ({ versions }: ArticleFile): readonly Held[] => versions.flatMap(({ held }) => held);

/**
 * Alters one article's file (a new revision, a retraction, a void) and carries what follows into ledgers and beliefs.
 * Gives the facets whose reading may have changed.
 */
export const alter = (relation: Relation, file: ArticleFile, how: () => void): Set<FacetFile> => {
  const before = live(allHeld(file));
  const ends = new Map(allHeld(file).map((one) => [one, knownToOf(one)]));
  how();
  dateVersions(file);
  for (const [one, was] of ends) {
    const to = knownToOf(one);
    if (to !== null && to !== was) for (const facet of filesOf(relation, one)) touch(facet, one, to);
  }
  return applyToBeliefs(relation, before, live(allHeld(file)));
};

/** A revision of an article comes in. */
export const addVersion = (
  relation: Relation,
  file: ArticleFile,
  version: Version,
  signature: readonly number[],
): Set<FacetFile> => {
  // What states nothing backs nothing: whose words it repeats makes no difference.
  if (version.held.length > 0) relation.nearDuplicates.take(version, signature);
  enter(relation, version);
  const touched = alter(relation, file, () => {
    const index = firstNot(file.versions, (other) => inOrder(other, version) < 0);
    file.versions = file.versions.toSpliced(index, 0, version);
  });
  const late = version.publishedAt < relation.latest;
  if (late && hasNeighbours(relation, version)) reviseHistory(relation, sourcesNear(relation, [version]));
  for (const one of version.held) for (const facet of filesOf(relation, one)) touched.add(facet);
  return touched;
};

export const noteMoment = (relation: Relation, at: Instant): void => {
  if (at > relation.latest) relation.latest = at;
};
