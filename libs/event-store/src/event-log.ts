import type { Pool } from 'pg';
import { examine, type Finding } from './doctor';
import { noteOperation, type By } from './operations';
import { PostgresEventStore } from './postgres/postgres.event-store';
import { Projections } from './projections/projections';
import type { Pause } from './subscriptions/checkpoint';
import { Checkpoints } from './subscriptions/checkpoints';
import { DeadLetters } from './subscriptions/dead-letters';
import type { Handler } from './subscriptions/handler';
import { retryDeadLetters, type Retried } from './subscriptions/retry-dead-letters';
import { Subscription } from './subscriptions/subscription';
import {
  DEFAULT_SETTINGS,
  type SubscriptionParts,
  type SubscriptionSettings,
  type SubscriptionStatus,
} from './subscriptions/subscription-types';
import { WakeUp } from './subscriptions/wake-up';
import { inTransaction } from './transaction';
import type { EventTypes } from './upcasting';

export interface EventLogOptions {
  /** With lock and statement timeouts; a connection for appends, one for each subscription that is busy, two to spare. */
  readonly pool: Pool;
  /** Name of the log. */
  readonly log: string;
  readonly types?: EventTypes;
  /** How long a process may be silent before another takes its subscriptions over, milliseconds; 5,000 when left out. */
  readonly leaseMs?: number;
  /** Told of every failure that is retried; for the log and the metrics. */
  readonly onTrouble?: (message: string, error: unknown) => void;
}

/** One log in PostgreSQL and all that a process does with it: append, read, subscribe, project, look after it. */
export class EventLog {
  readonly store: PostgresEventStore;
  readonly checkpoints: Checkpoints;
  readonly deadLetters: DeadLetters;
  readonly projections: Projections;
  private readonly parts: SubscriptionParts;
  private readonly subscriptions: Subscription[] = [];

  constructor(options: EventLogOptions) {
    const { pool, log, types } = options;
    const onTrouble = options.onTrouble ?? ((): void => undefined);
    const wakeUp = new WakeUp({ pool, log, onTrouble });
    this.store = new PostgresEventStore({
      pool,
      log,
      ...(types && { types }),
      onCommitted: () => {
        wakeUp.announce();
      },
    });
    const logId = (): Promise<number> => this.store.logId();
    this.checkpoints = new Checkpoints(pool, logId, options.leaseMs);
    this.deadLetters = new DeadLetters(pool, logId);
    const { store, checkpoints, deadLetters } = this;
    this.parts = { pool, store, checkpoints, deadLetters, wakeUp, onTrouble };
    this.projections = new Projections(this.parts, logId);
  }

  /** Starts a handler (a projection is one): it runs until `close`, in one process at a time. */
  subscribe(handler: Handler, settings: Partial<SubscriptionSettings> = {}): Subscription {
    this.parts.wakeUp.start();
    const subscription = new Subscription(this.parts, handler, { ...DEFAULT_SETTINGS, ...settings });
    this.subscriptions.push(subscription);
    subscription.start();
    return subscription;
  }

  /** Of the subscriptions that this process started. */
  statuses(): readonly SubscriptionStatus[] {
    return this.subscriptions.map((subscription) => subscription.status());
  }

  /** Handles a key's parked events again, in order, with the handler that they are parked for. */
  retryDeadLetters(
    handler: Handler,
    request: { readonly key: string; readonly byWhom: string },
  ): Promise<Retried> {
    return retryDeadLetters(this.parts, handler, request);
  }

  /** Stops a subscription's live version, wherever it runs, within a poll. Answers whether there is one. */
  pause(subscription: string, by: By): Promise<boolean> {
    return this.setPaused(subscription, by, {
      category: 'operator',
      message: by.note,
      position: null,
      eventId: null,
    });
  }

  /** Lets a paused subscription go on, whatever paused it. Answers whether there is one. */
  resume(subscription: string, by: By): Promise<boolean> {
    return this.setPaused(subscription, by, null);
  }

  async examine(): Promise<readonly Finding[]> {
    return examine(this.parts.pool, await this.store.logId());
  }

  private async setPaused(subscription: string, by: By, pause: Pause | null): Promise<boolean> {
    const logId = await this.store.logId();
    const live = await this.checkpoints.find(subscription);
    if (!live) return false;
    await inTransaction(this.parts.pool, async (tx) => {
      await this.checkpoints.setPaused(tx, live, pause);
      const detail = { was: live.paused };
      await noteOperation(tx, { logId, on: live, kind: pause ? 'pause' : 'resume', by, detail });
    });
    return true;
  }

  /** Finishes what is under way and gives the leases back. The pool stays open: it is its maker's. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    await this.store.idle();
    await this.parts.wakeUp.stop();
  }
}
