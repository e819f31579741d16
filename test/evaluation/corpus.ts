import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const TYPES = ['tariff', 'truce', 'meeting', 'measure', 'dispute', 'stance'] as const;
export type ObservationType = (typeof TYPES)[number];

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Value = z.infer<typeof value>;
/** One observation as a labeller or an engine writes it down: its type, and fields by name. */
export type Line = { readonly type: string } & Readonly<Record<string, Value | undefined>>;

const goldLine = z
  .object({ type: z.enum(TYPES), required: z.boolean(), evidence: z.string() })
  .catchall(value);
export type GoldLine = z.infer<typeof goldLine>;

/** No value: left out, or null. */
export const isNone = (of: Value | undefined): of is null | undefined => of === undefined || of === null;

const goldArticle = z.object({
  id: z.string(),
  url: z.string().nullish(),
  publisher: z.string(),
  publishedAt: z.string(),
  title: z.string(),
  text: z.string(),
  gold: z.object({
    relevant: z.boolean(),
    direction: z.enum(['escalation', 'de-escalation', 'mixed', 'neutral']),
    observations: z.array(goldLine),
  }),
});
export type GoldArticle = z.infer<typeof goldArticle>;

const parse = (path: string): GoldArticle => {
  const read = goldArticle.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path} is not a labelled article`, { cause: read.error });
  return read.data;
};

/** The labelled articles of a folder, by file name. Throws where a file is not one. */
export const readCorpus = (folder: string): readonly GoldArticle[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parse(join(folder, name)));
