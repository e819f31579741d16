import { type KafkaMessage } from 'kafkajs';

/** A CloudEvent as it came: its attributes from the headers (Kafka's binary mode), its data from the value. */
export interface CloudEvent<T> {
  /** With `source`, what repeats are told by: the same event has the same id for ever. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** ISO 8601: when it was recorded. */
  readonly time: string;
  readonly subject: string | undefined;
  /** URL of the JSON Schema of `data`. */
  readonly dataSchema: string | undefined;
  /** Follows one article through all services. */
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  /** Sent once more on an operator's word, with the id that it always had. */
  readonly republished: boolean;
  readonly data: T;
  /** Where it stood: what to seek to when it is wanted again. */
  readonly at: Place;
}

export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
}

/** A message that is no CloudEvent of a type that this client knows, or whose data do not fit the type's schema. */
export class UnreadableMessage extends Error {
  readonly code = 'UNREADABLE_MESSAGE';
  constructor(
    readonly reason: string,
    readonly at: Place,
    options?: ErrorOptions,
  ) {
    super(`${at.topic}/${at.partition}/${at.offset} cannot be read: ${reason}`, options);
    this.name = 'UnreadableMessage';
  }
}

const header = (message: KafkaMessage, name: string): string | undefined => {
  const value = message.headers?.[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.toString();
};

export const placeOf = (topic: string, partition: number, message: KafkaMessage): Place => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString() ?? null,
});

const parseJson = (text: string, at: Place): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableMessage('its value is not JSON', at, { cause });
  }
};

const required = (message: KafkaMessage, name: string, at: Place): string => {
  const value = header(message, name);
  if (value === undefined || value === '') throw new UnreadableMessage(`no header ${name}`, at);
  return value;
};

/**
 * Reads a message in CloudEvents' Kafka binary mode; `parse` turns the JSON of the value into the data, or throws.
 * @throws UnreadableMessage for a missing header, another type than `type`, an empty value, or data that do not parse.
 */
export const readCloudEvent = <T>(
  message: KafkaMessage,
  at: Place,
  expected: { readonly type: string; readonly parse: (json: unknown) => T },
): CloudEvent<T> => {
  const type = required(message, 'ce_type', at);
  if (type !== expected.type) throw new UnreadableMessage(`its type is ${type}, not ${expected.type}`, at);
  if (message.value === null) throw new UnreadableMessage('it has no value', at);
  const json = parseJson(message.value.toString(), at);
  return {
    id: required(message, 'ce_id', at),
    source: required(message, 'ce_source', at),
    type,
    time: required(message, 'ce_time', at),
    subject: header(message, 'ce_subject'),
    dataSchema: header(message, 'ce_dataschema'),
    correlationId: header(message, 'ce_correlationid'),
    causationId: header(message, 'ce_causationid'),
    republished: header(message, 'republished') === 'true',
    data: parseData(json, expected.parse, at),
    at,
  };
};

const parseData = <T>(json: unknown, parse: (json: unknown) => T, at: Place): T => {
  try {
    return parse(json);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableMessage(`its data do not fit: ${why}`, at, { cause });
  }
};
