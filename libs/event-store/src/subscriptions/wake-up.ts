import { Client, type Pool } from 'pg';
import { sleep, supervise } from './supervise';

export interface WakeUpOptions {
  readonly pool: Pool;
  readonly log: string;
  /** Told what went wrong with LISTEN or NOTIFY; polling goes on all the while. */
  readonly onTrouble: (message: string, error: unknown) => void;
}

const CHANNEL = 'es_appended';
/** At most one NOTIFY in this time, milliseconds: it takes a lock of the whole cluster at commit. */
const NOTIFY_EVERY = 5;

/**
 * Tells subscriptions, in this process at once and in others by NOTIFY, that there is something to read. Only a hint: whoever waits
 * has a time limit, so a lost notification costs a poll, never an event.
 */
export class WakeUp {
  private readonly stopping = new AbortController();
  private readonly waiting = new Set<() => void>();
  private count = 0;
  private listening: Promise<void> | null = null;
  private sending: Promise<void> | null = null;
  private again = false;

  constructor(private readonly options: WakeUpOptions) {}

  /** How often it rang; read it before looking for events, hand it to `wait` after finding none. */
  get rings(): number {
    return this.count;
  }

  /** Resolves when it rang since `rings` was read, after `ms`, or on abort. */
  async wait(rings: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.count !== rings) return;
    const woken = new AbortController();
    const wake = (): void => {
      woken.abort();
    };
    this.waiting.add(wake);
    signal.addEventListener('abort', wake);
    if (!signal.aborted) await sleep(ms, woken.signal);
    signal.removeEventListener('abort', wake);
    this.waiting.delete(wake);
  }

  /** Listens on a connection of its own; connects again for ever when it breaks. */
  start(): void {
    this.listening ??= supervise(() => this.listen(), {
      signal: this.stopping.signal,
      longestWait: 5000,
      onEnd: (error) => {
        this.options.onTrouble('LISTEN broke, polling until it is back', error);
      },
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.listening;
    await this.sending;
  }

  /** After a commit: wakes this process now, the others by one NOTIFY for all commits of the last moment. */
  announce(): void {
    this.ring();
    this.again = true;
    this.sending ??= this.send();
  }

  private async send(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      try {
        await this.options.pool.query('select pg_notify($1, $2)', [CHANNEL, this.options.log]);
      } catch (error) {
        this.options.onTrouble('NOTIFY failed, others will poll', error);
      }
      await sleep(NOTIFY_EVERY, this.stopping.signal);
    }
    this.sending = null;
  }

  private ring(): void {
    this.count++;
    for (const wake of [...this.waiting]) wake();
  }

  private async listen(): Promise<void> {
    const { options } = this.options.pool;
    // The pool hides the password from a spread.
    const client = new Client({
      ...options,
      password: options.password,
      application_name: 'event-store wake-up',
    });
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => {
        reject(new Error('connection ended'));
      });
    });
    // Handled by the race below; without this an early break is an unhandled rejection.
    broken.catch(() => undefined);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => {
        if (payload === this.options.log) this.ring();
      });
      await client.query(`listen ${CHANNEL}`);
      // What was appended before LISTEN took hold.
      this.ring();
      await Promise.race([broken, aborted(this.stopping.signal)]);
    } finally {
      await client.end().catch((error: unknown) => {
        this.options.onTrouble('LISTEN connection did not close', error);
      });
    }
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener('abort', () => {
        resolve();
      });
  });
