import { type Pool } from 'pg';
import { z } from 'zod';
import { type Accepted } from './load';

/** One promise that was not kept, in words. */
export type Violation = string;

const count = z.object({ n: z.coerce.number() });

const rows = async <T>(pool: Pool, schema: z.ZodType<T>, sql: string, values: unknown[] = []): Promise<T[]> =>
  z.array(schema).parse((await pool.query<Record<string, unknown>>(sql, values)).rows);

/** Positions gap-free from 1 to the head; versions contiguous from 1 in every stream. */
export const logViolations = async (pool: Pool): Promise<Violation[]> => {
  const gaps = await rows(
    pool,
    z.object({ name: z.string(), n: z.coerce.number(), last: z.coerce.number(), head: z.coerce.number() }),
    `select l.name, count(e.position) n, coalesce(max(e.position), 0) last, l.last_position head
       from es.log l left join es.event e using (log_id) group by l.log_id, l.name, l.last_position
     having count(e.position) <> l.last_position or coalesce(max(e.position), 0) <> l.last_position`,
  );
  const streams = await rows(
    pool,
    z.object({ stream_id: z.string(), n: z.coerce.number(), last: z.coerce.number() }),
    `select stream_id, count(*) n, max(stream_version) last from es.event group by log_id, stream_id
     having count(*) <> max(stream_version) or min(stream_version) <> 1`,
  );
  const backwards = await rows(
    pool,
    count,
    `select count(*) n from (select recorded_at < lag(recorded_at) over (partition by log_id order by position) back from es.event) x where back`,
  );
  return [
    ...gaps.map(
      (g) => `log ${g.name}: ${String(g.n)} events, last position ${String(g.last)}, head ${String(g.head)}`,
    ),
    ...streams.map((s) => `stream ${s.stream_id}: ${String(s.n)} events, last version ${String(s.last)}`),
    ...backwards
      .filter(({ n }) => n > 0)
      .map(({ n }) => `recorded time runs backwards at ${String(n)} positions`),
  ];
};

/** Every accepted article is in the log, and each revision of an article exactly once, as received and as read. */
export const articleViolations = async (pool: Pool, accepted: readonly Accepted[]): Promise<Violation[]> => {
  const ids = [...new Set(accepted.map(({ articleId }) => articleId))];
  const missing = await rows(
    pool,
    z.object({ id: z.string(), type: z.string() }),
    `select id, type from unnest($1::text[]) id cross join unnest($2::text[]) type
      where not exists (select from es.event e where e.event_type = type
        and coalesce(e.data ->> 'articleId', e.data ->> 'id') = id)`,
    [ids, ['ArticleRecorded', 'ArticleObserved']],
  );
  const twice = await rows(
    pool,
    z.object({ type: z.string(), id: z.string(), n: z.coerce.number() }),
    `select event_type as type, coalesce(data ->> 'articleId', data ->> 'id') id, count(*) n from es.event
      where event_type in ('ArticleRecorded', 'ArticleObserved')
      group by 1, 2, data ->> 'revision', data ->> 'engine' having count(*) > 1`,
  );
  return [
    ...missing.map(({ id, type }) => `lost: article ${id} was accepted, but the log has no ${type} of it`),
    ...twice.map(
      ({ type, id, n }) => `doubled: ${type} of article ${id} stands ${String(n)} times in the log`,
    ),
  ];
};
