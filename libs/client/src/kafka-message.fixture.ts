import { type OutgoingMessage } from '@app/messaging';
import { type KafkaMessage } from 'kafkajs';

/** A message as a broker would hand it over. */
export const kafkaMessage = ({ key, value, headers }: OutgoingMessage, offset = '0'): KafkaMessage => ({
  key: Buffer.from(key),
  value,
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  offset,
  timestamp: '0',
  attributes: 0,
});
