import type { Pool, PoolClient } from 'pg';

/** A connection inside a transaction that its giver begins and ends. */
export type Transaction = Pick<PoolClient, 'query'>;

/** Commits without waiting for the disk: for what a crash may undo as a whole, because it is done again. */
export const BEGIN_LAZY = 'begin; set local synchronous_commit = off';

/** Runs `work` in a transaction: committed when it resolves, rolled back when it rejects, with its own error. */
export const inTransaction = async <T>(
  pool: Pool,
  work: (tx: Transaction) => Promise<T>,
  begin = 'begin',
): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The server may end the session between two statements; unheard, that would end the process. The next statement rejects.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: unknown) => {
      // The connection is gone and the transaction with it; the pool must not hand it out again.
      broken = failed instanceof Error ? failed : new Error(String(failed));
    });
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
};
