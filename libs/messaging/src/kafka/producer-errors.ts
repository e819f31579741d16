const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** kafkajs' own names for "no connection, no answer, not yet known". */
const PASSING = new Set([
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSLockTimeout',
  'TRANSPORT_UNAVAILABLE',
]);

/** Names, types and codes of an error and of what caused it. */
const errorTypes = (error: unknown): string[] => {
  const found: string[] = [];
  for (let current = error; current instanceof Error && found.length < 30; current = current.cause) {
    found.push(current.name);
    if ('type' in current) found.push(String(current.type));
    if ('code' in current) found.push(String(current.code));
    if ('retriable' in current && current.retriable === true) found.push('retriable');
  }
  return found;
};

/**
 * Whether the same batch shall be sent again by the same producer. Not when the topic is missing: then nothing was sent, and
 * waiting for it would hold up the others.
 */
export const isPassing = (error: unknown): boolean => {
  const types = errorTypes(error);
  if (types.includes('UNKNOWN_TOPIC_OR_PARTITION')) return false;
  return types.some((type) => PASSING.has(type) || type === 'retriable');
};

/** What the broker holds against the message itself, by Kafka's name for it; undefined when that is not why it refused. */
export const refusalOfMessage = (error: unknown): string | undefined =>
  errorTypes(error).find((name) => TOO_LARGE.has(name));

export const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
