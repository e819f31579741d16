import { LOG_EVENTS } from '@app/contracts';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '@app/event-store';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Bell } from '../events/bell';

const PAGE = 500;
/** How often an idle stream looks without being woken. */
const POLL_MS = 1000;

/** Follows the log for a reader: each change once, in order, from any position, until it is told to stop. */
@Injectable()
export class StreamChanges implements BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private readers = 0;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly bell: Bell,
  ) {}

  get open(): number {
    return this.readers;
  }

  /** Lets a reader in, counted from now on until it calls what it got; null where `most` are in. */
  enter(most: number): (() => void) | null {
    if (this.readers >= most) return null;
    this.readers += 1;
    return () => {
      this.readers -= 1;
    };
  }

  /** Where a reader begins: after what it has, else now. Null: it names a place that the log does not have. */
  async start(after: string | undefined): Promise<number | null> {
    const { position } = await this.store.head();
    if (after === undefined) return position;
    return /^\d{1,15}$/.test(after) && Number(after) <= position ? Number(after) : null;
  }

  async *follow(after: number, reader: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    const signal = AbortSignal.any([reader, this.closing.signal]);
    const types = [LOG_EVENTS.relationChanged];
    while (!signal.aborted) {
      const { events, upTo } = await this.store.readAll({ after, limit: PAGE, types });
      if (events.length > 0) yield events;
      if (upTo === after) await this.bell.wait(POLL_MS, signal);
      after = upTo;
    }
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }
}
