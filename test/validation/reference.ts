import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// What others say happened: third parties' data, which stay outside of this repository.

const percent = z.union([z.number(), z.array(z.number())]);
const listed = z.looseObject({ rate: percent });
const side = z.object({
  additionalAllGoods: z.number().nullable(),
  components: z.record(z.string(), z.number()),
  lists: z.record(z.string(), listed),
  sector: z.record(z.string(), listed),
  suspended: z.array(z.looseObject({ what: z.string(), until: z.string().nullable() })),
  announced: z.array(
    z.looseObject({ rate: percent.nullable(), scope: z.string(), effective: z.string().nullable() }),
  ),
});
/** What one side had in force, suspended and announced. Percent. */
export type Side = z.infer<typeof side>;

const step = z.object({
  date: z.string(),
  kind: z.enum(['tariff', 'truce', 'meeting', 'measure', 'ruling']),
  title: z.string(),
  effect: z.looseObject({ US: side.optional(), CN: side.optional() }),
});
export type Step = z.infer<typeof step>;

const checkpoint = z.looseObject({ date: z.string() });

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV with `#` lines above its head; quoted fields may hold commas. */
export const parseCsv = (text: string): readonly Row[] => {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const cells = (line: string): readonly string[] =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const head = cells(lines[0] ?? '');
  return lines.slice(1).map((line) => {
    const values = cells(line);
    return Object.fromEntries(head.map((name, i) => [name, values[i] ?? '']));
  });
};

export interface Reference {
  readonly checkpoints: readonly { readonly date: string }[];
  readonly steps: readonly Step[];
  /** The path of one of its files. */
  readonly file: (name: string) => string;
  /** The rows of `series/NAME.csv`. */
  readonly series: (name: string) => readonly Row[];
}

/** Throws, in a sentence for a person, where the folder is not there. */
export const openReference = (folder: string): Reference => {
  const file = (name: string): string => join(folder, name);
  if (!existsSync(file('timeline.json'))) {
    throw new Error(
      `No reference data in ${folder}: name the folder that holds timeline.json with --reference DIR.`,
    );
  }
  const json = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
  return {
    checkpoints: z.array(checkpoint).parse(json('checkpoints.json')),
    steps: z.array(step).parse(json('timeline.json')),
    file,
    series: (name) => parseCsv(readFileSync(file(`series/${name}.csv`), 'utf8')),
  };
};
