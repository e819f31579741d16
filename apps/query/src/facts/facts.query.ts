import { LOG_NAME } from '@app/contracts';
import { POOL } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Pool } from 'pg';

/** Instants as the API writes them: UTC, milliseconds. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const FACTS = `
select lower(valid)::text as "validFrom", upper(valid)::text as "validTo",
       ${instant('lower(known)')} as "knownFrom", ${instant('upper(known)')} as "knownTo",
       status, standing, reading
  from query.fact
 where version = es.live_version($1, 'query-facts') and facet = $2
   and ($3::date is null or valid @> $3::date) and ($4::timestamptz is null or known @> $4::timestamptz)
 order by lower(known), lower(valid)`;

export interface Fact {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly knownFrom: string;
  readonly knownTo: string | null;
  readonly status: string;
  readonly standing: string;
  readonly reading: unknown;
}

export interface FactsAsked {
  readonly facet: string;
  /** A day. */
  readonly asOf?: string | undefined;
  /** An instant. */
  readonly knownAt?: string | undefined;
}

/** What was believed about a facet: on which days, by what was known when. */
@Injectable()
export class ReadFacts {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async of({ facet, asOf, knownAt }: FactsAsked): Promise<readonly Fact[]> {
    const { rows } = await this.pool.query<Fact>(FACTS, [LOG_NAME, facet, asOf ?? null, knownAt ?? null]);
    return rows;
  }
}
