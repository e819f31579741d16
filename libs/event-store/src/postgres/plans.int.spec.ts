import { createTestDatabase } from '@app/testing';
import { Pool } from 'pg';
import { runMigrations } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import type { StreamAppend } from '../event-store';
import { PostgresEventStore } from './postgres.event-store';

const EVENTS = 50_000;
const LOG = 'plans';

/**
 * A process starts first, while the table is empty and known to be empty, and uses every statement often enough for PostgreSQL to settle
 * on a plan. Then the table is filled by another one, with no ANALYZE that would make the first one plan anew.
 */
describe('a connection that planned on the empty table', () => {
  let database: { url: string; drop: () => Promise<void> };
  let pool: Pool;
  let filler: Pool;
  let store: PostgresEventStore;
  const repeat: StreamAppend[] = [to('note-repeat', 'none')];

  const OPERATIONS: readonly (readonly [string, number, () => Promise<unknown>])[] = [
    ['a page', 100, () => store.readAll({ after: EVENTS / 2, limit: 100 })],
    [
      'a page of some types',
      100,
      () => store.readAll({ after: EVENTS / 2, limit: 100, types: ['NoteTaken'] }),
    ],
    ['a stream', 100, () => store.readStream('note-7', { limit: 100 })],
    ['a stream version', 1, () => store.streamVersion('note-7')],
    ['the position at a time', 20, () => store.positionAt('2100-01-01T00:00:00Z')],
    ['an append to a new stream', 1, () => store.append([to(`new-${performance.now()}`, 'none')])],
    ['an append to an old stream', 1, () => store.append([to('note-7', 'any')])],
    ['a repeat', 1, () => store.append(repeat)],
    ['an append at a wrong version', 1, () => store.append([to('note-7', 1)]).catch(() => undefined)],
  ];
  const rowsTouched = async (): Promise<number> => {
    await pool.query('select pg_stat_force_next_flush()');
    const { rows } = await filler.query<{ n: number }>(
      `select (select seq_tup_read from pg_stat_user_tables where relid = 'es.event'::regclass)::int
            + (select sum(idx_tup_read) from pg_stat_user_indexes where relid = 'es.event'::regclass)::int as n`,
    );
    return rows[0]!.n;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url);
    pool = new Pool({ connectionString: database.url, max: 1 });
    filler = new Pool({ connectionString: database.url, max: 2 });
    await filler.query('alter table es.event set (autovacuum_enabled = false)');
    store = new PostgresEventStore({ pool, log: LOG });
    await store.head();
    await filler.query('vacuum analyze es.event');
    for (const [, , run] of OPERATIONS) for (let i = 0; i < 7; i++) await run();
    const other = new PostgresEventStore({ pool: filler, log: LOG });
    for (let i = 0; i < EVENTS / 1000; i++)
      await other.append([
        to(`note-${i}`, 'any', ...Array.from({ length: 1000 }, (_, k) => someEvent({ k }))),
      ]);
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await filler.end();
    await database.drop();
  });

  it.each(OPERATIONS)('touches no more than it answers: %s', async (_, answers, run) => {
    const before = await rowsTouched();
    await run();
    expect((await rowsTouched()) - before).toBeLessThanOrEqual(answers + 5);
  });
});
