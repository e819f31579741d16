import { LOG_EVENTS, policyAdopted, type PolicyAdopted } from '@app/contracts';
import { type Policy } from '@app/domain';
import { type EventStore, type RecordedEvent } from '@app/event-store';

/** The adoption of a policy, and where it stands in the log. */
export type Adopted = Omit<PolicyAdopted, 'type'> & Pick<RecordedEvent, 'position' | 'recordedAt'>;

export const adoptedBy = ({ data, position, recordedAt }: RecordedEvent): Adopted => {
  const { policy, reason, by, at } = policyAdopted.parse(data);
  return { policy, reason, by, at, position, recordedAt };
};

/** Every adoption of a policy up to a position of the log, in order. */
export const adoptionsIn = async (store: EventStore, upTo = Infinity): Promise<readonly Adopted[]> => {
  const limit = Math.min(upTo, (await store.head()).position);
  if (limit === 0) return [];
  const { events } = await store.readAll({ after: 0, limit, types: [LOG_EVENTS.policyAdopted] });
  return events.map(adoptedBy);
};

/** The policy that was adopted last; undefined: none was, and the build's own holds. */
export const policyInForce = async (store: EventStore): Promise<Policy | undefined> =>
  (await adoptionsIn(store)).at(-1)?.policy;
