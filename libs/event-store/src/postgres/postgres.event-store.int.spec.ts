import { randomUUID } from 'node:crypto';
import { describeEventStore } from '../event-store.conformance';
import { specDatabase, type SpecDatabase } from '../spec-database';
import { PostgresEventStore } from './postgres.event-store';

let database: SpecDatabase;
beforeAll(async () => {
  database = await specDatabase();
});
afterAll(() => database.drop());

describeEventStore('the store in PostgreSQL', () => {
  const log = randomUUID();
  return Promise.resolve({ open: (types) => new PostgresEventStore({ pool: database.pool, log, types }) });
});
