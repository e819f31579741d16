import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties the work on one article together, through all services. */
export interface Correlation {
  readonly correlationId: string;
  /** Id of the message (or request) that caused this work. */
  readonly causationId?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Runs work with these ids at hand: every log line in it carries them. */
export const withCorrelation = <R>(ids: Correlation, work: () => R): R => storage.run(ids, work);

/** The ids of the work under way, if any. */
export const currentCorrelation = (): Correlation | undefined => storage.getStore();
