import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  articleSubmission,
  eventIds,
  EVENT_VERSIONS,
  LOG_NAME,
  normalise,
  RELATION_STREAM,
  toArticleObserved,
  type ArticleObservedEvent,
} from '@app/contracts';
import { createRelation, DEFAULT_POLICY, readFacet, record, TENSION, type Relation } from '@app/domain';
import { EVENT_STORE_MIGRATIONS, EventLog, EventTypes } from '@app/event-store';
import { ENGINE, extract } from '@app/extraction';
import { migrate } from '@app/platform';
import { eventually, useDatabase } from '@app/testing';
import { QUERY_MIGRATIONS } from '../migrations';
import { RelationView } from '../relation/relation-view';
import { FactsProjection } from './facts.projection';
import { factsQuery } from './facts.dto';
import { GetFacts, GetFactsHandler, type Fact } from './facts.query';

const HISTORY = path.resolve(__dirname, '../../../../deploy/sample/history');
const DAYS = ['2018-06-30', '2018-12-15', '2019-05-20', '2019-09-15'];
const MOMENTS = ['2018-08-01T00:00:00.000Z', '2019-05-10T12:00:00.000Z', '2019-12-31T23:59:59.999Z'];

const observed = (): ArticleObservedEvent[] =>
  readdirSync(HISTORY)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .slice(0, 45)
    .map((name) => {
      const sent = articleSubmission.parse(JSON.parse(readFileSync(path.join(HISTORY, name), 'utf8')));
      const article = normalise(sent, '2020-01-01T00:00:00.000Z');
      return toArticleObserved({ article, engine: ENGINE, extraction: extract(article) });
    });

describe('the facts of the sample history', () => {
  const database = useDatabase();
  const relation: Relation = createRelation();
  const inputs = observed();
  let log: EventLog | undefined;
  let caughtUp: () => Promise<void> = () => Promise.reject(new Error('nothing is followed yet'));

  beforeAll(async () => {
    const { url: databaseUrl, pool } = database;
    await migrate({ databaseUrl, table: 'event_store_migrations', migrations: EVENT_STORE_MIGRATIONS });
    await migrate({ databaseUrl, table: 'query_migrations', migrations: QUERY_MIGRATIONS });
    log = new EventLog({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
    const subscription = log.subscribe(new FactsProjection(new RelationView(log.store)), { pageSize: 7 });
    // Not in order of publication, and in two parts: the rows must not know.
    for (const part of [inputs.filter((_, at) => at % 2 === 1), inputs.filter((_, at) => at % 2 === 0)]) {
      const events = part.map((data) => {
        record(relation, data);
        const id = eventIds.articleObserved(data);
        return { id, type: data.type, schemaVersion: 1, data, metadata: {} };
      });
      await log.store.append([{ stream: RELATION_STREAM, expected: 'any', events }]);
    }
    const { store } = log;
    caughtUp = async () => {
      const { position } = await store.head();
      await eventually(() => {
        expect(subscription.status()).toMatchObject({ state: 'caught-up', position });
      }, 30_000);
    };
    await caughtUp();
  }, 60_000);
  afterAll(() => log?.close());

  /** Facets that read something, each asked about on days and by moments; fails where a row is not what the ledger reads. */
  const compareWith = async (ledgers: Relation): Promise<readonly string[]> => {
    const facts = new GetFactsHandler(database.pool);
    const compared: string[] = [];
    for (const facet of [...ledgers.facets.keys(), TENSION]) {
      for (const asOf of DAYS) {
        for (const knownAt of MOMENTS) {
          const { facts: found } = await facts.execute(new GetFacts({ facet, asOf, knownAt, limit: 50 }));
          expect(found.length).toBeLessThanOrEqual(1);
          const read = readFacet(ledgers, facet, { asOf, knownAt });
          if (facet !== TENSION || found.length > 0) expect(found[0]?.reading ?? null).toEqual(read);
          else expect(read?.status).toBe('0');
          if (found.length > 0) compared.push(facet);
        }
      }
    }
    return compared;
  };

  it('give for each facet, day and moment what the ledger reads, and at most one', async () => {
    const compared = await compareWith(relation);
    expect(compared.length).toBeGreaterThan(20);
    expect(compared).toContain(TENSION);
  });

  it('come by pages that leave nothing out and tell nothing twice', async () => {
    const facts = new GetFactsHandler(database.pool);
    const busiest = 'select facet from query.fact group by facet order by count(*) desc, facet limit 1';
    const facet = (await database.pool.query<{ facet: string }>(busiest)).rows[0]?.facet ?? '';
    const { facts: all, next } = await facts.execute(new GetFacts({ facet, limit: 500 }));
    expect(all.length).toBeGreaterThan(4);
    expect(next).toBeNull();
    const read: Fact[] = [];
    for (let after: string | undefined; ;) {
      const query = factsQuery.parse({ facet, limit: 2, ...(after !== undefined && { after }) });
      const page = await facts.execute(new GetFacts(query));
      expect(page.facts.length).toBeLessThanOrEqual(2);
      read.push(...page.facts);
      if (page.next === null) break;
      after = page.next;
    }
    expect(read).toEqual(all);
  });

  it('are written anew under a policy that is adopted, and under it from then on', async () => {
    const policy = { ...DEFAULT_POLICY, version: 'official', sources: { ...DEFAULT_POLICY.sources } };
    policy.sources.publishers = { ...policy.sources.publishers, 'sample desk (us government)': 'official' };
    const [later, ...earlier] = inputs;
    if (log === undefined || later === undefined) throw new Error('nothing is followed');
    const by = { reason: 'they are official', by: 'op', at: '2026-01-01T00:00:00.000Z' };
    const again = { ...later, revision: 'second', publishedAt: '2019-12-30T00:00:00.000Z' };
    const events = [{ type: 'PolicyAdopted', policy, ...by }, again].map((data, nth) => ({
      ...{ id: eventIds.relationChanged('of this spec', nth), type: data.type, schemaVersion: 1, data },
      metadata: {},
    }));
    await log.store.append([{ stream: RELATION_STREAM, expected: 'any', events }]);
    await caughtUp();

    const anew = createRelation(policy);
    for (const input of [again, later, ...earlier]) record(anew, input);
    expect((await compareWith(anew)).length).toBeGreaterThan(20);
    const versions = "select distinct reading ->> 'policy' as version from query.fact";
    expect((await database.pool.query(versions)).rows).toEqual([{ version: 'official' }]);
  });
});
