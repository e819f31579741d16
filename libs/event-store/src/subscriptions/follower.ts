import type { Page, RecordedEvent } from '../event-store';
import type { Lease, Pause } from './checkpoint';
import { Delivery } from './delivery';
import { classify, messageOf } from './failure';
import type { Handler } from './handler';
import type { SubscriptionParts, SubscriptionSettings, SubscriptionStatus } from './subscription-types';
import { backOff, sleep } from './supervise';

interface FollowerOptions {
  readonly parts: SubscriptionParts;
  readonly handler: Handler;
  readonly settings: SubscriptionSettings;
  readonly signal: AbortSignal;
  readonly tell: (change: Partial<SubscriptionStatus>) => void;
}

/** A page on its way, and how often it had rung when it was asked for. */
interface PageAhead {
  readonly after: number;
  readonly rings: number;
  readonly page: Promise<Page>;
}

/** A handler that rests in a stream is at work a quarter of the time, however long its pages take, … */
const PAGES_A_REST = 4;
/** … but rests no longer than so many times what it asked for. */
const LONGEST_REST = 10;

/**
 * Follows the log under one lease. A page that throws is halved until one event is left; that one is tried again, then parked with its
 * key or the subscription pauses. What may pass by itself is waited for, without moving.
 */
export class Follower {
  private readonly delivery: Delivery;
  private limit: number;
  /** Failures in a row that may pass. */
  private failures = 0;
  /** How often the event after this position was tried alone. */
  private tried = { after: -1, times: 0 };
  /** When the next page may begin, since the last one left nothing behind it. */
  private restUntil = 0;
  /** How often it had rung when a page was read that left nothing behind it; null: look. */
  private seen: number | null = null;
  private ahead: PageAhead | null = null;

  constructor(private readonly options: FollowerOptions) {
    this.delivery = new Delivery(options.parts, options.handler);
    this.limit = options.settings.pageSize;
  }

  /** Until the signal is aborted. Throws `LeaseLost`. */
  async run(lease: Lease): Promise<void> {
    let current = lease;
    this.options.tell({ state: 'catching-up' });
    try {
      while (!this.options.signal.aborted) {
        this.tell(current);
        current = await this.step(current);
      }
    } finally {
      await this.options.parts.checkpoints.release(current).catch((error: unknown) => {
        this.options.parts.onTrouble(
          `lease of ${current.subscription} not given back, it will run out`,
          error,
        );
      });
    }
  }

  private async step(lease: Lease): Promise<Lease> {
    if (lease.paused) return this.rest(lease);
    let page: Page | null = null;
    try {
      if (this.seen === this.rings()) return await this.idle(lease, this.seen);
      await this.restFromStream();
      const { rings, ...asked } = this.ahead?.after === lease.position ? this.ahead : this.ask(lease);
      page = await asked.page;
      this.ahead = this.isFull(page, lease) ? this.ask({ ...lease, position: page.upTo }) : null;
      if (page.upTo === lease.position) return await this.idle(lease, rings);
      const moved = await this.deliver(lease, page);
      this.seen = this.restUntil > 0 ? rings : null;
      this.limit = Math.min(this.options.settings.pageSize, this.limit * 2);
      this.failures = 0;
      this.options.tell({ state: 'catching-up' });
      return moved;
    } catch (error) {
      this.ahead = null;
      this.seen = null;
      return this.failed(lease, page, error);
    }
  }

  private rings(): number {
    return this.options.parts.wakeUp.rings;
  }

  /** For the page after a position; of a full one already while it is handled. */
  private ask(lease: Lease): PageAhead {
    const rings = this.rings();
    const page = this.delivery.read(lease, this.limit);
    // It is awaited when its turn comes; until then its failure must not count as unhandled.
    page.catch(() => undefined);
    return { after: lease.position, rings, page };
  }

