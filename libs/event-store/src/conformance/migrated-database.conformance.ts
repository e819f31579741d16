import { useDatabase, type TestDatabase } from '@app/testing';
import { DataSource } from 'typeorm';
import { EVENT_STORE_MIGRATIONS } from '../migrations';

export const runMigrations = async (url: string): Promise<void> => {
  const source = new DataSource({ type: 'postgres', url, migrations: EVENT_STORE_MIGRATIONS });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
};

/** A database of this spec file alone with the tables of the event store. */
export const useMigratedDatabase = (): TestDatabase => {
  const database = useDatabase();
  beforeAll(() => runMigrations(database.url));
  return database;
};
