import { INPUT_EVENTS, readFoldedEvent, RELATION_STREAM } from '@app/contracts';
import { createRelation, record, type Relation } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';

/** Events read at a time. */
const PAGE = 200;

/** The relation, and how far its stream is folded into it. */
export interface Folded {
  readonly relation: Relation;
  readonly version: number;
  /** In the log, of the last event folded. */
  readonly position: number;
  readonly recordedAt: string | null;
}

export const nothing = (): Folded => ({
  relation: createRelation(),
  version: 0,
  position: 0,
  recordedAt: null,
});

const addPage = (folded: Folded, events: readonly RecordedEvent[]): Folded => {
  for (const { type, data } of events) {
    if (INPUT_EVENTS.includes(type)) record(folded.relation, readFoldedEvent(data));
  }
  const last = events.at(-1);
  if (last === undefined) return folded;
  const { version, position, recordedAt } = last;
  return { relation: folded.relation, version, position, recordedAt };
};

/**
 * Folds what the relation's stream holds beyond `from`, up to a position of the log. `from` is used up by it; what `onPage` was given
 * last is where to go on when a page could not be read. Should one break off in its middle, it is folded again: twice makes no
 * difference.
 */
export const fold = async (
  store: EventStore,
  from: Folded,
  { upTo = Infinity, onPage }: { readonly upTo?: number; readonly onPage?: (folded: Folded) => void } = {},
): Promise<Folded> => {
  let folded = from;
  for (;;) {
    const page = await store.readStream(RELATION_STREAM, { afterVersion: folded.version, limit: PAGE });
    const events = page.filter((event) => event.position <= upTo);
    folded = addPage(folded, events);
    onPage?.(folded);
    if (page.length < PAGE || events.length < page.length) return folded;
  }
};
