import { useMigratedDatabase } from '../conformance/migrated-database.conformance';

const database = useMigratedDatabase();

const lines = async (sql: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ line: string }>(sql);
  return rows.map((row) => row.line);
};

/** A change of what is stored shows in review as a change of these lines, whatever the migration says. */
describe('the migrations leave behind', () => {
  it('these columns', async () => {
    expect(
      await lines(`
        select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                      case when a.attnotnull then ' not null' else '' end,
                      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relnamespace = 'es'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`),
    ).toMatchSnapshot();
  });

  it('these indexes, checks, triggers and functions', async () => {
    expect(
      await lines(`
        select line from (
          select 1 as kind, pg_get_indexdef(i.indexrelid) as line from pg_index i
            join pg_class c on c.oid = i.indrelid where c.relnamespace = 'es'::regnamespace
          union all select 2, conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'es'::regnamespace and contype = 'c'
          union all select 3, pg_get_triggerdef(t.oid) from pg_trigger t
            join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'es'::regnamespace
          union all select 4, oid::regprocedure::text || coalesce(' ' || array_to_string(proconfig, ', '), '') from pg_proc
            where pronamespace = 'es'::regnamespace) found order by kind, line`),
    ).toMatchSnapshot();
  });

  it('these rights for the role that services may write as', async () => {
    expect(
      await lines(`
        select table_name || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line
          from information_schema.role_table_grants
         where table_schema = 'es' and grantee = 'es_writer' group by table_name order by table_name`),
    ).toMatchSnapshot();
  });
});
