import { TOPICS } from './topics';

const DAY_MS = 86_400_000;
/** An article may be long, and travels along with what was read in it. */
const LARGE = { 'max.message.bytes': '4194304' } as const;

/**
 * How each topic is made. Partitions are room to grow: changing their number breaks the order of a key, so the two
 * topics that are keyed by article start with twelve. What is read from them is recorded in the event log, so they need
 * not last; the two that subscribers read do.
 */
export const TOPIC_SETTINGS = [
  {
    topic: TOPICS.articlesReceived,
    partitions: 12,
    config: { 'cleanup.policy': 'delete', 'retention.ms': String(30 * DAY_MS), ...LARGE },
  },
  {
    topic: TOPICS.observationsExtracted,
    partitions: 12,
    config: { 'cleanup.policy': 'delete', 'retention.ms': String(30 * DAY_MS), ...LARGE },
  },
  {
    topic: TOPICS.relationsChanges,
    partitions: 3,
    config: { 'cleanup.policy': 'delete', 'retention.ms': '-1', ...LARGE },
  },
  {
    topic: TOPICS.relationsState,
    partitions: 3,
    // A tombstone stays for a week: longer than a subscriber may be away without reading anew.
    config: { 'cleanup.policy': 'compact', 'delete.retention.ms': String(7 * DAY_MS), ...LARGE },
  },
] as const;
