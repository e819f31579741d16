import type { Pool } from 'pg';

export interface Finding {
  /** What should hold. */
  readonly check: string;
  readonly isFine: boolean;
  readonly detail: string;
}

interface LogRow {
  readonly events: string;
  readonly last: string;
  readonly head: string;
  readonly broken_streams: string;
  readonly back_in_time: string;
}
interface CheckpointRow {
  readonly beyond: string;
  readonly unowned: string;
  readonly paused: string;
  readonly parked: string;
}

const LOG = `
  select (select count(*) from es.event where log_id = $1) as events,
         (select coalesce(max(position), 0) from es.event where log_id = $1) as last,
         (select last_position from es.log where log_id = $1) as head,
         (select count(*) from (select from es.event where log_id = $1 group by stream_id
                                having count(*) <> max(stream_version) or min(stream_version) <> 1) s) as broken_streams,
         (select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as back
                                  from es.event where log_id = $1) e where back) as back_in_time`;

const CHECKPOINTS = `
  select coalesce(string_agg(name || ' at ' || position, ', ') filter (where position > head), '') as beyond,
         coalesce(string_agg(name, ', ') filter (where status = 'live' and not owned and paused is null), '') as unowned,
         coalesce(string_agg(name || ': ' || (paused ->> 'message'), '; ') filter (where paused is not null), '') as paused,
         (select count(*) from es.dead_letter where log_id = $1 and status = 'parked') as parked
    from (select subscription || ' v' || version as name, position, status, paused,
                 coalesce(lease_until > clock_timestamp(), false) as owned,
                 (select last_position from es.log where log_id = $1) as head
            from es.checkpoint where log_id = $1) c`;

/** Reads the whole log and its checkpoints, changes nothing: what should hold, and whether it does. */
export const examine = async (pool: Pool, logId: number): Promise<readonly Finding[]> => {
  const log = (await pool.query<LogRow>(LOG, [logId])).rows[0];
  const checkpoints = (await pool.query<CheckpointRow>(CHECKPOINTS, [logId])).rows[0];
  if (!log || !checkpoints) return [{ check: 'the log exists', isFine: false, detail: `no log ${logId}` }];
  const none = (check: string, found: string): Finding => ({
    check,
    isFine: found === '' || found === '0',
    detail: found === '' ? 'none' : found,
  });
  return [
    {
      check: 'positions are gap-free: as many events as the last position, and the head says so',
      isFine: log.events === log.last && log.last === log.head,
      detail: `${log.events} events, last position ${log.last}, head ${log.head}`,
    },
    none('versions of every stream are contiguous from 1', log.broken_streams),
    none('recorded times never go back', log.back_in_time),
    none('no checkpoint lies beyond the head', checkpoints.beyond),
    none('somebody works on every live subscription', checkpoints.unowned),
    none('no subscription waits for an operator', checkpoints.paused),
    none('no event is parked', checkpoints.parked),
  ];
};
