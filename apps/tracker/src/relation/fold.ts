import { INPUT_EVENTS, readFoldedEvent } from '@app/contracts';
import { createRelation, record, type Policy, type Relation } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { ScratchFile } from '@app/platform';
import { foldStream, type Place } from '@app/relation-log';

/** The relation as the log has it, and where in its stream that is. */
export interface Tracked extends Place {
  readonly relation: Relation;
  /** In the log, of the last event folded. */
  readonly position: number;
}

/** Nothing yet, to be folded under a policy. */
export const under = (policy: Policy | undefined, adopted: Place['adopted']): Tracked => ({
  relation: createRelation(policy, new ScratchFile()),
  version: 0,
  position: 0,
  adopted,
});

const addPage = (tracked: Tracked, events: readonly RecordedEvent[]): Tracked => {
  for (const { type, data } of events)
    if (INPUT_EVENTS.includes(type)) record(tracked.relation, readFoldedEvent(data));
  const last = events.at(-1);
  return last === undefined ? tracked : { ...tracked, version: last.version, position: last.position };
};

/** Folds what the stream has beyond `from` (null: all of it), under the policy in force: see `foldStream`. */
export const fold = (
  store: EventStore,
  from: Tracked | null,
  onPage: (tracked: Tracked, events: readonly RecordedEvent[]) => void = () => undefined,
): Promise<Tracked> =>
  foldStream(store, from, {
    begin: (adopted) => under(adopted?.policy, adopted),
    add: addPage,
    onPage,
  });
