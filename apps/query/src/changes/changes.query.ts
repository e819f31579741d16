import { LOG_NAME } from '@app/contracts';
import { POOL } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { changesProjection } from './changes.projection';
import { type ChangesQuery } from './changes.dto';

interface ChangeRow {
  readonly position: string;
  readonly message_id: string;
  /** UTC with microseconds, as the log and Kafka have it. */
  readonly recorded_at: string;
  readonly change: Readonly<Record<string, unknown>>;
}

interface ChangeItem {
  readonly id: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly [field: string]: unknown;
}

const page = (order: 'asc' | 'desc'): string => `
select position, message_id, change,
       to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at from query.change
 where version = es.live_version($1, $2) and position ${order === 'asc' ? '>' : '<'} $3
   and ($4::text is null or facet = $4 or starts_with(facet, $4 || '/'))
 order by position ${order} limit $5`;

const BEYOND_ALL = Number.MAX_SAFE_INTEGER;

export interface ChangesPage {
  readonly items: readonly ChangeItem[];
  readonly next: string | null;
}

/** The change log by pages, forward or backward, without OFFSET. */
export class GetChanges extends Query<ChangesPage> {
  constructor(readonly asked: ChangesQuery) {
    super();
  }
}

@QueryHandler(GetChanges)
export class GetChangesHandler implements IQueryHandler<GetChanges> {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async execute({ asked: { after, limit, facet, order } }: GetChanges): Promise<ChangesPage> {
    const from = after ?? (order === 'asc' ? 0 : BEYOND_ALL);
    const values = [LOG_NAME, changesProjection.name, from, facet ?? null, limit + 1];
    const { rows } = await this.pool.query<ChangeRow>(page(order), values);
    const items = rows.slice(0, limit).map((row) => ({
      ...row.change,
      id: row.message_id,
      position: Number(row.position),
      recordedAt: row.recorded_at,
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? String(last.position) : null };
  }
}
