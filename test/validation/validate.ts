import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { fillIn } from './markdown';
import { openReference } from './reference';
import { blocks } from './report';
import { validate } from './results';

const HELP = `npm run validate -- [--reference DIR] [--json | --write]

Holds the state against what others have written down: checkpoints and a timeline of the dispute, average tariffs,
indices of tension. The reference data are third parties' and not part of this repository.

  --reference DIR   the folder that holds them (default: ../shared/reference beside this repository)
  --json            everything as JSON
  --write           put the figures into docs/validation.md
`;

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/validation.md');

const rewrite = async (figures: Readonly<Record<string, string>>): Promise<void> => {
  const options = { ...(await resolveConfig(PAGE)), parser: 'markdown' };
  writeFileSync(PAGE, await format(fillIn(readFileSync(PAGE, 'utf8'), figures), options));
};

const run = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reference: { type: 'string', default: join(ROOT, '../shared/reference') },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const results = await validate(openReference(values.reference));
  if (values.json) {
    console.log(JSON.stringify(results, null, 2));
    return;
  }
  const figures = blocks(results, new Date().toISOString().slice(0, 10));
  if (values.write) await rewrite(figures);
  else
    console.log(
      Object.entries(figures)
        .map(([name, block]) => `## ${name}\n\n${block}`)
        .join('\n\n'),
    );
};

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
