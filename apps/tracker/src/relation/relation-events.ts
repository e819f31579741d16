import {
  eventIds,
  LOG_EVENTS,
  RELATION,
  type InputEvent,
  type LoggedChange,
  type PolicyAdopted,
} from '@app/contracts';
import { type Change, type Evidence } from '@app/domain';
import { type NewEvent } from '@app/event-store';
import { type Origin } from './fact-to-record';

/** What a change needs besides itself to be understood by those who get it. */
export interface Told {
  /** The relation's day. */
  readonly day: string;
  readonly sentenceOf: (observationId: string) => Evidence | null;
}

/** What brings changes about. */
export interface Cause {
  /** Uuid of its event. */
  readonly id: string;
  readonly input: InputEvent | PolicyAdopted;
  readonly origin: Origin;
}

const REASONS = {
  ArticleObserved: 'report',
  ArticleRetracted: 'retraction',
  OperatorCorrected: 'correction',
  DayPassed: 'day',
  PolicyAdopted: 'policy',
} as const;

const loggedChange = (change: Change, cause: Cause, told: Told): LoggedChange => ({
  relation: RELATION,
  day: told.day,
  ...change,
  reason: REASONS[cause.input.type],
  evidence: change.because.map(told.sentenceOf).filter((one) => one !== null),
});

/** What was recorded and the changes that it brought about, as events of the relation's stream, in this order. */
export const relationEvents = (cause: Cause, changes: readonly Change[], told: Told): NewEvent[] => [
  {
    id: cause.id,
    type: cause.input.type,
    schemaVersion: 1,
    data: cause.input,
    metadata: { ...cause.origin },
  },
  ...changes.map((change, nth) => ({
    id: eventIds.relationChanged(cause.id, nth),
    type: LOG_EVENTS.relationChanged,
    schemaVersion: 1,
    data: loggedChange(change, cause, told),
    metadata: { correlationId: cause.origin.correlationId, causationId: cause.id },
  })),
];
