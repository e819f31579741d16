import { RELATION } from '@app/contracts';
import { randomUUID } from 'node:crypto';
import { type Consumer, type Kafka, type KafkaMessage } from 'kafkajs';
import { catchUp, type CatchUp, type PartitionEnds } from './catch-up';
import { readCloudEvent, UnreadableMessage, type Place } from './cloud-event';
import { deferred } from './deferred';
import {
  CannotFollow,
  connect,
  followTopic,
  MAX_WAIT_MS,
  type ConnectOptions,
  type Subscription,
} from './follow-topic';
import { STATE, type FacetState } from './messages';

/** What one message did to the copy; `now` is undefined when the facet is gone. */
export interface Update {
  /** Relation and facet: `us-cn/tariff/US`. */
  readonly key: string;
  readonly before: FacetState | undefined;
  readonly now: FacetState | undefined;
}

export interface LocalStateOptions extends ConnectOptions {
  /** Told of each update, those of the first reading too; `localState.ready()` says when that is over. */
  readonly onUpdate?: (update: Update) => void;
  /** Takes what cannot be read: the copy then keeps what it had. Without it, such a message ends the copy. */
  readonly onUnreadable?: (error: UnreadableMessage, message: KafkaMessage) => void;
}

export interface LocalState extends Subscription {
  /** Resolves when everything was read that stood in the topic at the start; rejects when the copy ends before. */
  readonly ready: () => Promise<void>;
  readonly get: (facet: string, relation?: string) => FacetState | undefined;
  /** All facets, sorted by relation and facet. */
  readonly all: () => readonly FacetState[];
}

export interface Copy {
  readonly states: ReadonlyMap<string, FacetState>;
  readonly take: (message: KafkaMessage, at: Place) => Promise<boolean>;
}

/** The copy itself: a value takes its key's place, a tombstone removes it, an older position than we had does nothing. */
export const copyOf = (options: Pick<LocalStateOptions, 'onUpdate' | 'onUnreadable'>): Copy => {
  const states = new Map<string, FacetState>();
  /** Outlives the facet: the relay may send a run of messages twice, and the old ones must not raise the dead. */
  const positions = new Map<string, number>();
  const put = (key: string, now: FacetState | undefined): void => {
    const before = states.get(key);
    if (now === undefined) states.delete(key);
    else states.set(key, now);
    options.onUpdate?.({ key, before, now });
  };
  const apply = (message: KafkaMessage, at: Place): void => {
    if (at.key === null) throw new UnreadableMessage('it has no key', at);
    if (message.value === null) {
      put(at.key, undefined);
      return;
    }
    const { data } = readCloudEvent(message, at, STATE);
    if (data.position < (positions.get(at.key) ?? 0)) return;
    positions.set(at.key, data.position);
    put(at.key, data);
  };
  const take = (message: KafkaMessage, at: Place): Promise<boolean> => {
    try {
      apply(message, at);
    } catch (error) {
      if (!(error instanceof UnreadableMessage) || options.onUnreadable === undefined) throw error;
      options.onUnreadable(error, message);
    }
    return Promise.resolve(true);
  };
  return { states, take };
};

const watchIdle = (consumer: Consumer, progress: CatchUp): void => {
  consumer.on(consumer.events.FETCH, ({ payload }) => {
    // A fetch that found something, or failed, is back sooner.
    if (payload.duration >= MAX_WAIT_MS * 0.9) progress.idle();
  });
};

const endsOf = async (kafka: Kafka, topic: string): Promise<readonly PartitionEnds[]> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await admin.fetchTopicOffsets(topic);
  } catch (error) {
    throw new CannotFollow(topic, error);
  } finally {
    await admin.disconnect();
  }
};

/**
 * Keep a copy of the current state in this process, from the compacted topic `relations.state.v1`: read from its
 * beginning, then followed. Every process has its own copy; nothing is stored in Kafka about it.
 */
export const localState = async (options: LocalStateOptions): Promise<LocalState> => {
  const kafka = connect(options);
  const topic = `${options.topicPrefix ?? ''}${STATE.topic}`;
  const copy = copyOf(options);
  const caughtUp = deferred();
  const progress = catchUp(await endsOf(kafka, topic), caughtUp.resolve);
  const subscription = await followTopic(kafka, {
    topic,
    groupId: `detente-local-state-${randomUUID()}`,
    fromBeginning: true,
    commit: false,
    take: async (message, at) => {
      const goOn = await copy.take(message, at);
      progress.passed(at.partition, at.offset);
      return goOn;
    },
    watch: (consumer) => {
      watchIdle(consumer, progress);
    },
  });
  const endedBefore = (): Promise<void> =>
    subscription.done.then(() => {
      throw new Error('The local state was stopped before it was ready.');
    });
  return {
    ...subscription,
    ready: () => Promise.race([caughtUp.promise, endedBefore()]),
    get: (facet, relation = RELATION) => copy.states.get(`${relation}/${facet}`),
    all: () => [...copy.states].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state),
  };
};
