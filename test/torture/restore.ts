import { Client } from 'pg';
import { z } from 'zod';

// A logical dump and restore by rows, as pg_dump makes it: the packaged PostgreSQL brings none, and an older one refuses.

/** Rows that travel together. */
const PAGE = 500;

const TABLES = `
  select c.oid::regclass::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('es', 'query') and c.relkind in ('r', 'p') and not c.relispartition order by 1`;

const SEQUENCES = `
  select pg_get_serial_sequence($1, attname) as name, attname as column
    from pg_attribute where attrelid = $1::regclass and attidentity <> ''`;

const named = z.array(z.object({ name: z.string() }));
const sequences = z.array(z.object({ name: z.string(), column: z.string() }));
const page = z.array(z.object({ row: z.string() }));

const rowsOf = async (client: Client, sql: string, values: readonly unknown[] = []): Promise<unknown[]> =>
  (await client.query<Record<string, unknown>>(sql, [...values])).rows;

const copyTable = async (from: Client, into: Client, table: string): Promise<void> => {
  await into.query(`delete from ${table}`);
  await from.query(`declare dump cursor for select to_json(t)::text as row from ${table} t`);
  for (;;) {
    const rows = page.parse(await rowsOf(from, `fetch ${String(PAGE)} from dump`));
    if (rows.length === 0) break;
    await into.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
      [`[${rows.map(({ row }) => row).join(',')}]`],
    );
  }
  await from.query('close dump');
  for (const { name, column } of sequences.parse(await rowsOf(into, SEQUENCES, [table])))
    await into.query(`select setval($1, greatest((select max(${column}) from ${table}), 1))`, [name]);
};

/** Copies the product's rows, as of one moment, into a cluster that has its tables and nothing of note in them. */
export const restoreInto = async (fromUrl: string, intoUrl: string): Promise<void> => {
  const from = new Client({ connectionString: fromUrl });
  const into = new Client({ connectionString: intoUrl });
  try {
    await Promise.all([from.connect(), into.connect()]);
    await from.query('begin isolation level repeatable read read only');
    await into.query('begin');
    // As pg_restore --disable-triggers: those that make the log append-only would refuse, and were obeyed when the rows were made.
    await into.query('set local session_replication_role = replica');
    for (const { name } of named.parse(await rowsOf(from, TABLES))) await copyTable(from, into, name);
    await into.query('commit');
  } finally {
    await Promise.all([from.end(), into.end()]);
  }
};
