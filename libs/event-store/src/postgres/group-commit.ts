import type { Appended } from '../event-store';
import type { Unit } from './batch';

/** What one unit of a batch came to. */
export type Outcome = { readonly appended: readonly Appended[] } | { readonly error: Error };

interface Waiting {
  readonly unit: Unit;
  readonly resolve: (appended: readonly Appended[]) => void;
  readonly reject: (error: Error) => void;
}

/** Events a transaction: beyond some two hundred a batch gains little and holds the head for longer. */
const MOST_EVENTS = 200;

/**
 * Queues what arrives while a commit is under way and sends it as one transaction: the head is locked, and the disk waited for,
 * once for all of it. A unit that repeats an id of the batch waits for the next one, where it is answered as a repeat.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  private running: Promise<void> | null = null;

  constructor(private readonly commit: (units: readonly Unit[]) => Promise<readonly Outcome[]>) {}

  add(unit: Unit): Promise<readonly Appended[]> {
    return new Promise((resolve, reject) => {
      this.queue.push({ unit, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      // Callers that were just answered append again within this tick: let them join.
      await new Promise(setImmediate);
      const batch = this.take();
      const outcomes = await this.outcomes(batch);
      batch.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i] ?? { error: new Error('the batch gave no outcome') };
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.appended);
      });
    }
    this.running = null;
  }

  private async outcomes(batch: readonly Waiting[]): Promise<readonly Outcome[]> {
    try {
      return await this.commit(batch.map(({ unit }) => unit));
    } catch (error) {
      const failed = { error: error instanceof Error ? error : new Error(String(error)) };
      return batch.map(() => failed);
    }
  }

  private take(): Waiting[] {
    const ids = new Set<string>();
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    for (const waiting of this.queue) {
      const { unit } = waiting;
      const isFull = batch.length > 0 && ids.size + unit.ids.length > MOST_EVENTS;
      // Once one waits, all behind it do: callers of one stream keep their order.
      if (later.length > 0 || isFull || unit.ids.some((id) => ids.has(id))) later.push(waiting);
      else {
        batch.push(waiting);
        unit.ids.forEach((id) => ids.add(id));
      }
    }
    this.queue = later;
    return batch;
  }
}
