import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each facet read, on which days, by what was known when. A row is a belief; for one facet, day and moment of knowledge
 * there is at most one. `valid` and `known` are asked together: one index answers a state on any day as known at any moment.
 */
export class Facts1764012000001 implements MigrationInterface {
  readonly name = 'Facts1764012000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table query.fact');
  }
}

const TABLE = `
create table query.fact (
  version    int       not null,
  facet      text      not null,
  valid      daterange not null,
  known      tstzrange not null,
  status     text      not null,
  standing   text      not null,
  confidence real      not null,
  reading    json      not null,
  because    text[]    not null
);
create index fact_by_facet on query.fact (version, facet);
create index fact_at on query.fact using gist (valid, known)`;
