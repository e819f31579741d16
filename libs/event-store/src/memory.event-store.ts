import { InvalidAppend } from './errors';
import type {
  Appended,
  AppendOptions,
  EventStore,
  Head,
  NewEvent,
  Page,
  ReadAll,
  ReadStream,
  RecordedEvent,
  StreamAppend,
} from './event-store';
import { asRepeat, checkVersions } from './settle';
import { EventTypes } from './upcasting';
import { validateAppend } from './validate-append';

/** What is kept; share one between stores to read the same log with the types of another release. */
export class MemoryLog {
  readonly events: RecordedEvent[] = [];
  readonly streams = new Map<string, RecordedEvent[]>();
  readonly byId = new Map<string, RecordedEvent>();
  lastMicros = 0;
}

export interface MemoryEventStoreOptions {
  readonly types?: EventTypes;
  readonly log?: MemoryLog;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The store in memory: for tests and for the offline commands. It has no SQL, so it refuses `alongside`. */
export class MemoryEventStore implements EventStore {
  private readonly log: MemoryLog;
  private readonly types: EventTypes;
  private readonly now: () => number;

  constructor({ types, log, now }: MemoryEventStoreOptions = {}) {
    this.types = types ?? new EventTypes([]);
    this.log = log ?? new MemoryLog();
    this.now = now ?? Date.now;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a rejected promise, never a throw, like the store that waits
  async append(items: readonly StreamAppend[], options: AppendOptions = {}): Promise<readonly Appended[]> {
    validateAppend(items);
    if (options.alongside)
      throw new InvalidAppend('the store in memory has no transaction to run SQL alongside in');
    for (const item of items)
      item.events.forEach((event) => {
        this.types.checkWritable(event);
      });
    const repeat = asRepeat(items, this.log.byId);
    if (repeat) return repeat;
    checkVersions(items, (stream) => this.versionOf(stream));
    const recordedAt = this.tick();
    return items.map((item) => this.record(item, recordedAt));
  }

  readAll({ after, limit, types }: ReadAll): Promise<Page> {
    const upTo = Math.min(after + limit, Math.max(after, this.log.events.length));
    const events = this.log.events.slice(after, upTo).filter((event) => !types || types.includes(event.type));
    return this.answer(() => ({ events: events.map((event) => this.out(event)), upTo }));
  }

  readStream(
    stream: string,
    { afterVersion = 0, limit }: ReadStream = {},
  ): Promise<readonly RecordedEvent[]> {
    const end = limit === undefined ? undefined : afterVersion + limit;
    const events = (this.log.streams.get(stream) ?? []).slice(afterVersion, end);
    return this.answer(() => events.map((event) => this.out(event)));
  }

  streamVersion(stream: string): Promise<number> {
    return Promise.resolve(this.versionOf(stream));
  }

  head(): Promise<Head> {
    return Promise.resolve({
      position: this.log.events.length,
      recordedAt: this.log.events.at(-1)?.recordedAt ?? null,
    });
  }

  positionAt(recordedAt: string): Promise<number> {
    const at = toMicros(recordedAt);
    return Promise.resolve(
      this.log.events.findLast((event) => toMicros(event.recordedAt) <= at)?.position ?? 0,
    );
  }

  private versionOf(stream: string): number {
    return this.log.streams.get(stream)?.length ?? 0;
  }

  private record({ stream, events }: StreamAppend, recordedAt: string): Appended {
    const history = this.log.streams.get(stream) ?? [];
    this.log.streams.set(stream, history);
    const firstPosition = this.log.events.length + 1;
    for (const event of events) {
      const recorded = {
        ...copy(event),
        position: this.log.events.length + 1,
        stream,
        version: history.length + 1,
        recordedAt,
      };
      this.log.events.push(recorded);
      history.push(recorded);
      this.log.byId.set(event.id, recorded);
    }
    return {
      stream,
      firstPosition,
      lastPosition: this.log.events.length,
      version: history.length,
      duplicate: false,
    };
  }

  private out(event: RecordedEvent): RecordedEvent {
    return this.types.upcast(copy(event));
  }

  /** A reader gets a rejected promise, never a throw. */
  private answer<T>(read: () => T): Promise<T> {
    return Promise.resolve().then(read);
  }

  private tick(): string {
    this.log.lastMicros = Math.max(this.now() * 1000, this.log.lastMicros + 1);
    const seconds = new Date(Math.floor(this.log.lastMicros / 1000)).toISOString().slice(0, 20);
    return `${seconds}${String(this.log.lastMicros % 1_000_000).padStart(6, '0')}Z`;
  }
}

/** Through JSON, as PostgreSQL's store does: the same values come back, and nobody can change the log from outside. */
const viaJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const copy = <E extends NewEvent>(event: E): E => ({
  ...event,
  data: viaJson(event.data),
  metadata: Object.fromEntries(
    Object.entries(event.metadata).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, viaJson(value)]],
    ),
  ),
});

const toMicros = (at: string): number => {
  const fraction = /\.(\d+)/.exec(at)?.[1] ?? '';
  return Math.floor(Date.parse(at) / 1000) * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
};
