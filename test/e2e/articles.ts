import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(__dirname, '../..');
const HISTORY = path.join(ROOT, 'deploy/sample/history');

const submitted = z.looseObject({
  id: z.string(),
  publisher: z.string(),
  title: z.string(),
  text: z.string(),
});
export type Submitted = z.infer<typeof submitted>;

const read = (file: string): Submitted => submitted.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The report of the leaders' call of 5 June 2025, with its labels. */
export const leadersCall = (): Submitted =>
  read(path.join(ROOT, 'test/evaluation/dev/2025-06-06-leaders-call.json'));

/** The first reports of the sample history, in order of publication. */
export const sampleHistory = (count = Infinity): Submitted[] =>
  readdirSync(HISTORY)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .slice(0, count)
    .map((name) => read(path.join(HISTORY, name)));
