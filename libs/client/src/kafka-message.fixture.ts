import { type KafkaMessage } from 'kafkajs';

interface Sent {
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as a broker would hand it over. */
export const kafkaMessage = ({ key, value, headers }: Sent, offset = '0'): KafkaMessage => ({
  key: Buffer.from(key),
  value,
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  offset,
  timestamp: '0',
  attributes: 0,
});
