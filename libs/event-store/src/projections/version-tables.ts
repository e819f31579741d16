import { EventStoreError } from '../errors';
import type { Transaction } from '../transaction';

export interface TableDifference {
  readonly table: string;
  readonly liveRows: number;
  readonly builtRows: number;
  /** Rows, without their version, that only one of the two has. */
  readonly onlyLive: number;
  readonly onlyBuilt: number;
  /** A few of them, to look at. */
  readonly examples: readonly { readonly side: 'live' | 'built'; readonly row: unknown }[];
}

const NAME = /^[a-z_][a-z0-9_]*([.][a-z_][a-z0-9_]*)?$/;
const checked = (table: string): string => {
  if (!NAME.test(table)) throw new EventStoreError('bad-table', `not a plain table name: ${table}`);
  return table;
};

/** Compares the rows of two versions in a table. */
export const compareTable = async (
  tx: Transaction,
  table: string,
  versions: { readonly live: number; readonly built: number },
): Promise<TableDifference> => {
  const { rows } = await tx.query<Omit<TableDifference, 'table'>>(
    `with live as (select to_jsonb(t) - 'version' as row from ${checked(table)} t where version = $1),
          built as (select to_jsonb(t) - 'version' as row from ${checked(table)} t where version = $2),
          only_live as (select row from live except all select row from built),
          only_built as (select row from built except all select row from live),
          example as ((select 'live' as side, row from only_live limit 5) union all
                      (select 'built', row from only_built limit 5))
     select (select count(*)::int from live) as "liveRows", (select count(*)::int from built) as "builtRows",
            (select count(*)::int from only_live) as "onlyLive", (select count(*)::int from only_built) as "onlyBuilt",
            coalesce((select jsonb_agg(to_jsonb(example)) from example), '[]') as examples`,
    [versions.live, versions.built],
  );
  if (!rows[0]) throw new EventStoreError('no-answer', `comparison of ${table} gave no row`);
  return { table, ...rows[0] };
};

/** Deletes a version's rows; answers how many there were. */
export const deleteVersion = async (tx: Transaction, table: string, version: number): Promise<number> => {
  const { rowCount } = await tx.query(`delete from ${checked(table)} where version = $1`, [version]);
  return rowCount ?? 0;
};
