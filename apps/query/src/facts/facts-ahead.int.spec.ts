import { eventIds, EVENT_VERSIONS, LOG_NAME, RELATION_STREAM, type InputEvent } from '@app/contracts';
import { createRelation, factRows, facetsOf, record, TENSION, type FactRow } from '@app/domain';
import {
  EVENT_STORE_MIGRATIONS,
  EventLog,
  EventTypes,
  inTransaction,
  type RecordedEvent,
} from '@app/event-store';
import { migrate } from '@app/platform';
import { useDatabase } from '@app/testing';
import { QUERY_MIGRATIONS } from '../migrations';
import { RelationView } from '../relation/relation-view';
import { FactsProjection } from './facts.projection';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const words = { in: 'text', start: 0, end: 5, text: 'words' } as const;
const TONES = ['hostile', 'cautious', 'conciliatory'] as const;

/** The n-th day's report on the tone of one side, or of the other. */
const report = (n: number): Extract<InputEvent, { type: 'ArticleObserved' }> => ({
  ...{ type: 'ArticleObserved', articleId: uuid(n), revision: '1', url: null, title: 't', signature: [] },
  publisher: `paper-${n % 3}.example`,
  publishedAt: new Date(Date.UTC(2025, 0, 1 + n)).toISOString(),
  ...{ engine: { id: 'rules', version: '1' }, relevant: true, direction: 'neutral' },
  observations: [
    {
      ...{ type: 'stance', actor: n % 2 === 0 ? 'US' : 'CN', tone: TONES[n % 3] ?? 'hostile' },
      ...{ id: uuid(1000 + n), evidence: words, sentence: words, ruleId: 'stance', confidence: 0.9 },
      ...{ news: true, source: 'reporter', trace: [] },
    },
  ],
});

const REPORTS = Array.from({ length: 12 }, (_, n) => report(n));

describe('facts read from a relation that is further than the page', () => {
  const database = useDatabase();
  const relation = createRelation();
  let log: EventLog;
  let events: readonly RecordedEvent[];
  let version = 0;

  beforeAll(async () => {
    const { url: databaseUrl, pool } = database;
    await migrate({ databaseUrl, table: 'event_store_migrations', migrations: EVENT_STORE_MIGRATIONS });
    await migrate({ databaseUrl, table: 'query_migrations', migrations: QUERY_MIGRATIONS });
    log = new EventLog({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
    for (const data of REPORTS) record(relation, data);
    const appended = REPORTS.map((data) => ({
      ...{ id: eventIds.articleObserved(data), type: data.type, schemaVersion: 1, data, metadata: {} },
    }));
    await log.store.append([{ stream: RELATION_STREAM, expected: 'any', events: appended }]);
    events = await log.store.readStream(RELATION_STREAM);
  });
  beforeEach(() => {
    version += 1;
  });
  afterAll(() => log.close());

  /** A page by numbers of events, as a subscription hands it over. */
  const page = (from: number, to: number): readonly RecordedEvent[] => events.slice(from, to);
  const handle = (projection: FactsProjection, handled: readonly RecordedEvent[], epoch = 1): Promise<void> =>
    inTransaction(database.pool, (tx) => projection.handle(handled, { tx, version, epoch, isReplay: false }));
  const forget = (): Promise<unknown> =>
    database.pool.query('delete from query.fact where version = $1', [version]);
  const rows = async (): Promise<unknown> =>
    (
      await database.pool.query(
        `select facet, reading, lower(valid)::text as "validFrom", upper(valid)::text as "validTo",
                to_char(lower(known) at time zone 'UTC', 'YYYY-MM-DD') as "knownFrom",
                to_char(upper(known) at time zone 'UTC', 'YYYY-MM-DD') as "knownTo"
           from query.fact where version = $1 order by facet, lower(known), lower(valid)`,
        [version],
      )
    ).rows;
  const expected = (): unknown =>
    [...facetsOf(relation), TENSION]
      .sort()
      .flatMap((facet) => [...factRows(relation, facet)].sort(byKnowledge))
      .map(({ facet, reading, validFrom, validTo, knownFrom, knownTo }) => ({
        ...{ facet, reading, validFrom, validTo },
        knownFrom: knownFrom.slice(0, 10),
        knownTo: knownTo?.slice(0, 10) ?? null,
      }));
  const byKnowledge = (a: FactRow, b: FactRow): number =>
    `${a.knownFrom} ${a.validFrom}` < `${b.knownFrom} ${b.validFrom}` ? -1 : 1;

  it('are written once, however many pages are behind', async () => {
    const projection = new FactsProjection(new RelationView(log.store));
    await handle(projection, page(0, 3));
    expect(await rows()).toEqual(expected());
    await forget();
    await handle(projection, page(3, 7));
    await handle(projection, page(7, 12));
    expect(await rows()).toEqual([]);
  });

  it('follow page by page where the relation is no further', async () => {
    const view = new RelationView(log.store);
    const projection = new FactsProjection(view);
    await handle(projection, page(0, 12));
    const late = { ...report(3), articleId: uuid(90) };
    const data = {
      ...late,
      observations: late.observations.map((one) => ({ ...one, id: uuid(1090), tone: 'hostile' as const })),
    };
    record(relation, data);
    const event = { id: uuid(5000), type: data.type, schemaVersion: 1, data, metadata: {} };
    await log.store.append([{ stream: RELATION_STREAM, expected: 'any', events: [event] }]);
    events = await log.store.readStream(RELATION_STREAM);
    await handle(projection, page(12, 13));
    expect(await rows()).toEqual(expected());
    expect((await view.current()).position).toBe(events[12]?.position);
  });

  it('are written again with a page that was rolled back', async () => {
    const projection = new FactsProjection(new RelationView(log.store));
    await handle(projection, page(0, 1));
    await forget();
    await handle(projection, page(0, 1));
    expect(await rows()).toEqual(expected());
  });

  it('are written again under a new lease: what was written under the old one may never have been', async () => {
    const projection = new FactsProjection(new RelationView(log.store));
    await handle(projection, page(0, 1));
    await forget();
    await handle(projection, page(1, 3), 2);
    expect(await rows()).toEqual(expected());
  });
});
