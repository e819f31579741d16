import Table from 'cli-table3';

/** A table as wide as its content. */
export const plainTable = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
};
