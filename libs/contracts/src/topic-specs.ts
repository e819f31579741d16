import { TOPICS } from './topics';

/** A topic as it is created: Kafka's own names for the settings. */
export interface TopicSetting {
  readonly topic: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;
/** An article may be long, and travels along with what was read in it. */
const LARGE = { 'max.message.bytes': '4194304' } as const;
const days = (count: number): string => String(count * DAY_MS);

/**
 * All topics and their dead letters. `partitions` counts for articles and observations only: one partition keeps a
 * history that is loaded in order of publication in that order, so that its changes are not told as late ones; more
 * let extraction scale. Changes have one: a relation's order is the promise.
 */
export const topicSettings = (partitions = 1): readonly TopicSetting[] => [
  { topic: TOPICS.articlesReceived, partitions, config: { 'retention.ms': days(30), ...LARGE } },
  { topic: TOPICS.observationsExtracted, partitions, config: { 'retention.ms': days(30), ...LARGE } },
  { topic: TOPICS.relationsChanges, partitions: 1, config: { 'retention.ms': '-1', ...LARGE } },
  {
    topic: TOPICS.relationsState,
    partitions: 1,
    config: {
      'cleanup.policy': 'compact',
      // A tombstone stays for a week: longer than a subscriber may be away without reading anew.
      'delete.retention.ms': days(7),
      'min.cleanable.dirty.ratio': '0.1',
      'max.compaction.lag.ms': days(1),
      ...LARGE,
    },
  },
  { topic: `${TOPICS.articlesReceived}.dlq`, partitions: 1, config: { 'retention.ms': '-1', ...LARGE } },
  { topic: `${TOPICS.observationsExtracted}.dlq`, partitions: 1, config: { 'retention.ms': '-1', ...LARGE } },
];
