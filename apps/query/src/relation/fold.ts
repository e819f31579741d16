import { INPUT_EVENTS, readFoldedEvent } from '@app/contracts';
import { createRelation, record, type Archive, type Relation } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { foldStream, type Adopted, type Place } from '@app/relation-log';

/** The relation, and how far its stream is folded into it. */
export interface Folded extends Place {
  readonly relation: Relation;
  /** The policy under which it is folded; null: this build's own. */
  readonly adopted: Adopted | null;
  /** In the log, of the last event folded. */
  readonly position: number;
  readonly recordedAt: string | null;
  /** By facet: the position of the event that touched its ledger last. Grows with `relation`. */
  readonly touched: Map<string, number>;
}

/** Folds events that come next. An adoption is none of them: it means to begin anew. */
export const addPage = (folded: Folded, events: readonly RecordedEvent[]): Folded => {
  const { relation, touched } = folded;
  for (const { type, data, position } of events) {
    if (!INPUT_EVENTS.includes(type)) continue;
    // Noted at once: should the page break off here, what is recorded twice touches nothing.
    for (const facet of record(relation, readFoldedEvent(data)).facets) touched.set(facet, position);
  }
  const last = events.at(-1);
  if (last === undefined) return folded;
  const { version, position, recordedAt } = last;
  return { ...folded, version, position, recordedAt };
};

interface FoldOptions {
  readonly upTo?: number;
  /** Gives each relation the archive that it keeps words in; left out: on the heap. */
  readonly archive?: () => Archive;
  readonly onPage?: (folded: Folded) => void;
}

/**
 * Folds what the relation's stream holds beyond `from` (null: all of it), up to a position of the log, under the policy that was in force
 * there: see `foldStream`.
 */
export const fold = (
  store: EventStore,
  from: Folded | null,
  { archive, ...options }: FoldOptions = {},
): Promise<Folded> =>
  foldStream<Folded>(store, from, {
    begin: (adopted) => ({
      relation: createRelation(adopted?.policy, archive?.()),
      adopted,
      version: 0,
      position: 0,
      recordedAt: null,
      touched: new Map(),
    }),
    add: addPage,
    ...options,
  });
