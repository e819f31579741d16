import { DataSource } from 'typeorm';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { to } from '../conformance/notes';
import { EVENT_STORE_MIGRATIONS } from '../migrations';
import { inTransaction } from '../transaction';
import { PostgresEventStore } from './postgres.event-store';

const database = useMigratedDatabase();
const store = (): PostgresEventStore => new PostgresEventStore({ pool: database.pool, log: 'only' });

beforeAll(async () => {
  await store().append([to('note-1', 'none')]);
});

const FORBIDDEN = [
  'update es.event set data = $${}$$',
  'delete from es.event',
  'truncate es.event',
  'truncate es.log, es.event cascade',
];

describe('the database keeps the log append-only', () => {
  it.each(FORBIDDEN)('even for its owner: %s', async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: 'ES900' });
  });

  it.each([...FORBIDDEN, 'drop table es.event', 'alter table es.event disable trigger all'])(
    'by privilege for the role that services write as: %s',
    async (sql) => {
      const asWriter = inTransaction(database.pool, async (tx) => {
        await tx.query('set local role es_writer');
        await tx.query(sql);
      });
      await expect(asWriter).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('lets that role append, read, and keep checkpoints', async () => {
    await inTransaction(database.pool, async (tx) => {
      await tx.query('set local role es_writer');
      await tx.query(
        `select * from es.append((select log_id from es.log where name = 'only'), '{note-2}', '{1}', '{0}', '{0}', '{1}', '{1}',
           array[gen_random_uuid()], '{T}', '{1}', '{}', '{}')`,
      );
      await tx.query(
        `insert into es.checkpoint (log_id, subscription, version, status) select log_id, 's', 1, 'live' from es.log`,
      );
    });
    expect((await store().head()).position).toBe(2);
  });

  it('has migrations that go down and up again', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: EVENT_STORE_MIGRATIONS,
    });
    await source.initialize();
    for (const migration of EVENT_STORE_MIGRATIONS) {
      expect(migration.name).toMatch(/^[A-Za-z]+\d{13}$/);
      await source.undoLastMigration();
    }
    const schemas = await database.pool.query("select from pg_namespace where nspname = 'es'");
    expect(schemas.rowCount).toBe(0);
    await source.runMigrations();
    await source.destroy();
    expect(await store().append([to('note-1', 'none')])).toMatchObject([{ firstPosition: 1 }]);
  });
});
