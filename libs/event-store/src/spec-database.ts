import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { EVENT_STORE_MIGRATIONS } from './migrations';

export interface SpecDatabase {
  readonly url: string;
  readonly pool: Pool;
  readonly drop: () => Promise<void>;
}

/** An empty database of this spec file's own, migrated. */
export const specDatabase = async (): Promise<SpecDatabase> => {
  const admin = env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `es_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await asAdmin(`create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const source = new DataSource({ type: 'postgres', url: url.href, migrations: EVENT_STORE_MIGRATIONS });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  const pool = new Pool({ connectionString: url.href, max: 30 });
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
};
