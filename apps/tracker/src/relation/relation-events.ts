import { eventIds, LOG_EVENTS, RELATION, type LoggedChange } from '@app/contracts';
import { type Change, type Evidence } from '@app/domain';
import { type NewEvent } from '@app/event-store';
import { type FactToRecord } from './fact-to-record';

/** What a change needs besides itself to be understood by those who get it. */
export interface Told {
  /** The relation's day. */
  readonly day: string;
  readonly sentenceOf: (observationId: string) => Evidence | null;
}

const loggedChange = (change: Change, told: Told): LoggedChange => ({
  relation: RELATION,
  day: told.day,
  ...change,
  evidence: change.because.map(told.sentenceOf).filter((one) => one !== null),
});

/** An input and the changes that it brought about, as events of the relation's stream, in this order. */
export const relationEvents = (fact: FactToRecord, changes: readonly Change[], told: Told): NewEvent[] => [
  { id: fact.id, type: fact.input.type, schemaVersion: 1, data: fact.input, metadata: { ...fact.origin } },
  ...changes.map((change, nth) => ({
    id: eventIds.relationChanged(fact.id, nth),
    type: LOG_EVENTS.relationChanged,
    schemaVersion: 1,
    data: loggedChange(change, told),
    metadata: { correlationId: fact.origin.correlationId, causationId: fact.id },
  })),
];
