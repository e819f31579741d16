import type { Handler } from '../subscriptions/handler';

/**
 * A read model: tables of its own with a column `version`, written by `handle` under `context.version`, idempotent by position.
 * Readers ask for the rows `where version = es.live_version(log, name)`, so a switch is one row changed.
 */
export interface Projection extends Handler {
  readonly handles: readonly string[];
  /** With schema where it is not on the search path. Each has a column `version int`. */
  readonly tables: readonly string[];
}
