import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface MigrationOptions {
  readonly databaseUrl: string;
  /** Name of the table that notes what has run, one a room: `tracker_migrations`. */
  readonly table: string;
  readonly migrations: readonly MigrationClass[];
}

/** Any number will do, as long as all of ours take the same: `detente` in ASCII, as far as 48 bits reach. */
const LOCK = 0x646574656e74;

/**
 * Runs what has not run yet, each migration in its own transaction. TypeORM takes no lock, so this holds an advisory one
 * on a connection of its own meanwhile: several services may start at once.
 * @returns the names that ran
 */
export const migrate = async (options: MigrationOptions): Promise<readonly string[]> => {
  const guard = new Client({
    connectionString: options.databaseUrl,
    application_name: 'migrations',
    connectionTimeoutMillis: 5000,
  });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    return await runPending(options);
  } finally {
    // Ending the session releases the lock, also when the migration failed.
    await guard.end();
  }
};

const runPending = async (options: MigrationOptions): Promise<readonly string[]> => {
  const source = new DataSource({
    type: 'postgres',
    url: options.databaseUrl,
    applicationName: 'migrations',
    migrations: [...options.migrations],
    migrationsTableName: options.table,
    poolSize: 1,
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
};
