import { randomUUID } from 'node:crypto';
import { describeEventStore } from '../conformance/event-store.conformance';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { PostgresEventStore } from './postgres.event-store';

const database = useMigratedDatabase();

describeEventStore('the store in PostgreSQL', () => {
  const log = randomUUID();
  return Promise.resolve({ open: (types) => new PostgresEventStore({ pool: database.pool, log, types }) });
});
