import { useDatabase } from '@app/testing';
import { inTransaction } from './transaction';

describe('inTransaction', () => {
  const database = useDatabase();

  it('rejects, and does no more harm, when the database ends the session between two statements', async () => {
    const work = inTransaction(database.pool, async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      // The session's end is told to the idle connection here, in the middle of the transaction.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.query('select 1');
    });

    await expect(work).rejects.toThrow();
    await expect(inTransaction(database.pool, (tx) => tx.query('select 1'))).resolves.toBeDefined();
  });
});
