import { LOG_NAME } from '@app/contracts';
import { readingOn, type Reading } from '@app/domain';
import { POOL } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { type FactsQuery } from './facts.dto';

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
   and ($5::timestamptz is null or (lower(known), lower(valid)) > ($5::timestamptz, $6::date))
 order by lower(known), lower(valid) limit $7`;

export interface Fact {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly knownFrom: string;
  readonly knownTo: string | null;
  readonly status: string;
  readonly standing: string;
  readonly reading: Reading;
}

export interface FactsPage {
  readonly facts: readonly Fact[];
  /** Where the next page begins; null: that was all. */
  readonly next: string | null;
}

/** Asked about one day, a row tells that day's reading: the tension fades from the first day of its row on. */
const onDay = (fact: Fact, asOf: string): Fact => {
  const reading = readingOn(fact.reading, fact.validFrom, asOf);
  return { ...fact, status: reading.status, reading };
};

/** What was believed about a facet: on which days, by what was known when. By pages, in the order in which it was believed. */
export class GetFacts extends Query<FactsPage> {
  constructor(readonly asked: FactsQuery) {
    super();
  }
}

@QueryHandler(GetFacts)
export class GetFactsHandler implements IQueryHandler<GetFacts> {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async execute({ asked: { facet, asOf, knownAt, after, limit } }: GetFacts): Promise<FactsPage> {
    const [known, valid] = after ?? [null, null];
    const values = [LOG_NAME, facet, asOf ?? null, knownAt ?? null, known, valid, limit + 1];
    const { rows } = await this.pool.query<Fact>(FACTS, values);
    const facts = rows.slice(0, limit).map((fact) => (asOf === undefined ? fact : onDay(fact, asOf)));
    const last = facts.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { facts, next: isMore ? `${last.knownFrom}_${last.validFrom}` : null };
  }
}
