import { type Clusters } from '../evidence/clusters';
import { type Belief } from '../ledger/belief';
import { type Day, type Instant } from '../shared/primitives';
import { type FactRow } from '../state.types';
import { type Reading } from '../values';

/** A row that is believed still. */
export interface OpenRow {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reading: Reading;
  readonly knownFrom: Instant;
}

/** How far the ledger of one facet has been gone through. */
export interface Sweep {
  readonly belief: Belief;
  readonly clusters: Clusters;
  moment: Instant;
  /** By day. */
  readonly open: OpenRow[];
  readonly closed: FactRow[];
  /** Closed at `moment`: they open again where a later statement of the same moment has it so. */
  closedNow: FactRow[];
}
