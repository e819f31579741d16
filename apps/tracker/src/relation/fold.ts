import { INPUT_EVENTS, LOG_EVENTS, policyAdopted, readFoldedEvent, RELATION_STREAM } from '@app/contracts';
import { createRelation, record, type Policy, type Relation } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { ScratchFile } from '@app/platform';

/** Events read at a time while folding the log. */
const PAGE = 200;

/** The relation as the log has it, and where in its stream that is. */
export interface Tracked {
  readonly relation: Relation;
  /** Of the relation's stream. */
  readonly version: number;
  /** In the log, of the last event folded. */
  readonly position: number;
  /** In the log, where the policy was adopted under which it is folded; 0: it is this build's own. */
  readonly policySince: number;
}

/** Nothing yet, to be folded under a policy. */
export const under = (policy: Policy | undefined, policySince: number): Tracked => ({
  relation: createRelation(policy, new ScratchFile()),
  version: 0,
  position: 0,
  policySince,
});

const adoptedBy = ({ data, position }: RecordedEvent): Tracked =>
  under(policyAdopted.parse(data).policy, position);

/** Every adoption of a policy, in order. */
export const adoptionsIn = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const { position } = await store.head();
  const types = [LOG_EVENTS.policyAdopted];
  return position === 0 ? [] : (await store.readAll({ after: 0, limit: position, types })).events;
};

/** Nothing yet, under the policy in force: known from the start, no reading is folded twice. */
const atTheBeginning = async (store: EventStore): Promise<Tracked> => {
  const last = (await adoptionsIn(store)).at(-1);
  return last === undefined ? under(undefined, 0) : adoptedBy(last);
};

const addPage = (tracked: Tracked, events: readonly RecordedEvent[]): Tracked => {
  for (const { type, data } of events)
    if (INPUT_EVENTS.includes(type)) record(tracked.relation, readFoldedEvent(data));
  const last = events.at(-1);
  return last === undefined ? tracked : { ...tracked, version: last.version, position: last.position };
};

/**
 * Folds what the stream has beyond `from` (null: all of it), under the policy in force. Another policy in it means to begin anew under
 * that one. Page by page, so that one that cannot be read costs no other, and whatever else waits for the processor has its turn
 * between two. `from` is used up by it; what `onPage` was given last is where to go on. Should it break off in the middle of a page,
 * the page comes again: what is folded twice makes no difference.
 */
export const fold = async (
  store: EventStore,
  from: Tracked | null,
  onPage: (tracked: Tracked, events: readonly RecordedEvent[]) => void = () => undefined,
): Promise<Tracked> => {
  let tracked = from ?? (await atTheBeginning(store));
  for (;;) {
    const read = await store.readStream(RELATION_STREAM, { afterVersion: tracked.version, limit: PAGE });
    const { policySince } = tracked;
    const adopted = read.findLast(
      ({ type, position }) => type === LOG_EVENTS.policyAdopted && position > policySince,
    );
    const events = adopted === undefined ? read : [];
    tracked = adopted === undefined ? addPage(tracked, events) : adoptedBy(adopted);
    onPage(tracked, events);
    if (adopted === undefined && events.length < PAGE) return tracked;
  }
};
