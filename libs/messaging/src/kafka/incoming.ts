import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { IncomingMessage } from '../transport';

/** A message as kafkajs reads it, in our shape: keys and headers as UTF-8 text. */
export const toIncoming = (topic: string, partition: number, message: KafkaMessage): IncomingMessage => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key === null ? null : message.key.toString('utf8'),
  value: message.value,
  headers: toHeaders(message.headers),
  timestamp: Number(message.timestamp),
});

/** Kafka allows a header several times; the last one counts, as in CloudEvents' binding. */
const toHeaders = (headers: IHeaders | undefined): Record<string, string> => {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) result[name] = last.toString();
  }
  return result;
};
