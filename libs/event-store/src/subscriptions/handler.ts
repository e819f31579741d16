import type { RecordedEvent } from '../event-store';
import type { Transaction } from '../transaction';

export interface HandlerContext {
  /** Commits together with the checkpoint, or not at all. */
  readonly tx: Transaction;
  /** The version whose rows are to be written. */
  readonly version: number;
  /** Of the lease that it is called under: where it differs from the last call's, somebody else may have been at work between. */
  readonly epoch: number;
  /** These events were handled before, by an earlier version or a rebuild: write rows, tell nobody. */
  readonly isReplay: boolean;
}

/** What a subscription does with events: in order of position, one call at a time. It may be called twice for the same events. */
export interface Handler {
  readonly name: string;
  /** Types that it is called for; all when left out. */
  readonly handles?: readonly string[];
  /** Where it starts when it is new; `beginning` when left out. */
  readonly startAt?: 'beginning' | 'head';
  /**
   * True when the effect leaves the database (Kafka, HTTP): then it is never called for a replay, and it is done when the promise
   * resolves, before the checkpoint commits: at least once.
   */
  readonly emits?: boolean;
  /** What must stay in order among itself. With it a defect parks the event and later ones of its key; without, it pauses. */
  readonly keyOf?: (event: RecordedEvent) => string;
  /**
   * Once it is up to date, pages begin at least so many milliseconds apart, so that what comes in a stream shares transactions and
   * waits for the disk; further apart, up to ten times, where a page takes more than a quarter of that. What comes after a pause is
   * handled at once. 0 when left out.
   */
  readonly restMs?: number;
  handle(events: readonly RecordedEvent[], context: HandlerContext): Promise<void>;
}
