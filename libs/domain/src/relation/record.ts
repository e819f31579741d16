import { type Source } from '../evidence/assertion';
import {
  type ArticleObserved,
  type ArticleRetracted,
  type OperatorCorrected,
  type RelationInput,
} from '../inputs';
import { dayOfInstant, publicationInstant } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { firstNot, insertAt } from '../shared/sorted';
import { type Day, type Instant } from '../shared/primitives';
import { type Change, type Recorded } from '../state.types';
import { type FacetRef } from './facet-ref';
import { learn, passDays } from './learn';
import {
  knownToOf,
  type ArticleFile,
  type FacetFile,
  type Held,
  type Relation,
  type Version,
} from './relation-data';
import { toOperatorVersion, toVersion, versionKey } from './to-version';

const NOTHING: Recorded = { news: false, facets: [], changes: [] };

const fileOf = (relation: Relation, articleId: string): ArticleFile => {
  const file = relation.articles.get(articleId) ?? { versions: [], retractedAt: null };
  relation.articles.set(articleId, file);
  return file;
};

const facetFileOf = (relation: Relation, ref: FacetRef): FacetFile => {
  const found = relation.facets.get(ref.facet);
  if (found !== undefined) return found;
  const { policy, clusters } = relation;
  const file = { ref, live: ref.believe({ policy, clusterOf: clusters.clusterOf }), ledger: [] };
  relation.facets.set(ref.facet, file);
  return file;
};

const inOrder = (a: Version, b: Version): number =>
  compareText(a.source.publishedAt, b.source.publishedAt) || compareText(a.key, b.key);

const min = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null || a < b ? a : b;

// Each revision holds until the next one is published, all of them until the article is taken back.
const dateVersions = ({ versions, retractedAt }: ArticleFile): void => {
  versions.forEach((version, i) => {
    version.knownTo = min(versions[i + 1]?.source.publishedAt ?? null, retractedAt);
  });
};

const liveOf = (held: readonly Held[]): ReadonlySet<Held> =>
  new Set(held.filter((one) => knownToOf(one) === null));

const allHeld = ({ versions }: ArticleFile): readonly Held[] => versions.flatMap(({ held }) => held);

const byPublication = (a: Held, b: Held): number =>
  compareText(a.assertion.source.publishedAt, b.assertion.source.publishedAt) ||
  compareText(a.assertion.observation.id, b.assertion.observation.id);

const enterLedgers = (relation: Relation, version: Version): void => {
  for (const held of version.held) {
    held.voidedAt = relation.voids.get(held.assertion.observation.id) ?? null;
    relation.statements.set(held.assertion.observation.id, held);
    for (const ref of held.refs) {
      const { ledger } = facetFileOf(relation, ref);
      insertAt(
        ledger,
        firstNot(ledger, (other) => byPublication(other, held) < 0),
        held,
      );
    }
  }
};

/** What became live and what ceased to be so is brought into the beliefs; gives the facets concerned. */
const applyToBeliefs = (
  relation: Relation,
  before: ReadonlySet<Held>,
  after: ReadonlySet<Held>,
): ReadonlySet<FacetFile> => {
  const touched = new Set<FacetFile>();
  const gone = [...before].filter((held) => !after.has(held));
  const come = [...after].filter((held) => !before.has(held));
  const sources = (held: readonly Held[]): ReadonlySet<Source> =>
    new Set(held.map(({ assertion }) => assertion.source));
  const stays = sources([...after]);
  const regrouped = [
    ...[...sources(gone)]
      .filter((source) => !stays.has(source))
      .flatMap((source) => relation.clusters.remove(source)),
    ...[...sources(come)].flatMap((source) => relation.clusters.add(source)),
  ];
  for (const held of gone)
    eachBelief(relation, held, touched, (file) => {
      file.live.remove(held.assertion);
    });
  for (const held of come)
    eachBelief(relation, held, touched, (file) => {
      file.live.add(held.assertion);
    });
  for (const held of heldOf(relation, regrouped)) {
    eachBelief(relation, held, touched, (file) => {
      file.live.regroup([held.assertion]);
    });
  }
  return touched;
};

const heldOf = (relation: Relation, sources: readonly Source[]): readonly Held[] =>
  [...new Set(sources)].flatMap((source) =>
    (relation.articles.get(source.articleId)?.versions ?? [])
      .filter((version) => version.source === source)
      .flatMap(({ held }) => held.filter((one) => knownToOf(one) === null)),
  );

const eachBelief = (
  relation: Relation,
  held: Held,
  touched: Set<FacetFile>,
  act: (file: FacetFile) => void,
): void => {
  for (const ref of held.refs) {
    const file = facetFileOf(relation, ref);
    touched.add(file);
    act(file);
  }
};

