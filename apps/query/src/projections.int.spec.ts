import {
  articleSubmission,
  articleStream,
  eventIds,
  EVENT_VERSIONS,
  LOG_EVENTS,
  LOG_NAME,
  normalise,
  observationsExtracted,
  RELATION_STREAM,
  toArticleObserved,
  type Article,
} from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventLog, EventTypes, type NewEvent } from '@app/event-store';
import { ENGINE, extract } from '@app/extraction';
import { createPool, migrate } from '@app/platform';
import { eventually, useDatabase } from '@app/testing';
import { GetArticles, GetArticlesHandler } from './articles/article.query';
import { QUERY_MIGRATIONS } from './migrations';
import { ProjectionsModule } from './projections.module';

const RECEIVED = '2026-01-01T00:00:00.000Z';
const plain = {
  publisher: 'Example Wire',
  title: 'US raises tariffs on Chinese goods to 30 percent',
  text: 'The United States raised its tariffs on all Chinese goods to 30 percent on 1 May.',
};
/** What a submission may be at its edges. */
const SENT = [
  { ...plain, publishedAt: '2025-05-02', id: 'plain' },
  { ...plain, publishedAt: '1970-01-01', id: 'the first day' },
  { ...plain, publishedAt: '1970-01-01T14:00:00+14:00', id: 'the first moment' },
  {
    ...plain,
    publishedAt: '2025-05-02',
    id: '\u0000half \ud83d pair',
    title: '\u0000 a title',
    publisher: 'x\u0000',
  },
  { ...plain, publishedAt: '2025-05-02', url: `https://example.org/${'ä'.repeat(900)}`, id: 'é'.repeat(200) },
  {
    ...plain,
    publishedAt: '2025-05-02T23:59:59.999999Z',
    id: "'; drop table query.article; --",
    text: '\u0000 x',
  },
];

describe('articles as they may be submitted', () => {
  const database = useDatabase();
  const articles: Article[] = SENT.map((sent) => normalise(articleSubmission.parse(sent), RECEIVED));
  let log: EventLog | undefined;

  beforeAll(async () => {
    const { url: databaseUrl, pool } = database;
    await migrate({ databaseUrl, table: 'event_store_migrations', migrations: EVENT_STORE_MIGRATIONS });
    await migrate({ databaseUrl, table: 'query_migrations', migrations: QUERY_MIGRATIONS });
    log = new EventLog({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
    const event = (id: string, type: string, data: unknown): NewEvent => ({
      ...{ id, type, schemaVersion: 1, data, metadata: {} },
    });
    for (const article of articles) {
      const json: unknown = JSON.parse(
        JSON.stringify({ article, engine: ENGINE, extraction: extract(article) }),
      );
      const observed = toArticleObserved(observationsExtracted.parse(json));
      const recorded = eventIds.articleRecorded(article.id, article.revision);
      await log.store.append([
        {
          ...{ stream: articleStream(article.id), expected: 'any' },
          events: [event(recorded, LOG_EVENTS.articleRecorded, article)],
        },
        {
          ...{ stream: RELATION_STREAM, expected: 'any' },
          events: [event(eventIds.articleObserved(observed), LOG_EVENTS.articleObserved, observed)],
        },
      ]);
    }
  }, 60_000);
  afterAll(() => log?.close());

  const found = (idOrName: string, pool = database.pool): Promise<readonly object[]> =>
    new GetArticlesHandler(pool).execute(new GetArticles(idOrName));

  it('are kept by every read model', async () => {
    if (log === undefined) throw new Error('no log');
    const { position } = await log.store.head();
    for (const projection of ProjectionsModule.all(log.store)) {
      const subscription = log.subscribe(projection);
      await eventually(() => {
        expect(subscription.status()).toMatchObject({ state: 'caught-up', position });
      });
    }
    for (const { id, externalId } of articles) expect(await found(id)).toMatchObject([{ id, externalId }]);
  });

  it('are found by id in either case, and by name', async () => {
    const [{ id } = { id: '' }] = articles;
    expect(await found(id.toUpperCase())).toMatchObject([{ id }]);
    expect(await found('plain')).toMatchObject([{ id }]);
    expect(await found('no-such')).toEqual([]);
  });

  it('are found without going through all of them', async () => {
    const pool = createPool({ databaseUrl: database.url, name: 'spec', max: 1 });
    try {
      await pool.query('begin');
      await pool.query(`
        insert into query.article (version, article_id, revision, external_id, publisher, published_at, title, received_at, position)
        select version, gen_random_uuid(), revision, 'n' || n, publisher, published_at, title, received_at, position
          from generate_series(1, 5000) n, (select * from query.article where external_id = 'plain') one`);
      await pool.query('analyze query.article');
      const scans = async (): Promise<unknown> => {
        const sql =
          "select seq_scan from pg_stat_xact_user_tables where schemaname = 'query' and relname = 'article'";
        return (await pool.query(sql)).rows[0];
      };
      const before = await scans();
      expect(await found('n4000', pool)).toHaveLength(1);
      expect(await found(articles[0]?.id ?? '', pool)).toHaveLength(1);
      expect(await scans()).toEqual(before);
    } finally {
      await pool.end();
    }
  });
});
