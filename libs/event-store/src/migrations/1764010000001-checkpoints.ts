import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each subscription and each version of a projection has come, who owns it, and what it had to set aside. */
export class Checkpoints1764010000001 implements MigrationInterface {
  readonly name = 'Checkpoints1764010000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHECKPOINT);
    await runner.query(DEAD_LETTER);
    await runner.query(OPERATION);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table es.operation, es.dead_letter, es.checkpoint');
    await runner.query('drop function es.live_version, es.forward_only');
  }
}

const CHECKPOINT = `
create table es.checkpoint (
  log_id       int    not null,
  subscription text   not null,
  version      int    not null check (version > 0),
  position     bigint not null default 0,
  status       text   not null check (status in ('building', 'live', 'retired')),
  emit_after   bigint not null default 0,  -- effects that leave the database only for positions past this one
  owner        text,
  epoch        bigint not null default 0,  -- raised by each lease: whoever holds an older one writes nothing
  lease_until  timestamptz,
  paused       jsonb,                      -- why it waits for an operator: {category, message, position, eventId}
  updated_at   timestamptz not null default clock_timestamp(),
  primary key (log_id, subscription, version)
) with (fillfactor = 50);
create unique index checkpoint_one_live on es.checkpoint (log_id, subscription) where status = 'live';

create function es.forward_only() returns trigger language plpgsql as $$
begin
  raise exception 'checkpoint % v% would move back from % to %', old.subscription, old.version, old.position, new.position
    using errcode = 'ES901';
end $$;
create trigger checkpoint_forward before update on es.checkpoint for each row
  when (new.position < old.position) execute function es.forward_only();

-- The version whose rows readers see: where version = es.live_version('us-cn', 'timeline').
create function es.live_version(p_log text, p_subscription text) returns int language sql stable as $$
  select c.version from es.checkpoint c join es.log l using (log_id)
   where l.name = p_log and c.subscription = p_subscription and c.status = 'live' $$`;

const DEAD_LETTER = `
create table es.dead_letter (
  id           bigint generated always as identity primary key,
  log_id       int    not null,
  subscription text   not null,
  version      int    not null,
  sequence_key text   not null,            -- later events of the key are parked behind its first
  position     bigint not null,
  event_id     uuid   not null,
  cause        text   not null check (cause in ('failed', 'blocked')),
  attempts     int    not null,
  error        text,
  status       text   not null default 'parked' check (status in ('parked', 'done', 'dropped')),
  parked_at    timestamptz not null default clock_timestamp(),
  settled_at   timestamptz,
  by_whom      text,
  note         text,
  unique (log_id, subscription, version, position)
);
create index dead_letter_parked on es.dead_letter (log_id, subscription, version, sequence_key, position) where status = 'parked'`;

const OPERATION = `
-- Who rebuilt, switched, resumed, retried, dropped what, and why.
create table es.operation (
  id           bigint generated always as identity primary key,
  log_id       int    not null,
  subscription text   not null,
  version      int    not null,
  kind         text   not null,
  by_whom      text   not null,
  detail       jsonb  not null,
  at           timestamptz not null default clock_timestamp()
)`;

const GRANTS = `
grant select, insert, update on es.checkpoint, es.dead_letter to es_writer;
grant delete on es.checkpoint to es_writer;
grant select, insert on es.operation to es_writer`;
