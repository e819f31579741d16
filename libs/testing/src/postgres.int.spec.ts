import { testServerUrl, useDatabase } from './postgres';

describe('useDatabase', () => {
  const database = useDatabase();
  const other = useDatabase();

  it('gives an empty PostgreSQL database that a second caller does not share', async () => {
    await database.pool.query('create table mine (id int)');

    const { rows } = await other.pool.query("select to_regclass('mine') as found");

    expect(rows).toEqual([{ found: null }]);
    expect(new URL(database.url).pathname).not.toBe(new URL(testServerUrl()).pathname);
  });
});
