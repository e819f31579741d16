import { jsonSchemas } from '@app/contracts';
import { toMessage, type EventMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { readFileSync } from 'node:fs';
import path from 'node:path';
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

/** Replaces what stands between `<!-- sample: NAME -->` and `<!-- end -->` by that sample. */
export const withSamples = (markdown: string): string =>
  markdown.replace(
    /(<!-- sample: (\w+) -->\n\n)[^]*?(\n\n<!-- end -->)/g,
    (_, before: string, name: string, after: string) => {
      const sample = Object.entries(sampleMessages).find(([known]) => known === name)?.[1];
      if (sample === undefined) throw new Error(`There is no sample message ${name}.`);
      return `${before}${asShown(sample)}${after}`;
    },
  );

/** All files that `npm run docs` writes; `npm run docs:check` and CI compare them with what is committed. */
export const generatedDocs = async (): Promise<readonly GeneratedDoc[]> => {
  const subscribing = 'docs/subscribing.md';
  return [
    { file: 'docs/openapi.json', text: asText(await mergedOpenApi()) },
    { file: 'docs/asyncapi.json', text: asText(asyncApi()) },
    ...Object.entries(jsonSchemas()).map(([type, schema]) => ({
      file: `docs/schemas/${type}.json`,
      text: asText(schema),
    })),
    { file: subscribing, text: withSamples(readFileSync(path.join(ROOT, subscribing), 'utf8')) },
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
