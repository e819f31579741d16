import { EventStoreError } from '../errors';
import { inTransaction, type Transaction } from '../transaction';
import type { DeadLetter } from './dead-letters';
import { messageOf } from './failure';
import type { Handler } from './handler';
import type { SubscriptionParts } from './subscription-types';

export interface Retried {
  readonly done: number;
  /** Still parked: the one that failed again, and those behind it. */
  readonly left: number;
  readonly error: string | null;
}

/**
 * Handles the parked events of a key in order, up to the first that fails again. The checkpoint is locked meanwhile, so that the
 * running subscription can park nothing more behind them. Throws when the subscription has no live version.
 */
export const retryDeadLetters = async (
  parts: Pick<SubscriptionParts, 'pool' | 'store' | 'checkpoints' | 'deadLetters'>,
  handler: Handler,
  request: { readonly key: string; readonly byWhom: string },
): Promise<Retried> => {
  const checkpoint = await parts.checkpoints.find(handler.name);
  if (!checkpoint) throw new EventStoreError('no-live-version', `${handler.name} has no live version`);
  return inTransaction(parts.pool, async (tx) => {
    await parts.checkpoints.lock(tx, checkpoint);
    const letters = await parts.deadLetters.ofKey(tx, checkpoint, request.key);
    for (const [done, letter] of letters.entries()) {
      const error = await attempt(tx, () => handle(parts, handler, { tx, letter, epoch: checkpoint.epoch }));
      if (error !== null) {
        await parts.deadLetters.markFailed(tx, letter, error);
        return { done, left: letters.length - done, error };
      }
      await parts.deadLetters.markDone(tx, letter, request.byWhom);
    }
    return { done: letters.length, left: 0, error: null };
  });
};

const handle = async (
  parts: Pick<SubscriptionParts, 'store'>,
  handler: Handler,
  at: { readonly tx: Transaction; readonly letter: DeadLetter; readonly epoch: number },
): Promise<void> => {
  const { position, version } = at.letter;
  const { events } = await parts.store.readAll({ after: position - 1, limit: 1 });
  await handler.handle(events, { tx: at.tx, version, epoch: at.epoch, isReplay: false });
};

/** Null when the work is done; else its message, and the transaction is as it was before. */
const attempt = async (tx: Transaction, work: () => Promise<void>): Promise<string | null> => {
  await tx.query('savepoint letter');
  try {
    await work();
    return null;
  } catch (error) {
    await tx.query('rollback to savepoint letter');
    return messageOf(error);
  }
};
