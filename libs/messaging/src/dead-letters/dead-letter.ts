import type { IncomingMessage, OutgoingMessage } from '../transport';

/** Why a message is parked: it cannot be read, handling it throws, or an earlier one of its key is parked. */
export type DeadLetterReason = 'invalid' | 'defect' | 'behind';

/** A message that waits for an operator, as it stands in `<topic>.dlq`. */
export interface DeadLetter {
  /** `topic/partition/offset` of its first delivery; the same for ever. */
  readonly id: string;
  readonly group: string;
  readonly reason: DeadLetterReason;
  readonly error: string;
  readonly attempts: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  /** Those that it came with. */
  readonly headers: Readonly<Record<string, string>>;
  /** When it was produced, and when it was parked. ISO 8601. */
  readonly producedAt: string;
  readonly parkedAt: string;
}

/** What became of a dead letter: a second message on the same topic, so that the topic alone tells the whole story. */
export interface Resolution {
  readonly id: string;
  readonly group: string;
  readonly outcome: 'retried' | 'dropped';
  readonly note: string;
}

export const deadLetterTopic = (topic: string): string => `${topic}.dlq`;

/** On a message that an operator sent again: the dead letter's id. */
export const RETRY_HEADER = 'dlq-retry';

const MAX_ERROR = 1000;

export const letterId = (message: IncomingMessage): string =>
  message.headers[RETRY_HEADER] ?? `${message.topic}/${message.partition}/${message.offset}`;

export const withoutOurs = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('dlq-')));

/** Original key, value and headers, and beside them ours: why, from where, how often tried. */
export const letterToMessage = (letter: DeadLetter): OutgoingMessage => ({
  topic: deadLetterTopic(letter.topic),
  key: letter.key ?? '',
  value: letter.value,
  headers: {
    ...withoutOurs(letter.headers),
    'dlq-id': letter.id,
    'dlq-group': letter.group,
    'dlq-reason': letter.reason,
    'dlq-error': letter.error.slice(0, MAX_ERROR),
    'dlq-attempts': String(letter.attempts),
    'dlq-original-topic': letter.topic,
    'dlq-original-partition': String(letter.partition),
    'dlq-original-offset': letter.offset,
    'dlq-original-key': letter.key === null ? 'null' : 'set',
    'dlq-original-timestamp': letter.producedAt,
    'dlq-parked-at': letter.parkedAt,
  },
});

export const resolutionToMessage = (
  topic: string,
  key: string | null,
  resolution: Resolution,
): OutgoingMessage => ({
  topic: deadLetterTopic(topic),
  key: key ?? '',
  value: null,
  headers: {
    'dlq-resolves': resolution.id,
    'dlq-group': resolution.group,
    'dlq-outcome': resolution.outcome,
    'dlq-note': resolution.note.slice(0, MAX_ERROR),
  },
});

const isReason = (text: string | undefined): text is DeadLetterReason =>
  text === 'invalid' || text === 'defect' || text === 'behind';

/** What a message on a dead-letter topic says; null when it is none of ours. */
export const readDeadLetter = (message: IncomingMessage): DeadLetter | Resolution | null => {
  const of = (name: string): string => message.headers[`dlq-${name}`] ?? '';
  if (of('resolves') !== '') {
    const outcome = of('outcome') === 'dropped' ? 'dropped' : 'retried';
    return { id: of('resolves'), group: of('group'), outcome, note: of('note') };
  }
  const reason = message.headers['dlq-reason'];
  if (of('id') === '' || !isReason(reason)) return null;
  return {
    id: of('id'),
    group: of('group'),
    reason,
    error: of('error'),
    attempts: Number(of('attempts')),
    topic: of('original-topic'),
    partition: Number(of('original-partition')),
    offset: of('original-offset'),
    key: of('original-key') === 'null' ? null : message.key,
    value: message.value,
    headers: withoutOurs(message.headers),
    producedAt: of('original-timestamp'),
    parkedAt: of('parked-at'),
  };
};
