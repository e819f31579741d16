import type { IncomingMessage, OutgoingMessage } from './transport';

/** What a message says about itself: CloudEvents 1.0 attributes. Kafka's binary mode puts them in headers, the data alone in the value. */
export interface Envelope {
  /** With `source`, what subscribers drop repeats by: the same event has the same id for ever. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** ISO 8601. */
  readonly time: string;
  readonly subject?: string | undefined;
  /** URL of the JSON Schema of the data. */
  readonly dataSchema?: string | undefined;
  /** Follows one article through all services. */
  readonly correlationId?: string | undefined;
  /** Id of the message that this one came from. */
  readonly causationId?: string | undefined;
}

export interface EventMessage extends Envelope {
  readonly topic: string;
  readonly key: string;
  /** JSON; `null` makes a tombstone. */
  readonly data: unknown;
  /** Further headers, as `republished: true`. */
  readonly headers?: Readonly<Record<string, string>>;
}

const NAMES = {
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  time: 'ce_time',
  subject: 'ce_subject',
  dataSchema: 'ce_dataschema',
  correlationId: 'ce_correlationid',
  causationId: 'ce_causationid',
} as const;

/** An event as a message in CloudEvents' Kafka binary mode. */
export const toMessage = (event: EventMessage): OutgoingMessage => {
  const headers: Record<string, string> = { ...event.headers, ce_specversion: '1.0' };
  for (const name of ATTRIBUTES) {
    const value = event[name];
    if (value !== undefined) headers[NAMES[name]] = value;
  }
  if (event.data === null) return { topic: event.topic, key: event.key, value: null, headers };
  headers['content-type'] = 'application/json';
  return { topic: event.topic, key: event.key, value: Buffer.from(JSON.stringify(event.data)), headers };
};

const ATTRIBUTES = [
  'id',
  'source',
  'type',
  'time',
  'subject',
  'dataSchema',
  'correlationId',
  'causationId',
] as const;

/**
 * The envelope of a message that came in. A foreign producer may have sent none: then the id is where the message
 * stands (`topic/partition/offset`), which is the same at each delivery.
 */
export const readEnvelope = (message: IncomingMessage): Envelope => {
  const at = `${message.topic}/${message.partition}/${message.offset}`;
  const { headers } = message;
  return {
    id: headers[NAMES.id] ?? at,
    source: headers[NAMES.source] ?? message.topic,
    type: headers[NAMES.type] ?? 'unknown',
    time: headers[NAMES.time] ?? new Date(message.timestamp).toISOString(),
    subject: headers[NAMES.subject],
    dataSchema: headers[NAMES.dataSchema],
    correlationId: headers[NAMES.correlationId] ?? headers[NAMES.id] ?? at,
    causationId: headers[NAMES.causationId],
  };
};
