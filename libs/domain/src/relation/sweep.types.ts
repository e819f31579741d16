import { type Clusters } from '../evidence/clusters';
import { type Belief } from '../ledger/belief';
import { type Day, type Instant } from '../shared/primitives';
import { type FactRow } from '../state.types';
import { type TensionBelief } from '../tension/tension-belief';
import { type Reading } from '../values';

/** A row that is believed still. */
export interface OpenRow {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reading: Reading;
  readonly knownFrom: Instant;
}

/** How far one goes through what became known, and the rows that this gave. */
export interface Rows {
  readonly belief: Pick<Belief, 'settle' | 'segments'>;
  /** Stretches with the same reading side by side are one row: not where the reading fades from its first day on. */
  readonly joins: boolean;
  moment: Instant;
  /** By day. */
  readonly open: OpenRow[];
  readonly closed: FactRow[];
  /** Closed at `moment`: they open again where a later statement of the same moment has it so. */
  closedNow: FactRow[];
}

/** How far the ledger of one facet has been gone through. */
export interface Sweep extends Rows {
  readonly belief: Belief;
  readonly clusters: Clusters;
}

/** How far the rows of all facets have been gone through for those of the tension. */
export interface TensionRows extends Rows {
  readonly belief: TensionBelief;
  /** By facet: its rows at `moment`, by day. */
  readonly alive: Map<string, readonly OpenRow[]>;
}
