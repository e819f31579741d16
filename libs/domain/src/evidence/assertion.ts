import { type Tier } from '../policy/policy.types';
import { type Content } from '../shared/observation';
import { type Day, type Instant } from '../shared/primitives';

/** One revision of one article (or an operator's word), as a source of statements. */
export interface Source {
  readonly articleId: string;
  /** Tells it from other readings of the article. */
  readonly key: string;
  /** The publisher in the form in which two of the same are equal. */
  readonly outlet: string;
  readonly tier: Tier;
  readonly publishedAt: Instant;
  readonly day: Day;
}

/** How a number is told: on top of what stands, or as what it came down to. */
export interface Manner {
  readonly more: boolean;
  readonly falls: boolean;
}

/** One statement in one source: what a ledger holds. */
export interface Assertion<O extends Content = Content> {
  /** Of the observation. */
  readonly id: string;
  /** One object for all that state the same. */
  readonly observation: O;
  readonly source: Source;
  /** What the other statements of the article tell about this one. */
  readonly hint: 'part' | 'total' | 'contested' | null;
  readonly manner: Manner;
}
