import { type CloudEvent } from './cloud-event';

/**
 * Remembers which events were handled. `add` is called after the handler is done. Kept in memory it drops the repeats of
 * one process; to drop those across restarts, keep the keys where the effect goes, in one transaction with it.
 */
export interface SeenStore {
  has(key: string): boolean | Promise<boolean>;
  add(key: string): void | Promise<void>;
}

/** The key of an event among all events of all sources: CloudEvents promises that source and id together are unique. */
export const eventKey = (event: Pick<CloudEvent<unknown>, 'source' | 'id'>): string =>
  `${event.source}\n${event.id}`;

/** Remembers the last `limit` keys (about 100 bytes each) and forgets the oldest first. */
export const rememberLast = (limit = 100_000): SeenStore => {
  const keys = new Set<string>();
  return {
    has: (key) => keys.has(key),
    add: (key) => {
      keys.delete(key);
      keys.add(key);
      if (keys.size <= limit) return;
      for (const oldest of keys) {
        keys.delete(oldest);
        return;
      }
    },
  };
};
