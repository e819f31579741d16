import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes as they were recorded; articles and what was read in them. Rows of a version stand beside those of the next. */
export class ReadModels1764012000000 implements MigrationInterface {
  readonly name = 'ReadModels1764012000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema query cascade');
  }
}

const TABLES = `
create schema query;

create table query.change (
  version     int    not null,
  position    bigint not null,
  message_id  text   not null,
  facet       text   not null,
  effective   date   not null,
  recorded_at timestamptz not null,
  change      json   not null,
  primary key (version, position)
);
create index change_of_facet on query.change (version, facet, position);

create table query.article (
  version      int    not null,
  article_id   uuid   not null,
  revision     text   not null,
  external_id  text,
  url          text,
  publisher    text   not null,
  published_at timestamptz not null,
  title        text   not null,
  received_at  timestamptz not null,
  position     bigint not null,
  primary key (version, article_id, revision)
);
create index article_by_name on query.article (version, external_id) where external_id is not null;

create table query.article_reading (
  version        int    not null,
  article_id     uuid   not null,
  revision       text   not null,
  engine_id      text   not null,
  engine_version text   not null,
  relevant       boolean not null,
  direction      text   not null,
  observations   json   not null,
  position       bigint not null,
  primary key (version, article_id, revision, engine_id, engine_version)
);

create table query.article_retraction (
  version    int  not null,
  article_id uuid not null,
  at         timestamptz not null,
  reason     text not null,
  by_whom    text not null,
  primary key (version, article_id, at)
)`;
