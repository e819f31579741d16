import { type Archive } from '../evidence/archive';
import { type Assertion, type Source } from '../evidence/assertion';
import { type Clusters } from '../evidence/clusters';
import { type NearDuplicates } from '../evidence/near-duplicates';
import { type Belief } from '../ledger/belief';
import { type Policy } from '../policy/policy.types';
import { type Day, type Instant } from '../shared/primitives';
import { type FacetRef } from './facet-ref';
import { type Sweep, type TensionRows } from './sweep.types';

/** A statement in the ledgers, and from when to when it was in the public record. */
export interface Held extends Assertion {
  readonly source: Version;
  /** Those of the facets' files, once it is entered. */
  refs: readonly FacetRef[];
  /** Voided by an operator from here on. */
  voidedAt: Instant | null;
}

/** One revision of an article as one engine read it. */
export interface Version extends Source {
  /** Of its words in the archive. */
  readonly place: number;
  /** Complete once the version is made. */
  held: readonly Held[];
  knownTo: Instant | null;
}

export interface ArticleFile {
  /** In the order in which they take each other's place. */
  versions: readonly Version[];
  retractedAt: Instant | null;
}

export interface FacetFile {
  readonly ref: FacetRef;
  /** `ref` alone: what most statements of the facet are filed under. */
  readonly refs: readonly FacetRef[];
  readonly live: Belief;
  /** All statements ever made, in the order of their publication. */
  ledger: Held[];
  /** The next day after the relation's on which the facet reads differently, as things stand. */
  turnsOn: Day | null;
  /** How often statements on the facet came, went, or changed. */
  told: number;
  /** How far the ledger was gone through for its rows, and what came since. */
  sweep: Sweep | null;
  /** From which moment on its rows are others than when the tension was last worked out from them; null: the same. */
  retold: Instant | null;
  pending: Pending;
}

/** Statements that came or went since the last sweep, if there was one, and the earliest moment that this concerns. */
interface Pending {
  readonly held: Set<Held>;
  since: Instant | null;
}

export const touch = ({ pending, sweep }: FacetFile, held: Held, moment: Instant): void => {
  if (sweep !== null) pending.held.add(held);
  if (pending.since === null || moment < pending.since) pending.since = moment;
};

/** Everything recorded about one relation, with its indexes. Only `record` changes it. */
export interface Relation {
  readonly policy: Policy;
  readonly archive: Archive;
  readonly articles: Map<string, ArticleFile>;
  readonly facets: Map<string, FacetFile>;
  readonly statements: Map<string, Held>;
  readonly voids: Map<string, Instant>;
  readonly corrections: Set<string>;
  readonly nearDuplicates: NearDuplicates;
  readonly clusters: Clusters;
  tension: TensionRows | null;
  day: Day;
  /** The latest moment at which anything recorded became known. */
  latest: Instant;
}

export const earliest = (...moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce<Instant | null>(
    (first, one) => (one !== null && (first === null || one < first) ? one : first),
    null,
  );

export const knownToOf = ({ source, voidedAt }: Held): Instant | null => earliest(source.knownTo, voidedAt);

/** Is the statement in the public record at a moment? `null`: by all that is recorded. */
export const isKnown = (held: Held, at: Instant | null): boolean => {
  const to = knownToOf(held);
  if (at === null) return to === null;
  return held.source.publishedAt <= at && (to === null || at < to);
};

export const versionOf = (relation: Relation, source: Source): Version | undefined =>
  relation.articles.get(source.articleId)?.versions.find((version) => version === source);

/** Does the source say anything at a moment? */
export const isSpeaking = (relation: Relation, source: Source, at: Instant): boolean =>
  versionOf(relation, source)?.held.some((held) => isKnown(held, at)) === true;
