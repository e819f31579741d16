import { EVENT_VERSIONS, LOG_NAME } from '@app/contracts';
import { EventLog, EventTypes } from '@app/event-store';
import { createPool, loadEnv, platformEnv } from '@app/platform';
import { CommandFailure, EXIT } from '../output/exit-code';
import { tell } from '../output/print';

/** Replays and comparisons read a lot in one go. */
const STATEMENT_TIMEOUT_MS = 600_000;

/** Runs work with the event log of DATABASE_URL, and closes it. */
export const withLog = async <R>(work: (log: EventLog) => Promise<R>): Promise<R> => {
  const { DATABASE_URL } = loadEnv(platformEnv);
  if (DATABASE_URL === undefined) {
    throw new CommandFailure('DATABASE_URL says which database; it is not set', EXIT.usage);
  }
  const pool = createPool({
    databaseUrl: DATABASE_URL,
    name: 'cli',
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onError: (error) => {
      tell(error.message);
    },
  });
  const log = new EventLog({ pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
  try {
    return await work(log);
  } finally {
    await log.close();
    await pool.end();
  }
};
