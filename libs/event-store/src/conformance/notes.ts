import { randomUUID } from 'node:crypto';
import type { ExpectedVersion, NewEvent, StreamAppend } from '../event-store';
import { EventTypes } from '../upcasting';

/** The events that the conformance suite and the specs append. */
export const TYPES = new EventTypes([
  { type: 'NoteTaken', schemaVersion: 1 },
  {
    type: 'NoteMoved',
    schemaVersion: 3,
    upcasters: { 1: (data) => ({ v2: data }), 2: (data) => ({ v3: data }) },
  },
]);

export const someEvent = (data: unknown = { text: 'a' }, more: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'NoteTaken',
  schemaVersion: 1,
  data,
  metadata: {},
  ...more,
});

export const to = (stream: string, expected: ExpectedVersion, ...events: NewEvent[]): StreamAppend => ({
  stream,
  expected,
  events: events.length > 0 ? events : [someEvent()],
});
