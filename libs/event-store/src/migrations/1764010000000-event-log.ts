import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: head, streams, events; and `es.append`, the one way in. docs/adr/0001 says why it is built like this. */
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

create table es.stream (
  log_id      int    not null,
  stream_id   text   collate "C" not null,
  stream_type text   not null,
  version     bigint not null,
  primary key (log_id, stream_id)
) with (fillfactor = 80);

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
  unique (log_id, stream_id, stream_version),
  unique (event_id, log_id) -- event_id first: see the look-up in es.append
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
 * One batch. p_stream: the distinct streams; p_count: how many events each gets. The checks, one a stream and caller: p_of is the
 * index of the stream, p_at how many events of this batch come before the caller's in that stream, p_expected the version that it
 * expects (-1: must exist; -2: any). The events: index of the stream, ordinal in it, and their fields; data and meta as one JSON
 * text a line, since JSON text holds no raw line break.
 * Answers the first position, the recorded time and each stream's version before the batch; or only the ids that are known, nothing written.
 * The order of the statements is the point: streams sorted (no deadlocks between batches), the head last.
 */
const APPEND = `
create function es.append(
  p_log int, p_stream text[], p_stream_type text[], p_count int[],
  p_check_of int[], p_check_at int[], p_expected bigint[],
  p_event_of int[], p_nth int[], p_id uuid[], p_type text[], p_schema int[], p_data text, p_meta text
) returns table (first_position bigint, recorded_at timestamptz, before bigint[], known uuid[])
language plpgsql
-- A plan made while the table was empty would scan it for ever after.
set enable_seqscan = off set plan_cache_mode = force_generic_plan set lock_timeout = '10s'
as $$
declare
  n int := cardinality(p_id);
begin
  -- By event_id alone, then the log: with both at once a plan of the empty table walks the whole primary key.
  select array_agg(e.event_id) into known
    from (select x.event_id, x.log_id from es.event x where x.event_id = any (p_id) offset 0) e where e.log_id = p_log;
  if known is not null then return next; return; end if;

  with raised as (
    insert into es.stream as s (log_id, stream_id, stream_type, version)
    select p_log, x.id, x.type, x.n from unnest(p_stream, p_stream_type, p_count) x (id, type, n) order by x.id collate "C"
    on conflict (log_id, stream_id) do update set version = s.version + excluded.version
    returning s.stream_id, s.version
  )
  select array_agg(raised.version - x.n order by x.i) into before
    from unnest(p_stream, p_count) with ordinality x (id, n, i) join raised on raised.stream_id = x.id;

  perform from unnest(p_check_of, p_check_at, p_expected) c (of, at, expected)
    where not case c.expected when -2 then true when -1 then before[c.of] + c.at > 0 else before[c.of] + c.at = c.expected end;
  if found then
    raise exception 'wrong expected version' using errcode = 'ES001', detail = array_to_json(before)::text;
  end if;

  update es.log l set last_position = l.last_position + n,
         last_recorded_at = greatest(clock_timestamp(), l.last_recorded_at + interval '1 microsecond')
   where l.log_id = p_log returning l.last_position - n + 1, l.last_recorded_at into first_position, recorded_at;
  if first_position is null then raise exception 'no log %', p_log using errcode = 'ES003'; end if;

  insert into es.event (log_id, position, stream_id, stream_version, event_id, event_type, schema_version, recorded_at, data, meta)
  select p_log, first_position + e.i - 1, p_stream[e.of], before[e.of] + e.nth, e.id, e.type, e.v, append.recorded_at, e.data, e.meta
    from (select * from unnest(p_event_of, p_nth, p_id, p_type, p_schema, string_to_array(p_data, E'\\n')::json[],
            string_to_array(p_meta, E'\\n')::json[]) with ordinality) e (of, nth, id, type, v, data, meta, i);
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
grant insert on es.event, es.stream, es.log to es_writer;
grant update on es.stream, es.log to es_writer`;
