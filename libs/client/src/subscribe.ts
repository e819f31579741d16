import { type KafkaMessage } from 'kafkajs';
import { readCloudEvent, UnreadableMessage, type Place } from './cloud-event';
import { connect, followTopic, type ConnectOptions, type Subscription } from './follow-topic';
import { CHANGES, type ChangeEvent } from './messages';
import { eventKey, rememberLast, type SeenStore } from './seen';
import { withRetries, type Verdict } from './with-retries';

export interface SubscribeOptions extends ConnectOptions {
  /** Kafka keeps how far each group has come; of several members of a group one works, the others stand by. */
  readonly groupId: string;
  /**
   * Called with one change after the other, in order; the next one waits until it is done. A change counts as handled
   * when it returns: only then is its offset stored.
   */
  readonly onChange: (event: ChangeEvent) => Promise<void> | void;
  /** Where a group begins that has no offset yet; default `earliest`: with all that was ever published. */
  readonly from?: 'earliest' | 'latest';
  /** Begin here instead, whatever the group's offsets say. */
  readonly seek?: readonly { readonly partition: number; readonly offset: string }[];
  /** What drops repeats; default: the last 100,000 events, in memory. */
  readonly seen?: SeenStore;
  /** Judges a change whose handler threw; default: five attempts with growing pauses, then stop. */
  readonly onFailure?: (error: unknown, event: ChangeEvent, attempt: number) => Verdict | Promise<Verdict>;
  /** Takes what cannot be read, to keep it somewhere; without it, such a message ends the subscription. */
  readonly onUnreadable?: (error: UnreadableMessage, message: KafkaMessage) => Promise<void> | void;
}

const fiveAttempts = (_error: unknown, _event: ChangeEvent, attempt: number): Verdict =>
  attempt < 5 ? 'retry' : 'stop';

/** What becomes of one message of the topic: read, dropped when it is a repeat, handled, remembered. */
export const changeTaker = (
  options: Pick<SubscribeOptions, 'onChange' | 'seen' | 'onFailure' | 'onUnreadable'>,
): ((message: KafkaMessage, at: Place, signal: AbortSignal) => Promise<boolean>) => {
  const { onChange, onUnreadable, seen = rememberLast(), onFailure = fiveAttempts } = options;
  const handleOnce = async (event: ChangeEvent): Promise<void> => {
    const key = eventKey(event);
    if (await seen.has(key)) return;
    await onChange(event);
    await seen.add(key);
  };
  return async (message, at, signal) => {
    let event: ChangeEvent;
    try {
      event = readCloudEvent(message, at, CHANGES);
    } catch (error) {
      if (!(error instanceof UnreadableMessage) || onUnreadable === undefined) throw error;
      await onUnreadable(error, message);
      return true;
    }
    const work = (): Promise<void> => handleOnce(event);
    return withRetries({ work, judge: (error, attempt) => onFailure(error, event, attempt), signal });
  };
};

/**
 * Subscribe to `relations.changes.v1`: every change at least once and in order, repeats dropped.
 * Resolves when the broker has let this member in; rejects with CannotFollow.
 */
export const subscribe = async (options: SubscribeOptions): Promise<Subscription> =>
  followTopic(connect(options), {
    topic: `${options.topicPrefix ?? ''}${CHANGES.topic}`,
    groupId: options.groupId,
    fromBeginning: options.from !== 'latest',
    commit: true,
    seek: options.seek,
    take: changeTaker(options),
  });
