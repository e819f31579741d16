import { EVENT_TYPES, RELATION, SOURCES, TOPICS } from '@app/contracts';
import { type RecordedEvent } from '@app/event-store';
import { toMessage, type OutgoingMessage } from '@app/messaging';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const fields = (data: unknown): object => (typeof data === 'object' && data !== null ? data : {});

/** A recorded change as it goes out: what the log holds, and where it holds it. Its id never changes. */
export const changeMessage = (
  event: RecordedEvent,
  dataSchema: string,
  headers: Readonly<Record<string, string>> = {},
): OutgoingMessage =>
  toMessage({
    topic: TOPICS.relationsChanges,
    key: RELATION,
    data: { position: event.position, recordedAt: event.recordedAt, ...fields(event.data) },
    id: `${event.stream}/${event.version}`,
    source: SOURCES.tracker,
    type: EVENT_TYPES.relationChanged,
    time: event.recordedAt,
    subject: RELATION,
    dataSchema,
    correlationId: text(event.metadata['correlationId']),
    causationId: text(event.metadata['causationId']),
    headers,
  });