  /** Whether more is likely to stand behind it: a page ends at its limit, or between what is replayed and what is not. */
  private isFull({ upTo }: Page, { position, emitAfter }: Lease): boolean {
    return upTo - position >= this.limit / 2 || (upTo > position && upTo === emitAfter);
  }

  private async deliver(lease: Lease, page: Page): Promise<Lease> {
    const began = performance.now();
    const moved = await this.delivery.deliver(lease, page);
    const { restMs = 0 } = this.options.handler;
    const rest = Math.max(
      restMs,
      Math.min(restMs * LONGEST_REST, (performance.now() - began) * PAGES_A_REST),
    );
    this.restUntil = this.isFull(page, lease) ? 0 : began + rest;
    return moved;
  }

  private async restFromStream(): Promise<void> {
    const left = this.restUntil - performance.now();
    if (left > 0) await sleep(left, this.options.signal);
  }

  private async idle(lease: Lease, rings: number): Promise<Lease> {
    const { parts, settings, signal, tell } = this.options;
    this.seen = null;
    tell({ state: 'caught-up', lastError: null });
    await parts.wakeUp.wait(rings, settings.pollMs, signal);
    return parts.wakeUp.rings === rings ? parts.checkpoints.prolong(lease) : lease;
  }

  private async rest(lease: Lease): Promise<Lease> {
    const { parts, settings, signal, tell } = this.options;
    tell({ state: 'paused', paused: lease.paused });
    await sleep(settings.pollMs, signal);
    return parts.checkpoints.prolong(lease);
  }

  private async failed(lease: Lease, page: Page | null, error: unknown): Promise<Lease> {
    const kind = classify(error);
    if (kind === 'lease-lost') throw error;
    this.options.tell({ lastError: messageOf(error) });
    this.options.parts.onTrouble(`${lease.subscription} failed after position ${lease.position}`, error);
    if (kind === 'transient') return this.waitOut(lease);
    if (page ? page.events.length > 1 : this.limit > 1) {
      const span = page ? page.upTo - lease.position : this.limit;
      this.limit = Math.max(1, Math.ceil(span / 2));
      return lease;
    }
    return this.retryOrSetAside(lease, page?.events[0] ?? null, error);
  }

  private async waitOut(lease: Lease): Promise<Lease> {
    this.failures++;
    this.options.tell({ state: 'waiting' });
    await sleep(backOff(this.failures), this.options.signal);
    return lease;
  }

  private async retryOrSetAside(lease: Lease, event: RecordedEvent | null, error: unknown): Promise<Lease> {
    const { handler, settings, signal, parts } = this.options;
    const times = this.tried.after === lease.position ? this.tried.times + 1 : 1;
    this.tried = { after: lease.position, times };
    if (times < settings.attempts) {
      await sleep(backOff(times), signal);
      return lease;
    }
    if (!event || !handler.keyOf)
      return this.pause(lease, { category: 'defect', event, message: messageOf(error) });
    const parked = await parts.deadLetters.count(lease);
    if (parked.keys >= settings.mostParked.keys || parked.events >= settings.mostParked.events) {
      const message = `${parked.events} events of ${parked.keys} keys are parked; and now: ${messageOf(error)}`;
      return this.pause(lease, { category: 'too-many-parked', event, message });
    }
    return this.delivery.park(lease, event, { attempts: times, error });
  }

  private async pause(
    lease: Lease,
    why: { category: Pause['category']; event: RecordedEvent | null; message: string },
  ): Promise<Lease> {
    const paused: Pause = {
      category: why.category,
      message: why.message,
      position: why.event?.position ?? lease.position + 1,
      eventId: why.event?.id ?? null,
    };
    const { checkpoints, pool } = this.options.parts;
    await checkpoints.setPaused(pool, lease, paused);
    this.tried = { after: -1, times: 0 };
    return { ...lease, paused };
  }

  private tell({ version, position, paused }: Lease): void {
    this.options.tell({ version, position, paused });
  }
}
