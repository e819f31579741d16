import { type Tier } from '../policy/policy.types';
import { type Observation } from '../shared/observation';
import { type Day, type Instant } from '../shared/primitives';

/** One revision of one article (or an operator's word), as a source of statements. */
export interface Source {
  readonly key: string;
  readonly articleId: string;
  /** The publisher in the form in which two of the same are equal. */
  readonly outlet: string;
  readonly publisher: string;
  readonly tier: Tier;
  readonly publishedAt: Instant;
  readonly day: Day;
  readonly url: string | null;
  readonly title: string;
}

/** One statement in one source: what a ledger holds. */
export interface Assertion<O extends Observation = Observation> {
  readonly observation: O;
  readonly source: Source;
  /** What the other statements of the article tell about this one. */
  readonly hint: 'part' | 'total' | 'contested' | null;
}
