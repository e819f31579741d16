import type { Pool } from 'pg';
import type { EventStore, Page, RecordedEvent } from '../event-store';
import { inTransaction, type Transaction } from '../transaction';
import type { Checkpoints } from './checkpoints';
import type { Lease } from './checkpoint';
import type { DeadLetters } from './dead-letters';
import { messageOf } from './failure';
import type { Handler } from './handler';

/** Hands a page to a handler: the effect, what is set aside, and the checkpoint in one transaction, under the lease. */
export class Delivery {
  constructor(
    private readonly parts: {
      readonly pool: Pool;
      readonly store: EventStore;
      readonly checkpoints: Checkpoints;
      readonly deadLetters: DeadLetters;
    },
    private readonly handler: Handler,
    private readonly begin?: string,
  ) {}

  /** Reads the page after the lease's position, not across the border between replay and live. */
  read(lease: Lease, limit: number): Promise<Page> {
    const { position, emitAfter } = lease;
    const border = position < emitAfter ? Math.min(limit, emitAfter - position) : limit;
    const { handles } = this.handler;
    return this.parts.store.readAll({ after: position, limit: border, ...(handles && { types: handles }) });
  }

  /** Throws what the handler throws, and `LeaseLost`; then nothing has happened in the database. */
  async deliver(lease: Lease, page: Page): Promise<Lease> {
    const { pool, checkpoints } = this.parts;
    // Nothing to be done together with it: the one statement looks at epoch and position itself.
    if (page.events.length === 0) return checkpoints.advance(pool, lease, page.upTo);
    const work = async (tx: Transaction): Promise<Lease> => {
      await checkpoints.hold(tx, lease);
      const events = await this.divert(tx, lease, page.events);
      await this.handle(tx, lease, events);
      return checkpoints.advance(tx, lease, page.upTo);
    };
    return inTransaction(pool, work, this.begin);
  }

  /** Sets one event aside and goes past it. */
  async park(
    lease: Lease,
    event: RecordedEvent,
    failure: { attempts: number; error: unknown },
  ): Promise<Lease> {
    const { pool, checkpoints, deadLetters } = this.parts;
    return inTransaction(pool, async (tx) => {
      await checkpoints.hold(tx, lease);
      await deadLetters.park(tx, lease, {
        event,
        key: this.handler.keyOf?.(event) ?? '',
        failure: { attempts: failure.attempts, error: messageOf(failure.error) },
      });
      return checkpoints.advance(tx, lease, event.position);
    });
  }

  private async handle(tx: Transaction, lease: Lease, events: readonly RecordedEvent[]): Promise<void> {
    const isReplay = lease.position < lease.emitAfter;
    if (events.length === 0 || (isReplay && this.handler.emits)) return;
    await this.handler.handle(events, { tx, version: lease.version, epoch: lease.epoch, isReplay });
  }

  /** Parks the events whose key has one parked already; answers the others. */
  private async divert(
    tx: Transaction,
    lease: Lease,
    events: readonly RecordedEvent[],
  ): Promise<readonly RecordedEvent[]> {
    const { handler } = this;
    if (!handler.keyOf || events.length === 0) return events;
    const parked = await this.parts.deadLetters.parkedKeys(tx, lease);
    if (parked.size === 0) return events;
    // Called on the handler: it may be a class.
    const keyOf = (event: RecordedEvent): string => handler.keyOf?.(event) ?? '';
    const blocked = events.filter((event) => parked.has(keyOf(event)));
    for (const event of blocked) await this.parts.deadLetters.park(tx, lease, { event, key: keyOf(event) });
    return events.filter((event) => !blocked.includes(event));
  }
}
