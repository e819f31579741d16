import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventLog, EventTypes } from '@app/event-store';
import { migrate } from '@app/platform';
import { eventually, useDatabase } from '@app/testing';
import { QUERY_MIGRATIONS } from '../migrations';
import { changesQuery } from './changes.dto';
import { changesProjection } from './changes.projection';
import { GetChanges, GetChangesHandler } from './changes.query';

const FACETS = ['tariff/US', 'tariff/US/a%b', 'tariff/US/a_b', 'tariff/US/axb', 'tariff/US/axb/c', 'tariffs'];

describe('the change log', () => {
  const database = useDatabase();
  let log: EventLog | undefined;

  beforeAll(async () => {
    const { url: databaseUrl, pool } = database;
    await migrate({ databaseUrl, table: 'event_store_migrations', migrations: EVENT_STORE_MIGRATIONS });
    await migrate({ databaseUrl, table: 'query_migrations', migrations: QUERY_MIGRATIONS });
    log = new EventLog({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
    const subscription = log.subscribe(changesProjection);
    await eventually(() => {
      expect(subscription.status()).toMatchObject({ state: 'caught-up' });
    });
    await pool.query(
      `insert into query.change (version, position, message_id, facet, effective, recorded_at, change)
       select es.live_version($1, 'query-changes'), n, 'm/' || n, facet, '2025-01-01', now(), json_build_object('facet', facet)
         from unnest($2::text[]) with ordinality as row (facet, n)`,
      [LOG_NAME, FACETS],
    );
  });
  afterAll(() => log?.close());

  it.each([
    ['tariff', FACETS.slice(0, 5)],
    ['tariff/US/axb', ['tariff/US/axb', 'tariff/US/axb/c']],
    ['tariff/US/a_b', ['tariff/US/a_b']],
    ['tariff/%', []],
    ['%', []],
  ])('of %s has it and what is below it, letter by letter', async (facet, expected) => {
    const question = new GetChanges(changesQuery.parse({ facet }));
    const { items } = await new GetChangesHandler(database.pool).execute(question);
    expect(items.map((item) => item['facet'])).toEqual(expected);
  });
});
