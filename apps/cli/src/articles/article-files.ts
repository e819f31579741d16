import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CommandFailure, EXIT } from '../output/exit-code';

/** One JSON value of the input and where it stood, as `history/a.json` or `all.ndjson:12`. */
export interface RawArticle {
  readonly where: string;
  /** What was parsed, or the reason why it could not be. */
  readonly json: { readonly value: unknown } | { readonly fault: string };
}

const EXTENSIONS = new Set(['.json', '.ndjson', '.jsonl']);

/** As some editors put it in front of a file; no part of the JSON. */
const BYTE_ORDER_MARK = '\uFEFF';

const parsed = (source: string): RawArticle['json'] => {
  try {
    const value: unknown = JSON.parse(source);
    return { value };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

const byLine = (source: string, where: string): RawArticle[] =>
  source
    .split('\n')
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => ({ where: `${where}:${at}`, json: parsed(line) }));

/** A file holds one JSON object, an array of them, or a line each. */
const split = (marked: string, where: string): RawArticle[] => {
  const source = marked.startsWith(BYTE_ORDER_MARK) ? marked.slice(1) : marked;
  const whole = parsed(source);
  if ('fault' in whole) {
    const lines = byLine(source, where);
    const isNdjson = lines.some((line) => 'value' in line.json);
    return isNdjson ? lines : [{ where, json: whole }];
  }
  if (!Array.isArray(whole.value)) return [{ where, json: whole }];
  return whole.value.map((value: unknown, at) => ({ where: `${where}[${at}]`, json: { value } }));
};

const filesUnder = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch((error: unknown) => {
    throw new CommandFailure(`${path}: no such file or folder`, EXIT.usage, { cause: error });
  });
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path, { recursive: true })).sort();
  const files = names.filter((name) => EXTENSIONS.has(extname(name)));
  if (files.length === 0)
    throw new CommandFailure(`${path}: no ${[...EXTENSIONS].join(', ')} in this folder`, EXIT.usage);
  return files.map((name) => join(path, name));
};

/** Reads articles from files, folders (all `.json`, `.ndjson`, `.jsonl` below) and, for `-`, standard input. */
export const readRaw = async (paths: readonly string[]): Promise<RawArticle[]> => {
  const raw: RawArticle[] = [];
  for (const path of paths) {
    if (path === '-') {
      raw.push(...split(await text(process.stdin), 'standard input'));
      continue;
    }
    for (const file of await filesUnder(path)) raw.push(...split(await readFile(file, 'utf8'), file));
  }
  return raw;
};
