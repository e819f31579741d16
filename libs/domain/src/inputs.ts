import { type Observation } from './shared/observation';
import { type Day, type Instant } from './shared/primitives';

// What the event log holds and the domain folds. Folding is addition: any order, repetition or split of the same
// inputs gives the same relation.

/** An article was read. A later revision of the same article takes the place of the earlier from its publication on. */
export interface ArticleObserved {
  readonly type: 'ArticleObserved';
  readonly articleId: string;
  readonly revision: string;
  readonly url: string | null;
  readonly publisher: string;
  readonly publishedAt: Instant;
  readonly title: string;
  /** MinHash of the text, 128 numbers; empty where there is none. */
  readonly signature: readonly number[];
  readonly engine: { readonly id: string; readonly version: string };
  readonly relevant: boolean;
  readonly direction: 'escalation' | 'de-escalation' | 'mixed' | 'neutral';
  readonly observations: readonly Observation[];
}

/** A publisher or an operator took an article back: from `at` on it says nothing. */
export interface ArticleRetracted {
  readonly type: 'ArticleRetracted';
  readonly articleId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** An operator's word, with name and reason: known from `at` on. `id` is given by whoever records it. */
export interface OperatorCorrected {
  readonly type: 'OperatorCorrected';
  readonly id: string;
  readonly correction: Correction;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export type Correction =
  /** One statement of one article counts no more: it was misread. */
  | { readonly kind: 'void'; readonly observationId: string }
  /** What was so, in the form of an observation, from the operator's own knowledge; it outranks every report. `id`,
   * `evidence` and `sentence` hold the operator's words. */
  | { readonly kind: 'assert'; readonly observation: Observation };

/** A day began: nothing is learned, but truces run out and announced rates come into force. */
export interface DayPassed {
  readonly type: 'DayPassed';
  readonly day: Day;
}

export type RelationInput = ArticleObserved | ArticleRetracted | OperatorCorrected | DayPassed;
