import {
  INPUT_EVENTS,
  LOG_EVENTS,
  policyAdopted,
  readFoldedEvent,
  RELATION_STREAM,
  type PolicyAdopted,
} from '@app/contracts';
import { createRelation, record, type Archive, type Relation } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';

/** Events read at a time. */
const PAGE = 200;

/** The adoption of a policy, and where it stands in the log. */
type Adopted = Omit<PolicyAdopted, 'type'> & Pick<RecordedEvent, 'position' | 'recordedAt'>;

/** The relation, and how far its stream is folded into it. */
export interface Folded {
  readonly relation: Relation;
  /** The policy under which it is folded; null: this build's own. */
  readonly adopted: Adopted | null;
  readonly version: number;
  /** In the log, of the last event folded. */
  readonly position: number;
  readonly recordedAt: string | null;
  /** By facet: the position of the event that touched its ledger last. Grows with `relation`. */
  readonly touched: Map<string, number>;
}

/** Gives each relation the archive that it keeps words in; undefined: on the heap. */
type ArchiveGiver = (() => Archive) | undefined;

const nothingUnder = (adopted: Adopted | null, archive: ArchiveGiver): Folded => ({
  relation: createRelation(adopted?.policy, archive?.()),
  adopted,
  version: 0,
  position: 0,
  recordedAt: null,
  touched: new Map(),
});

const adoptedBy = ({ data, position, recordedAt }: RecordedEvent): Adopted => {
  const { policy, reason, by, at } = policyAdopted.parse(data);
  return { policy, reason, by, at, position, recordedAt };
};

/** Nothing yet, under the policy that was in force at a position: known from the start, no reading is folded twice. */
const nothing = async (store: EventStore, upTo: number, archive: ArchiveGiver): Promise<Folded> => {
  const limit = Math.min(upTo, (await store.head()).position);
  const types = [LOG_EVENTS.policyAdopted];
  const { events } = limit === 0 ? { events: [] } : await store.readAll({ after: 0, limit, types });
  const last = events.at(-1);
  return nothingUnder(last === undefined ? null : adoptedBy(last), archive);
};

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

/** An adoption in a page of what was folded under an earlier one. */
const adoptionIn = (events: readonly RecordedEvent[], { adopted }: Folded): RecordedEvent | undefined =>
  events.findLast(
    ({ type, position }) => type === LOG_EVENTS.policyAdopted && position > (adopted?.position ?? 0),
  );

interface FoldOptions {
  readonly upTo?: number;
  readonly archive?: ArchiveGiver;
  readonly onPage?: (folded: Folded) => void;
}

/**
 * Folds what the relation's stream holds beyond `from` (null: all of it), up to a position of the log, under the policy that was in force
 * there. Another policy on the way means to begin anew under that one. `from` is used up by it; what `onPage` was given last is where
 * to go on when a page could not be read. Should one break off in its middle, it is folded again: twice makes no difference.
 */
export const fold = async (
  store: EventStore,
  from: Folded | null,
  { upTo = Infinity, archive, onPage }: FoldOptions = {},
): Promise<Folded> => {
  let folded = from ?? (await nothing(store, upTo, archive));
  for (;;) {
    const page = await store.readStream(RELATION_STREAM, { afterVersion: folded.version, limit: PAGE });
    const events = page.filter((event) => event.position <= upTo);
    const adoption = adoptionIn(events, folded);
    folded = adoption === undefined ? addPage(folded, events) : nothingUnder(adoptedBy(adoption), archive);
    onPage?.(folded);
    if (adoption === undefined && (page.length < PAGE || events.length < page.length)) return folded;
  }
};
