import { jsonSchemas } from '@app/contracts';
import { toMessage, type EventMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { asyncApi } from './asyncapi';
import { mergedOpenApi } from './openapi';

/** A file of docs/ that is written from code. */
export interface GeneratedDoc {
  /** From the top of the repository. */
  readonly file: string;
  readonly text: string;
}

export const ROOT = path.resolve(__dirname, '../..');
const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A message as a console consumer shows it: key, headers, value. */
const asShown = (event: EventMessage): string => {
  const { key, headers, value } = toMessage(event);
  const lines = Object.entries(headers).map(([name, text]) => `${name.padEnd(16)} ${text}`);
  const data = value === null ? '(no value)' : asText(event.data).trimEnd();
  return ['```text', `${'key'.padEnd(16)} ${key}`, ...lines, '', data, '```'].join('\n');
};

const field = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.string()).optional(),
  $ref: z.string().optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** `string or null`, `list of Evidence`, `appeared | changed | gone`. */
const kindOf = (node: unknown): string => {
  const { type, enum: words, $ref, format, anyOf, items } = field.parse(node);
  if ($ref !== undefined) return $ref.replace('#/$defs/', '');
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map(kindOf).join(' or ');
  if (items !== undefined) return `list of ${kindOf(items)}`;
  return format ?? [type].flat().join(' or ');
};

const withFields = z.looseObject({ properties: z.record(z.string(), z.unknown()) });

const asFields = (type: string): string =>
  Object.entries(withFields.parse(jsonSchemas()[type]).properties)
    .map(([name, node]) => `- \`${name}\` (${kindOf(node)}): ${field.parse(node).description ?? ''}`)
    .join('\n');

const SAMPLES: ReadonlyMap<string, EventMessage> = new Map(Object.entries(sampleMessages));

const written = (what: string, name: string): string => {
  if (what === 'fields') return asFields(name);
  const sample = SAMPLES.get(name);
  if (sample === undefined) throw new Error(`There is no sample message ${name}.`);
  return asShown(sample);
};

const BLOCK = /(?<head><!-- (?<what>sample|fields): (?<name>[\w.]+) -->\n\n)[^]*?(?<end><!-- end -->)/g;

/** Writes anew what stands between `<!-- sample: NAME -->` or `<!-- fields: TYPE -->` and `<!-- end -->`. */
export const filledIn = (markdown: string): string => {
  let text = markdown;
  for (const { 0: block, groups = {} } of markdown.matchAll(BLOCK)) {
    const { head = '', what = '', name = '', end = '' } = groups;
    text = text.replace(block, () => `${head}${written(what, name)}\n\n${end}`);
  }
  return text;
};

/** All files that `npm run docs` writes; `npm run docs:check` and CI compare them with what is committed. */
const generatedDocs = async (): Promise<readonly GeneratedDoc[]> => {
  const subscribing = 'docs/subscribing.md';
  return [
    { file: 'docs/openapi.json', text: asText(await mergedOpenApi()) },
    { file: 'docs/asyncapi.json', text: asText(asyncApi()) },
    ...Object.entries(jsonSchemas()).map(([type, schema]) => ({
      file: `docs/schemas/${type}.json`,
      text: asText(schema),
    })),
    { file: subscribing, text: filledIn(readFileSync(path.join(ROOT, subscribing), 'utf8')) },
  ];
};

/** The files that are missing or say something else than the code does. */
export const staleDocs = async (): Promise<readonly GeneratedDoc[]> =>
  (await generatedDocs()).filter(({ file, text }) => {
    try {
      return readFileSync(path.join(ROOT, file), 'utf8') !== text;
    } catch {
      return true; // it is not there yet
    }
  });
