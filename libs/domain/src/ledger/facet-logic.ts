import { type Assertion } from '../evidence/assertion';
import { type Backing, type Weighing } from '../evidence/backing';
import { type Day } from '../shared/primitives';
import { type FacetValue, type Standing } from '../values';
import { type Claim } from './claim';

/** What one statement says of one day. Statements with the same `key` on the same day are one claim. */
export interface Entry<W> {
  readonly day: Day;
  readonly key: string;
  readonly what: W;
}

export interface ConflictParts {
  readonly says: string;
  readonly backing: Backing;
  /** On which day it was last said. */
  readonly saidOn: Day;
}

export interface ReadingParts {
  readonly value: FacetValue;
  readonly status: string;
  readonly backing: Backing;
  readonly conflicts: readonly ConflictParts[];
  /** Where it is not simply what the backing makes it. */
  readonly standing?: Standing;
}

/**
 * How one kind of facet is read: a fold over the days of its ledger, in the order of the days. A state is plain,
 * immutable data; `step` gives the same object back when nothing changed, so that a day that brings nothing costs nothing.
 */
export interface FacetLogic<W, S> {
  readonly start: S;
  /** Where the statement stands on the time line, and what it says there. */
  readonly entries: (assertion: Assertion, weighing: Weighing) => readonly Entry<W>[];
  /** The state after `day`: what time alone brings first (`claims` may be empty), then what was claimed of it. */
  readonly step: (
    state: S,
    today: { readonly day: Day; readonly claims: readonly Claim<W>[] },
    weighing: Weighing,
  ) => S;
  /** The next day after `day` on which time alone alters the state, or null. */
  readonly wake: (state: S, day: Day) => Day | null;
  readonly read: (state: S, weighing: Weighing, day: Day) => ReadingParts | null;
}
