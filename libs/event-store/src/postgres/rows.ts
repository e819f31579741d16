import { EventStoreError } from '../errors';
import type { RecordedEvent } from '../event-store';

/** What `COLUMNS` yields, in `rowMode: 'array'` with text for all but the JSON columns. */
export type EventRow = readonly [
  position: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  schemaVersion: number,
  recordedAt: string,
  data: unknown,
  metadata: Readonly<Record<string, unknown>>,
  /** The last position of the log; with pages alone. */
  head?: string,
];

/** The row of a page that has no events. */
type NoEvent = readonly [position: null, null, null, null, null, null, null, null, null, head: string];
export type PageRow = EventRow | NoEvent;

export const COLUMNS = `position, stream_id, stream_version, event_id, event_type, schema_version,
  (recorded_at at time zone 'UTC')::text, data, meta`;

export const toEvent = (row: EventRow): RecordedEvent => ({
  position: toPosition(row[0]),
  stream: row[1],
  version: toPosition(row[2]),
  id: row[3],
  type: row[4],
  schemaVersion: row[5],
  recordedAt: toInstant(row[6]),
  data: row[7],
  metadata: row[8],
});

/**
 * A bigint as a number: numbers are exact to 2^53, at 10,000 events a second 28,000 years of log; past it this throws
 * rather than round.
 */
export const toPosition = (text: string): number => {
  const position = Number(text);
  if (!Number.isSafeInteger(position))
    throw new EventStoreError('unsafe-position', `position ${text} is beyond 2^53`);
  return position;
};

/** `2025-06-05 00:00:00.12` → `2025-06-05T00:00:00.120000Z`: one width, so that text sorts as time does. */
export const toInstant = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(6, '0')}Z`;
