import { LOG_EVENTS, RELATION_STREAM } from '@app/contracts';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { adoptedBy, adoptionsIn, type Adopted } from './adoptions';

/** Events read at a time. */
const PAGE = 200;

/** How far the relation's stream is folded, and where the policy was adopted under which it is; null: it is this build's own. */
export interface Place {
  readonly version: number;
  readonly adopted: Pick<Adopted, 'position'> | null;
}

interface Folding<Folded extends Place> {
  /** Nothing yet, to be folded under a policy. */
  readonly begin: (adopted: Adopted | null) => Folded;
  /** Takes in events that come next; no adoption that counts is among them. */
  readonly add: (folded: Folded, events: readonly RecordedEvent[]) => Folded;
  /** A position of the log beyond which nothing is read. */
  readonly upTo?: number;
  readonly onPage?: (folded: Folded, events: readonly RecordedEvent[]) => void;
}

/** An adoption among the events of what is folded under an earlier policy. */
const adoptionIn = (events: readonly RecordedEvent[], { adopted }: Place): RecordedEvent | undefined =>
  events.findLast(
    ({ type, position }) => type === LOG_EVENTS.policyAdopted && position > (adopted?.position ?? 0),
  );

/**
 * Folds what the relation's stream holds beyond `from` (null: all of it), under the policy that was in force where it ends: known from
 * the start, so that no reading is folded twice. Another policy on the way means to begin anew under that one. Page by page, so that
 * one that cannot be read costs no other, and whatever else waits for the processor has its turn between two. `from` is used up by it;
 * what `onPage` was given last is where to go on. Should it break off in the middle of a page, the page comes again: `add` must bear it.
 */
export const foldStream = async <Folded extends Place>(
  store: EventStore,
  from: Folded | null,
  { begin, add, upTo = Infinity, onPage }: Folding<Folded>,
): Promise<Folded> => {
  let folded = from ?? begin((await adoptionsIn(store, upTo)).at(-1) ?? null);
  for (;;) {
    const page = await store.readStream(RELATION_STREAM, { afterVersion: folded.version, limit: PAGE });
    const within = page.filter((event) => event.position <= upTo);
    const adoption = adoptionIn(within, folded);
    const events = adoption === undefined ? within : [];
    folded = adoption === undefined ? add(folded, events) : begin(adoptedBy(adoption));
    onPage?.(folded, events);
    if (adoption === undefined && (page.length < PAGE || within.length < page.length)) return folded;
  }
};
