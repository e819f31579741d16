import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import type { Bench, Report, Table } from './bench';

const names = (): readonly string[] =>
  readdirSync(__dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));

const markdown = ({ title, columns, rows }: Table): string => {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join(
    '\n',
  );
};

const print = (name: string, { tables, targets, notes }: Report): void => {
  console.log(`## ${name}\n`);
  for (const table of tables) console.log(markdown(table));
  for (const { claim, value, wanted, isMet } of targets)
    console.log(`${isMet ? 'met   ' : 'MISSED'} ${claim}: ${value.toFixed(2)} (wanted ${wanted})`);
  for (const note of notes) console.log(`note: ${note}`);
};

const isBench = (value: unknown): value is Bench => typeof value === 'function';

const load = async (name: string): Promise<Bench> => {
  const file: unknown = await import(`./${name}.bench`);
  const bench: unknown = Reflect.get(Object(file), 'bench');
  if (!isBench(bench)) throw new Error(`${name}.bench.ts exports no function bench`);
  return bench;
};

/** Runs the named benchmarks one after the other. Exit code 1 when a target is missed, 2 when a name is unknown. @public start.mjs calls it */
export const main = async (args: readonly string[]): Promise<number> => {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !existsSync(join(__dirname, `${name}.bench.ts`)));
  if (wanted.length === 0 || unknown.length > 0) {
    console.error(`usage: npm run bench -- NAME… [--json]; the names: ${names().join(', ')}`);
    return 2;
  }
  const host = { cpus: os.cpus().length, model: os.cpus()[0]?.model ?? '', node: process.version };
  const reports: Record<string, Report> = {};
  for (const name of wanted) {
    const bench = await load(name);
    reports[name] = await bench(process.env['BENCH_DATABASE_URL'] ?? '', args);
    if (!args.includes('--json')) print(name, reports[name]);
  }
  if (args.includes('--json')) console.log(JSON.stringify({ host, reports }, null, 2));
  return Object.values(reports).every(({ targets }) => targets.every(({ isMet }) => isMet)) ? 0 : 1;
};
