import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Lease } from './checkpoint';
import { messageOf } from './failure';
import { Follower } from './follower';
import type { Handler } from './handler';
import {
  DEFAULT_SETTINGS,
  type SubscriptionParts,
  type SubscriptionSettings,
  type SubscriptionStatus,
} from './subscription-types';
import { sleep, supervise } from './supervise';

/** One handler, kept going: takes the lease, reads page after page, waits for more; whatever ends it, it starts again. */
export class Subscription {
  private readonly waiting = new Set<{ readonly position: number; readonly resolve: () => void }>();
  private readonly stopping = new AbortController();
  private readonly owner = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  private running: Promise<void> | null = null;
  private now: SubscriptionStatus;

  constructor(
    private readonly parts: SubscriptionParts,
    private readonly handler: Handler,
    private readonly settings: SubscriptionSettings = DEFAULT_SETTINGS,
  ) {
    this.now = {
      name: handler.name,
      version: null,
      state: 'stopped',
      position: 0,
      restarts: 0,
      lastError: null,
      paused: null,
    };
  }

  status(): SubscriptionStatus {
    return this.now;
  }

  /** Resolves when this process's checkpoint is committed at or past a position: read your own write. */
  reached(position: number): Promise<void> {
    if (this.now.position >= position) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add({ position, resolve }));
  }

  start(): void {
    this.running ??= supervise(() => this.own(), {
      signal: this.stopping.signal,
      onEnd: (error) => {
        this.set({ restarts: this.now.restarts + 1, lastError: messageOf(error) });
        this.parts.onTrouble(`subscription ${this.handler.name} starts again`, error);
      },
    });
  }

  /** Finishes the page at hand and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.set({ state: 'stopped' });
  }

  private async own(): Promise<void> {
    const { checkpoints } = this.parts;
    const { signal } = this.stopping;
    await checkpoints.ensure(this.handler.name, this.handler.startAt);
    for (;;) {
      const lease = await checkpoints.take(this.handler.name, this.owner);
      if (lease) return this.follow(lease);
      this.set({ state: 'standby' });
      await sleep(this.settings.pollMs, signal);
      if (signal.aborted) return;
    }
  }

  private follow(lease: Lease): Promise<void> {
    const tell = (change: Partial<SubscriptionStatus>): void => {
      this.set(change);
    };
    const { signal } = this.stopping;
    return new Follower({
      parts: this.parts,
      handler: this.handler,
      settings: this.settings,
      signal,
      tell,
    }).run(lease);
  }

  private set(change: Partial<SubscriptionStatus>): void {
    this.now = { ...this.now, ...change };
    for (const waiter of this.waiting)
      if (this.now.position >= waiter.position) {
        this.waiting.delete(waiter);
        waiter.resolve();
      }
  }
}
