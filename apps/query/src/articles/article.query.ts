import { LOG_NAME } from '@app/contracts';
import { POOL } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { articlesProjection } from './articles.projection';

/** Revisions in the order in which they take each other's place, each with its readings, oldest first. */
const ARTICLE = `
with live as (select es.live_version($1, $2) as version),
found as (
  select a.* from query.article a, live
   where a.version = live.version
     and a.article_id in (select $3::uuid
                          union
                          select b.article_id from query.article b, live
                           where b.version = live.version and b.external_id = $4))
select json_build_object(
  'id', f.article_id, 'externalId', (array_agg(f.external_id order by f.position desc))[1],
  'revisions', json_agg(json_build_object(
    'revision', f.revision, 'url', f.url, 'publisher', f.publisher,
    'publishedAt', to_char(f.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'title', f.title,
    'receivedAt', to_char(f.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'position', f.position,
    'readings', (
      select coalesce(json_agg(json_build_object(
               'engine', json_build_object('id', r.engine_id, 'version', r.engine_version),
               'relevant', r.relevant, 'direction', r.direction, 'observations', r.observations)
             order by r.position), '[]')
        from query.article_reading r
       where r.version = f.version and r.article_id = f.article_id and r.revision = f.revision)
  ) order by f.published_at, f.revision),
  'retractions', (
    select coalesce(json_agg(json_build_object('at', t.at, 'reason', t.reason, 'by', t.by_whom) order by t.at), '[]')
      from query.article_retraction t where t.version = f.version and t.article_id = f.article_id)
) as article
from found f group by f.version, f.article_id`;

/** PostgreSQL reads it in either case. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The articles with an id, or with the name that a sender gave: several publishers may give the same. */
export class GetArticles extends Query<readonly object[]> {
  constructor(readonly idOrName: string) {
    super();
  }
}

@QueryHandler(GetArticles)
export class GetArticlesHandler implements IQueryHandler<GetArticles> {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async execute({ idOrName }: GetArticles): Promise<readonly object[]> {
    const { rows } = await this.pool.query<{ article: object }>(ARTICLE, [
      LOG_NAME,
      articlesProjection.name,
      UUID.test(idOrName) ? idOrName : null,
      idOrName,
    ]);
    return rows.map(({ article }) => article);
  }
}
