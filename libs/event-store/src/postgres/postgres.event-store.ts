import type { Pool } from 'pg';
import type {
  Appended,
  AppendOptions,
  EventStore,
  Head,
  Page,
  ReadAll,
  ReadStream,
  RecordedEvent,
  StreamAppend,
} from '../event-store';
import { EventStoreError } from '../errors';
import { EventTypes } from '../upcasting';
import { validateAppend } from '../validate-append';
import { toUnit } from './batch';
import { Committer } from './committer';
import { GroupCommit } from './group-commit';
import { COLUMNS, toEvent, toInstant, toPosition, type EventRow, type PageRow } from './rows';

export interface PostgresEventStoreOptions {
  /** Give it lock and statement timeouts; appends take one connection of it at a time, those with `alongside` one each. */
  readonly pool: Pool;
  /** Name of the log; made when it is first used. */
  readonly log: string;
  readonly types?: EventTypes;
  /** Called after each commit; must not block or throw. */
  readonly onCommitted?: () => void;
}

// No named statements: a plan that was made while the table was empty scans all of it for as long as the connection lives, and
// planning costs little beside a page. plans.int.spec.ts shows it.
// The head comes with each page, seen by the same snapshot as its events: what is at or below it has been considered.
const page = (ofTypes: string): string => `
  select ${COLUMNS}, last_position from es.log
    left join es.event on event.log_id = $1 and position > $2 and position <= $3 ${ofTypes}
   where log.log_id = $1 order by position`;
const PAGE = { text: page(''), rowMode: 'array' } as const;
const PAGE_OF_TYPES = { text: page('and event_type = any ($4)'), rowMode: 'array' } as const;
const STREAM = {
  text: `select ${COLUMNS} from es.event
          where log_id = $1 and stream_id = $2 and stream_version > $3 order by stream_version limit $4`,
  rowMode: 'array',
} as const;

/** The log in PostgreSQL, schema `es`: see migrations/ for its tables. */
export class PostgresEventStore implements EventStore {
  private readonly pool: Pool;
  private readonly types: EventTypes;
  private readonly committer: Committer;
  private readonly queue: GroupCommit;
  private log: Promise<number> | null = null;

  constructor(private readonly options: PostgresEventStoreOptions) {
    this.pool = options.pool;
    this.types = options.types ?? new EventTypes([]);
    this.committer = new Committer(this.pool, () => this.logId());
    this.queue = new GroupCommit(async (units) => {
      const outcomes = await this.committer.commit(units);
      options.onCommitted?.();
      return outcomes;
    });
  }

  async append(
    items: readonly StreamAppend[],
    { alongside }: AppendOptions = {},
  ): Promise<readonly Appended[]> {
    validateAppend(items);
    for (const { events } of items) for (const event of events) this.types.checkWritable(event);
    const unit = toUnit(items);
    if (!alongside) return this.queue.add(unit);
    const [outcome] = await this.committer.commitAlongside(unit, alongside);
    if (!outcome) throw new EventStoreError('no-answer', 'the append gave no outcome');
    if ('error' in outcome) throw outcome.error;
    this.options.onCommitted?.();
    return outcome.appended;
  }

  async readAll({ after, limit, types }: ReadAll): Promise<Page> {
    const values = [await this.logId(), after, after + limit, ...(types ? [types] : [])];
    const { rows } = await this.pool.query<[...PageRow]>({ ...(types ? PAGE_OF_TYPES : PAGE), values });
    const head = toPosition(rows[0]?.[9] ?? '0');
    const events = rows.flatMap((row) => (row[0] === null ? [] : [this.out(row)]));
    return { events, upTo: Math.max(after, Math.min(after + limit, head)) };
  }

  async readStream(stream: string, query: ReadStream = {}): Promise<readonly RecordedEvent[]> {
    const values = [await this.logId(), stream, query.afterVersion ?? 0, query.limit ?? null];
    const { rows } = await this.pool.query<[...EventRow]>({ ...STREAM, values });
    return rows.map((row) => this.out(row));
  }

  async streamVersion(stream: string): Promise<number> {
    const { rows } = await this.pool.query<{ version: string | null }>({
      text: 'select max(stream_version) as version from es.event where log_id = $1 and stream_id = $2',
      values: [await this.logId(), stream],
    });
    return toPosition(rows[0]?.version ?? '0');
  }

  async head(): Promise<Head> {
    const { rows } = await this.pool.query<{ last_position: string; at: string }>({
      name: 'es.head',
      text: `select last_position, (last_recorded_at at time zone 'UTC')::text as at from es.log where log_id = $1`,
      values: [await this.logId()],
    });
    const position = toPosition(rows[0]?.last_position ?? '0');
    return { position, recordedAt: rows[0] && position > 0 ? toInstant(rows[0].at) : null };
  }

  async positionAt(recordedAt: string): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>(
      'select es.position_at($1, $2::timestamptz) as position',
      [await this.logId(), recordedAt],
    );
    return toPosition(rows[0]?.position ?? '0');
  }

  /** Resolves when every append that was called is answered. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  /** The number of this log in the tables, for those that join `es.event` or `es.checkpoint`. */
  logId(): Promise<number> {
    this.log ??= openLog(this.pool, this.options.log).catch((error: unknown) => {
      this.log = null;
      throw error;
    });
    return this.log;
  }

  private out(row: EventRow): RecordedEvent {
    return this.types.upcast(toEvent(row));
  }
}

const openLog = async (pool: Pool, name: string): Promise<number> => {
  const find = (): Promise<{ rows: { log_id: number }[] }> =>
    pool.query<{ log_id: number }>('select log_id from es.log where name = $1', [name]);
  const known = await find();
  if (known.rows[0]) return known.rows[0].log_id;
  await pool.query('insert into es.log (name) values ($1) on conflict do nothing', [name]);
  const made = await find();
  if (!made.rows[0]) throw new Error(`log ${name} could not be made`);
  return made.rows[0].log_id;
};
