import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: its head and its events; and `es.append`, the one way in. docs/adr/0001 says why it is built like this. */
export class EventLog1764010000000 implements MigrationInterface {
  readonly name = 'EventLog1764010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND_ONLY);
    await runner.query(APPEND);
    await runner.query(POSITION_AT);
    await runner.query(WRITER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema es cascade');
  }
}

const TABLES = `
create schema es;

-- The head of each log: the only place that a position is ever taken from. Its row lock is held until commit, so positions become
-- visible in order, and a rollback gives its numbers back. No foreign key points here: the check would share-lock the hot row.
create table es.log (
  log_id           int generated always as identity primary key,
  name             text not null unique,
  last_position    bigint not null default 0,
  last_recorded_at timestamptz not null default '-infinity'
) with (fillfactor = 10);

-- data and meta are json, not jsonb: an event comes back with the bytes that went in, and is neither parsed on the way in nor
-- printed on the way out.
create table es.event (
  log_id         int         not null,
  position       bigint      not null,
  stream_id      text        collate "C" not null,
  stream_version bigint      not null,
  event_id       uuid        not null,
  event_type     text        not null,
  schema_version int         not null check (schema_version > 0),
  recorded_at    timestamptz not null,
  data           json        not null,
  meta           json        not null,
  primary key (log_id, position),
  unique (log_id, stream_id, stream_version), -- a stream's version is its last event's: there is no second place to keep it
  unique (event_id, log_id)                   -- event_id first: see the look-up in es.append
)`;

const APPEND_ONLY = `
create function es.forbid() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % refused', lower(tg_op) using errcode = 'ES900';
end $$;
create trigger event_immutable before update or delete on es.event for each row execute function es.forbid();
-- Row triggers do not see TRUNCATE.
create trigger event_kept before truncate on es.event for each statement execute function es.forbid()`;

/*
 * One batch. p_stream: the distinct streams. The checks, one a stream and caller: p_of is the index of the stream, p_at how many
 * events of this batch come before the caller's in that stream, p_expected the version that it expects (-1: must exist; -2: any).
 * The events: index of the stream, ordinal in it, and their fields; data and meta as one JSON text a line, since JSON text holds
 * no raw line break.
 * Answers the first position (null: nothing written), each stream's version before the batch, and those of the ids that are stored.
 *
 * Everything happens under the one lock of the head row, held to commit: the statements after it see all that was ever appended, so
 * ids and versions are exact, no unique key is ever violated, and batches that share streams cannot deadlock.
 */
const APPEND = `
create function es.append(
  p_log int, p_stream text[], p_check_of int[], p_check_at int[], p_expected bigint[],
  p_event_of int[], p_nth int[], p_id uuid[], p_type text[], p_schema int[], p_data text, p_meta text
) returns table (first_position bigint, before bigint[],
                 stored_id uuid[], stored_stream text[], stored_position bigint[], stored_version bigint[])
language plpgsql
-- A plan made while the table was empty would scan it for ever after.
set enable_seqscan = off set plan_cache_mode = force_generic_plan set lock_timeout = '10s'
as $$
declare
  n int := cardinality(p_id); head bigint; at timestamptz;
begin
  select l.last_position, greatest(clock_timestamp(), l.last_recorded_at + interval '1 microsecond') into head, at
    from es.log l where l.log_id = p_log for no key update;
  if head is null then raise exception 'no log %', p_log using errcode = 'ES001'; end if;

  select array_agg((select e.stream_version from es.event e where e.log_id = p_log and e.stream_id = s.id
                     order by e.stream_version desc limit 1) order by s.i) into before
    from unnest(p_stream) with ordinality s (id, i);
  -- By event_id alone, then the log: with both at once a plan of the empty table walks the whole primary key.
  select array_agg(e.event_id), array_agg(e.stream_id), array_agg(e.position), array_agg(e.stream_version)
    into stored_id, stored_stream, stored_position, stored_version
    from (select x.* from es.event x where x.event_id = any (p_id) offset 0) e where e.log_id = p_log;
  perform from unnest(p_check_of, p_check_at, p_expected) c (of, at, expected)
    where not case c.expected when -2 then true when -1 then coalesce(before[c.of], 0) + c.at > 0
                              else coalesce(before[c.of], 0) + c.at = c.expected end;
  if found or stored_id is not null then return next; return; end if;

  update es.log l set last_position = head + n, last_recorded_at = at where l.log_id = p_log;
  insert into es.event (log_id, position, stream_id, stream_version, event_id, event_type, schema_version, recorded_at, data, meta)
  select p_log, head + e.i, p_stream[e.of], coalesce(before[e.of], 0) + e.nth, e.id, e.type, e.v, at, e.data, e.meta
    from unnest(p_event_of, p_nth, p_id, p_type, p_schema, string_to_array(p_data, E'\\n')::json[],
                string_to_array(p_meta, E'\\n')::json[]) with ordinality e (of, nth, id, type, v, data, meta, i);
  first_position := head + 1;
  return next;
end $$`;

// Recorded time rises with a gap-free position, so a binary search by the primary key answers it; an index would cost every append.
const POSITION_AT = `
create function es.position_at(p_log int, p_at timestamptz) returns bigint language plpgsql stable as $$
declare
  lo bigint := 0; hi bigint; mid bigint; at timestamptz;
begin
  select l.last_position into hi from es.log l where l.log_id = p_log;
  while lo < hi loop
    mid := (lo + hi + 1) / 2;
    select e.recorded_at into at from es.event e where e.log_id = p_log and e.position = mid;
    if at <= p_at then lo := mid; else hi := mid - 1; end if;
  end loop;
  return coalesce(lo, 0);
end $$`;

// Roles belong to the cluster, not to the database: another database of it may have made this one, or be making it now.
const WRITER = `
do $$ begin
  create role es_writer nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema es to es_writer;
grant select on all tables in schema es to es_writer;
grant insert on es.event, es.log to es_writer;
grant update on es.log to es_writer`;
