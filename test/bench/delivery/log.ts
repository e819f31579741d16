import type { Client } from 'pg';

/** How far the log and those who follow it are. */
export interface LogNow {
  /** Articles recorded. */
  readonly recorded: number;
  /** Last position of the log. */
  readonly head: number;
  /** Where the slowest subscription or projection stands. */
  readonly slowest: number;
}

export const lookAtLog = async (client: Client): Promise<LogNow> => {
  const { rows } = await client.query<LogNow>(
    `select (select count(*)::int from es.event where event_type = 'ArticleRecorded') as recorded,
            (select max(last_position)::int from es.log) as head,
            (select min(position)::int from es.checkpoint where status = 'live') as slowest`,
  );
  return rows[0] ?? { recorded: 0, head: 0, slowest: 0 };
};

/** Whether all articles are recorded, and nobody has anything left to read. */
export const isDrained = ({ recorded, head, slowest }: LogNow, articles: number): boolean =>
  recorded >= articles && slowest >= head;
