import { article, articleObserved, articleRetracted, LOG_EVENTS } from '@app/contracts';
import { type HandlerContext, type Projection, type RecordedEvent } from '@app/event-store';

const ARTICLES = `
insert into query.article (version, article_id, revision, external_id, url, publisher, published_at, title, received_at, position)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::timestamptz[], $10::bigint[])
on conflict do nothing`;

const READINGS = `
insert into query.article_reading (version, article_id, revision, engine_id, engine_version, relevant, direction, observations, position)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::json[], $9::bigint[])
on conflict do nothing`;

const RETRACTIONS = `
insert into query.article_retraction (version, article_id, at, reason, by_whom)
select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[])
on conflict do nothing`;

const ofType = (events: readonly RecordedEvent[], type: string): readonly RecordedEvent[] =>
  events.filter((event) => event.type === type);

const addArticles = async (
  events: readonly RecordedEvent[],
  { tx, version }: HandlerContext,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ data }) => article.parse(data));
  await tx.query(ARTICLES, [
    version,
    rows.map((row) => row.id),
    rows.map((row) => row.revision),
    rows.map((row) => row.externalId),
    rows.map((row) => row.url),
    rows.map((row) => row.publisher),
    rows.map((row) => row.publishedAt),
    rows.map((row) => row.title),
    rows.map((row) => row.receivedAt),
    events.map(({ position }) => position),
  ]);
};

const addReadings = async (
  events: readonly RecordedEvent[],
  { tx, version }: HandlerContext,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ data }) => articleObserved.parse(data));
  await tx.query(READINGS, [
    version,
    rows.map((row) => row.articleId),
    rows.map((row) => row.revision),
    rows.map((row) => row.engine.id),
    rows.map((row) => row.engine.version),
    rows.map((row) => row.relevant),
    rows.map((row) => row.direction),
    rows.map((row) => JSON.stringify(row.observations)),
    events.map(({ position }) => position),
  ]);
};

const addRetractions = async (
  events: readonly RecordedEvent[],
  { tx, version }: HandlerContext,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ data }) => articleRetracted.parse(data));
  await tx.query(RETRACTIONS, [
    version,
    rows.map((row) => row.articleId),
    rows.map((row) => row.at),
    rows.map((row) => row.reason),
    rows.map((row) => row.by),
  ]);
};

/** Articles, what was read in each revision, and which were taken back. */
export const articlesProjection: Projection = {
  name: 'query-articles',
  handles: [LOG_EVENTS.articleRecorded, LOG_EVENTS.articleObserved, LOG_EVENTS.articleRetracted],
  tables: ['query.article', 'query.article_reading', 'query.article_retraction'],
  async handle(events: readonly RecordedEvent[], context: HandlerContext): Promise<void> {
    await addArticles(ofType(events, LOG_EVENTS.articleRecorded), context);
    await addReadings(ofType(events, LOG_EVENTS.articleObserved), context);
    await addRetractions(ofType(events, LOG_EVENTS.articleRetracted), context);
  },
};
