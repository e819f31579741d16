import type { TopicMessages } from 'kafkajs';
import type { OutgoingMessage } from '../transport';

/** Below the broker's limit of one record batch a partition (1 MiB by default), with room for headers. */
export const MAX_BYTES = 700_000;
export const MAX_MESSAGES = 1000;

/** Splits what one caller sent in one go, in order, so that no request grows beyond the broker's limit. */
export const parts = (messages: readonly OutgoingMessage[]): OutgoingMessage[][] => {
  const result: OutgoingMessage[][] = [];
  let current: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value?.length ?? 0;
    if (current.length > 0 && (bytes + size > MAX_BYTES || current.length >= MAX_MESSAGES)) {
      result.push(current);
      current = [];
      bytes = 0;
    }
    current.push(message);
    bytes += size;
  }
  return [...result, current];
};

/** As kafkajs takes them. */
export const byTopic = (
  messages: readonly OutgoingMessage[],
  toWire: (topic: string) => string,
): TopicMessages[] => {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers } of messages) {
    const entry = topics.get(topic) ?? { topic: toWire(topic), messages: [] };
    entry.messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, entry);
  }
  return [...topics.values()];
};
