import { createTestDatabase } from '@app/testing';
import { execFileSync } from 'node:child_process';
import { Pool } from 'pg';
import { runMigrations, useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import { EventLog } from '../event-log';

const database = useMigratedDatabase();
/** Parents first. */
const TABLES = ['es.log', 'es.event', 'es.checkpoint', 'es.dead_letter', 'es.operation'];

/** pg_dump refuses servers newer than itself, and is not on every machine: then the rows are copied table by table. */
const hasPgDump = async (pool: Pool): Promise<boolean> => {
  const server = await pool.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  try {
    const dump = /(\d+)/.exec(execFileSync('pg_dump', ['--version'], { encoding: 'utf8' }))?.[1];
    return Number(dump) >= (server.rows[0]?.major ?? Infinity);
  } catch {
    return false;
  }
};

const copyRows = async (from: Pool, into: Pool): Promise<void> => {
  for (const table of TABLES) {
    const { rows } = await from.query<{ row: unknown }>(`select to_json(t) as row from ${table} t`);
    await into.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.map(({ row }) => row))],
    );
    await into.query(
      `select setval(pg_get_serial_sequence($1, a.attname), greatest((select count(*) from ${table}), 1))
         from pg_attribute a where a.attrelid = $1::regclass and a.attidentity <> ''`,
      [table],
    );
  }
};

describe('a restored log', () => {
  let restored: { url: string; drop: () => Promise<void> };
  let pool: Pool;
  beforeEach(async () => {
    restored = await createTestDatabase();
    pool = new Pool({ connectionString: restored.url, max: 5 });
  });
  afterEach(async () => {
    await pool.end();
    await restored.drop();
  });

  it('holds every event, is appended to where it ended, and is read by its subscriptions from where they were', async () => {
    const before = new EventLog({ pool: database.pool, log: 'us-cn' });
    for (let i = 0; i < 10; i++) await before.store.append([to(`note-${i % 3}`, 'any', someEvent({ i }))]);
    await before.checkpoints.ensure('reader');
    const lease = await before.checkpoints.take('reader', 'me');
    await before.checkpoints.advance(database.pool, lease!, 7);
    await before.checkpoints.release(lease!);

    if (await hasPgDump(database.pool)) {
      const dump = execFileSync('pg_dump', ['--schema=es', database.url], { maxBuffer: 1 << 28 });
      execFileSync('psql', ['-v', 'ON_ERROR_STOP=1', '-q', restored.url], { input: dump });
    } else {
      await runMigrations(restored.url);
      await copyRows(database.pool, pool);
    }

    const after = new EventLog({ pool, log: 'us-cn' });
    const all = { after: 0, limit: 100 };
    expect(await after.store.readAll(all)).toEqual(await before.store.readAll(all));
    expect(await after.store.head()).toEqual(await before.store.head());
    expect(await after.store.append([to('note-0', 4)])).toMatchObject([{ firstPosition: 11, version: 5 }]);
    const seen: number[] = [];
    const reader = after.subscribe({
      name: 'reader',
      handle: (events) => {
        seen.push(...events.map((event) => event.position));
        return Promise.resolve();
      },
    });
    while (reader.status().state !== 'caught-up') await new Promise(setImmediate);
    expect(seen).toEqual([8, 9, 10, 11]);
    expect((await after.examine()).filter((finding) => !finding.isFine)).toEqual([]);
    await after.close();
  });

  it('could not depend on the cluster it came from: nothing stored is a transaction id', async () => {
    const columns = await database.pool.query(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'es' and udt_name in ('xid', 'xid8', 'txid_snapshot', 'pg_snapshot', 'pg_lsn')`,
    );
    expect(columns.rows).toEqual([]);
    const functions = await database.pool.query(
      `select proname from pg_proc where pronamespace = 'es'::regnamespace and prosrc ~ 'xact_id|snapshot|xmin|nextval'`,
    );
    expect(functions.rows).toEqual([]);
  });
});
