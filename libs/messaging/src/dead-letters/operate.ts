import type { Transport } from '../transport';
import { deadLetterTopic, resolutionToMessage, RETRY_HEADER, type DeadLetter } from './dead-letter';
import { Parked } from './parked';

const load = async (transport: Transport, topic: string): Promise<Parked> => {
  const parked = new Parked();
  await ensureDeadLetterTopic(transport, topic);
  await transport.readTopic(deadLetterTopic(topic), parked.apply);
  return parked;
};

/** One partition, so that one order; kept for ever, for it says what was never handled. */
export const ensureDeadLetterTopic = (transport: Transport, topic: string): Promise<void> =>
  transport.ensureTopics([
    {
      topic: deadLetterTopic(topic),
      partitions: 1,
      config: { 'cleanup.policy': 'delete', 'retention.ms': '-1' },
    },
  ]);

/** The open dead letters of a topic, in the order in which they were parked. */
export const listDeadLetters = async (transport: Transport, topic: string): Promise<readonly DeadLetter[]> =>
  (await load(transport, topic)).open();

/**
 * Sends dead letters again, to where they came from. A key goes as a whole and in order: those of `ids` and all others of
 * their keys; without `ids` all. The consumer notes each that goes through now as `retried`, and parks again what does not.
 * @returns the letters that were sent
 */
export const retryDeadLetters = async (
  transport: Transport,
  topic: string,
  ids?: readonly string[],
): Promise<readonly DeadLetter[]> => {
  const open = (await load(transport, topic)).open();
  const wanted = new Set(ids ?? open.map(({ id }) => id));
  const keys = new Set(open.filter(({ id }) => wanted.has(id)).map(({ key }) => key));
  const chosen = open.filter(({ id, key }) => wanted.has(id) || (key !== null && keys.has(key)));
  await transport.publishBatch(
    chosen.map((letter) => ({
      topic: letter.topic,
      key: letter.key ?? '',
      value: letter.value,
      headers: { ...letter.headers, [RETRY_HEADER]: letter.id },
    })),
  );
  return chosen;
};

/**
 * Gives dead letters up, with the reason. Later ones of their keys stay parked until they are retried.
 * @returns the letters that were open and are dropped now
 */
export const dropDeadLetters = async (
  transport: Transport,
  topic: string,
  { ids, note }: { readonly ids: readonly string[]; readonly note: string },
): Promise<readonly DeadLetter[]> => {
  const parked = await load(transport, topic);
  const dropped = ids.flatMap((id) => parked.get(id) ?? []);
  await transport.publishBatch(
    dropped.map(({ id, group, key }) =>
      resolutionToMessage(topic, key, { id, group, outcome: 'dropped', note }),
    ),
  );
  return dropped;
};
