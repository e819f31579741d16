import { jsonSchemas } from '@app/contracts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, staleDocs } from './generated-docs';

// npm run docs               write the generated files of docs/ anew
// npm run docs:check         only say which of them are not what the code says; exit 1 if there are any
// npm run docs -- --release  and make today's schemas those that later ones are held against

const write = (file: string, text: string): void => {
  const target = path.join(ROOT, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
};

const main = async (): Promise<void> => {
  const stale = await staleDocs();
  if (process.argv.includes('--check')) {
    for (const { file } of stale)
      console.error(`${file} is not what the code says: run \`npm run docs\` and commit it.`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const { file, text } of stale) write(file, text);
  if (!process.argv.includes('--release')) return;
  for (const [type, schema] of Object.entries(jsonSchemas()))
    write(`docs/schemas/released/v1/${type}.json`, `${JSON.stringify(schema, null, 2)}\n`);
};

void main();