/** Moves the relation's day forward, never back; gives what a reader sees change by that alone. */
const moveTo = (relation: Relation, day: Day): readonly Change[] => {
  const from = relation.day;
  if (day <= from) return [];
  relation.day = day;
  if (from === '') return [];
  return [...relation.facets.values()].flatMap((file) => passDays(file.live, from, day));
};

const note = (relation: Relation, at: Instant): void => {
  if (at > relation.latest) relation.latest = at;
};

const byDayAndFacet = (a: Change, b: Change): number =>
  compareText(a.effective, b.effective) || compareText(a.facet, b.facet);

interface Told {
  readonly passed: readonly Change[];
  readonly touched: ReadonlySet<FacetFile>;
  readonly late: boolean;
}

const tell = (relation: Relation, { passed, touched, late }: Told): Recorded => {
  const learned = [...touched]
    .map(({ live }) => learn(live, relation.day, late))
    .filter((change): change is Change => change !== null);
  return {
    news: true,
    facets: [...touched].map(({ ref }) => ref.facet).sort(),
    changes: [...passed, ...learned.sort(byDayAndFacet)],
  };
};

const recordVersion = (
  relation: Relation,
  file: ArticleFile,
  version: Version,
  signature: readonly number[],
): Recorded => {
  const { source } = version;
  const late = relation.day !== '' && source.day < relation.day;
  const passed = moveTo(relation, source.day);
  note(relation, source.publishedAt);
  if (version.held.length > 0) relation.nearDuplicates.take(source, signature);
  enterLedgers(relation, version);
  const before = liveOf(allHeld(file));
  insertAt(
    file.versions,
    firstNot(file.versions, (other) => inOrder(other, version) < 0),
    version,
  );
  dateVersions(file);
  const touched = applyToBeliefs(relation, before, liveOf(allHeld(file)));
  return tell(relation, { passed, touched, late });
};

const recordArticle = (relation: Relation, input: ArticleObserved): Recorded => {
  const file = fileOf(relation, input.articleId);
  if (file.versions.some(({ key }) => key === versionKey(input))) return NOTHING;
  return recordVersion(relation, file, toVersion(input, relation.policy), input.signature);
};

const recordRetraction = (relation: Relation, input: ArticleRetracted): Recorded => {
  const file = fileOf(relation, input.articleId);
  const at = publicationInstant(input.at);
  if (file.retractedAt !== null && file.retractedAt <= at) return NOTHING;
  const late = dayOfInstant(at) < relation.day;
  const passed = moveTo(relation, dayOfInstant(at));
  note(relation, at);
  const before = liveOf(allHeld(file));
  file.retractedAt = at;
  dateVersions(file);
  const touched = applyToBeliefs(relation, before, liveOf(allHeld(file)));
  return tell(relation, { passed, touched, late });
};

const recordVoid = (relation: Relation, observationId: string, at: Instant): Recorded => {
  const known = relation.voids.get(observationId);
  const late = dayOfInstant(at) < relation.day;
  const passed = moveTo(relation, dayOfInstant(at));
  note(relation, at);
  relation.voids.set(observationId, min(known ?? null, at) ?? at);
  const held = relation.statements.get(observationId);
  if (held === undefined) return { news: true, facets: [], changes: passed };
  const file = fileOf(relation, held.assertion.source.articleId);
  const before = liveOf(allHeld(file));
  held.voidedAt = relation.voids.get(observationId) ?? null;
  const touched = applyToBeliefs(relation, before, liveOf(allHeld(file)));
  return tell(relation, { passed, touched, late });
};

const recordCorrection = (relation: Relation, input: OperatorCorrected): Recorded => {
  if (relation.corrections.has(input.id)) return NOTHING;
  relation.corrections.add(input.id);
  const { correction } = input;
  if (correction.kind === 'void')
    return recordVoid(relation, correction.observationId, publicationInstant(input.at));
  const file = fileOf(relation, input.id);
  return recordVersion(relation, file, toOperatorVersion(input, correction.observation), []);
};

/**
 * Adds what was learned. Adding commutes: any order, repetition or split of the same inputs gives the same relation.
 * The changes are what this order of arrival lets a reader see, on the relation's day, which only moves forward.
 */
export const record = (relation: Relation, input: RelationInput): Recorded => {
  switch (input.type) {
    case 'ArticleObserved':
      return recordArticle(relation, input);
    case 'ArticleRetracted':
      return recordRetraction(relation, input);
    case 'OperatorCorrected':
      return recordCorrection(relation, input);
    case 'DayPassed': {
      const news = input.day > relation.day;
      const changes = moveTo(relation, input.day);
      return { news, facets: [...new Set(changes.map(({ facet }) => facet))].sort(), changes };
    }
  }
};
