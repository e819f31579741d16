import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';

/** A database of this spec file alone; `url` and `pool` are there from the first test on. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
}

/** Where the tests' PostgreSQL is; jest's set-up (deploy/local/jest-setup.mjs) started or found it. */
export const testServerUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined || url === '') {
    throw new Error(
      'TEST_DATABASE_URL is not set: this spec needs PostgreSQL, name it .int.spec.ts or .e2e.spec.ts',
    );
  }
  return url;
};

const onServer = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** Makes an empty database and says how to reach and drop it. */
export const createTestDatabase = async (): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  // FORCE: a spec that left a connection open must not keep the next one from starting.
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
};

/** Call at the top of a spec file (or a `describe`): a fresh database for its tests, dropped after them. */
export const useDatabase = (): TestDatabase => {
  let made: { url: string; drop: () => Promise<void> } | undefined;
  let pool: Pool | undefined;
  beforeAll(async () => {
    made = await createTestDatabase();
  });
  afterAll(async () => {
    await pool?.end();
    await made?.drop();
  });
  const url = (): string => {
    if (made === undefined)
      throw new Error('The database is there from beforeAll on, not while the file loads.');
    return made.url;
  };
  return {
    get url() {
      return url();
    },
    get pool() {
      if (pool === undefined) {
        pool = new Pool({ connectionString: url(), max: 10 });
        // Connections that the server ends (a test may kill them) are told here; the query under way rejects as well.
        pool.on('error', () => undefined);
      }
      return pool;
    },
  };
};
