import type { Pool, PoolClient } from 'pg';

/** A connection inside a transaction that its giver begins and ends. */
export type Transaction = Pick<PoolClient, 'query'>;

/** Runs `work` in a transaction: committed when it resolves, rolled back when it rejects, with its own error. */
export const inTransaction = async <T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
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
    client.release(broken);
  }
};
