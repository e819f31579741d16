import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { factRows, facetsOf, type FactRow, type Relation } from '@app/domain';
import { EVENT_STORE_MIGRATIONS, EventTypes, PostgresEventStore } from '@app/event-store';
import { migrate } from '@app/platform';
import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { QUERY_MIGRATIONS } from '../../../apps/query/src/migrations';

const INSERT = `
insert into query.fact (version, facet, valid, known, status, standing, confidence, reading, because)
select 1, facet, daterange(valid_from, valid_to), tstzrange(known_from, known_to), 'status', 'reported', 1, reading, '{}'
  from unnest($1::text[], $2::date[], $3::date[], $4::timestamptz[], $5::timestamptz[], $6::json[])
       as row (facet, valid_from, valid_to, known_from, known_to, reading)`;
const ROWS = 5000;
/** The rows' version is the one that readers see. */
const LIVE = `
insert into es.checkpoint (log_id, subscription, version, status)
select log_id, 'query-facts', 1, 'live' from es.log where name = $1`;

const write = async (pool: Pool, rows: readonly FactRow[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS) {
    const page = rows.slice(at, at + ROWS);
    await pool.query(INSERT, [
      page.map(({ facet }) => facet),
      page.map(({ validFrom }) => validFrom),
      page.map(({ validTo }) => validTo),
      page.map(({ knownFrom }) => knownFrom),
      page.map(({ knownTo }) => knownTo),
      page.map(({ reading }) => JSON.stringify(reading)),
    ]);
  }
};

/** Makes the query service's own table as the migrations do, with the rows of a relation as its live read model. @returns how many */
export const writeFacts = async (
  { databaseUrl, pool }: { readonly databaseUrl: string; readonly pool: Pool },
  relation: Relation,
): Promise<number> => {
  await migrate({ databaseUrl, table: 'event_store_migrations', migrations: EVENT_STORE_MIGRATIONS });
  await migrate({ databaseUrl, table: 'query_migrations', migrations: QUERY_MIGRATIONS });
  const store = new PostgresEventStore({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
  const day = { id: randomUUID(), type: 'DayPassed', schemaVersion: 1, data: {}, metadata: {} };
  await store.append([{ stream: randomUUID(), expected: 'none', events: [day] }]);
  await pool.query(LIVE, [LOG_NAME]);
  let written = 0;
  for (const facet of facetsOf(relation)) {
    const rows = factRows(relation, facet);
    await write(pool, rows);
    written += rows.length;
  }
  await pool.query('vacuum analyze query.fact');
  return written;
};
