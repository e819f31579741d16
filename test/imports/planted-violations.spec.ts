import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(__dirname, '../..');

/** By rule: a file that breaks it, and what it says. Others are there to be imported. */
const PLANTS: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'client-stands-alone': [
    'libs/client/src/knows-the-domain.ts',
    `import { rate } from '@app/domain';\nexport const r = rate;`,
  ],
  'no-circular': [
    'libs/platform/src/left.ts',
    `import { right } from './right';\nexport const left = (): unknown => right;`,
  ],
  'domain-imports-nothing': [
    'libs/domain/src/reads-a-file.ts',
    `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
  ],
  'contracts-import-nothing': [
    'libs/contracts/src/knows-the-domain.ts',
    `import { rate } from '@app/domain';\nexport const r = rate;`,
  ],
  'extraction-takes-little': [
    'libs/extraction/src/knows-the-domain.ts',
    `import { rate } from '@app/domain';\nexport const r = rate;`,
  ],
  'extraction-takes-types-only': [
    'libs/extraction/src/takes-a-value.ts',
    `import { topic } from '@app/contracts';\nexport const t = topic;`,
  ],
  'libs-never-import-apps': [
    'libs/platform/src/knows-an-app.ts',
    `import { handler } from '../../../apps/query/src/read/handler';\nexport const h = handler;`,
  ],
  'apps-never-import-apps': [
    'apps/tracker/src/record/knows-query.ts',
    `import { handler } from '../../../query/src/read/handler';\nexport const h = handler;`,
  ],
  'cli-only-through-modules': [
    'apps/cli/src/doctor/knows-query.ts',
    `import { handler } from '../../../query/src/read/handler';\nexport const h = handler;`,
  ],
  'infrastructure-knows-no-trade': [
    'libs/messaging/src/knows-trade.ts',
    `import { topic } from '@app/contracts';\nexport const t = topic;`,
  ],
  'kafkajs-only-in-messaging': [
    'apps/tracker/src/record/speaks-kafka.ts',
    `import { Kafka } from 'kafkajs';\nexport const k = Kafka;`,
  ],
  'testing-only-from-tests': [
    'apps/tracker/src/record/leans-on-tests.ts',
    `import { given } from '@app/testing';\nexport const g = given;`,
  ],
  'libs-through-their-index': [
    'apps/tracker/src/record/by-the-window.ts',
    `import { rate } from '../../../../libs/domain/src/rate';\nexport const r = rate;`,
  ],
  'slices-do-not-know-each-other': [
    'apps/query/src/timeline/knows-read.ts',
    `import { handler } from '../read/handler';\nexport const h = handler;`,
  ],
  'no-spec-imports': [
    'apps/query/src/read/takes-a-spec.ts',
    `import { helper } from './helper.spec';\nexport const h = helper;`,
  ],
  'no-orphans': ['apps/query/src/read/nobody-imports-me.ts', `export const alone = 1;`],
};

/** What is right: nothing of it may be reported. */
const FAIR: readonly (readonly [file: string, source: string])[] = [
  ['libs/platform/src/right.ts', `import { left } from './left';\nexport const right = (): unknown => left;`],
  ['libs/domain/src/rate.ts', `export const rate = 1;`],
  ['libs/domain/src/index.ts', `export { rate } from './rate';`],
  [
    'libs/contracts/src/topic.ts',
    `import { z } from 'zod';\nexport const topic = z.string();\nexport type Topic = string;`,
  ],
  ['libs/contracts/src/index.ts', `export { topic, type Topic } from './topic';`],
  [
    'libs/extraction/src/index.ts',
    `import { type Topic } from '@app/contracts';\nexport const t: Topic = '';`,
  ],
  ['libs/messaging/src/index.ts', `import { Kafka } from 'kafkajs';\nexport const k = Kafka;`],
  ['libs/testing/src/index.ts', `export const given = 1;`],
  ['apps/query/src/read/handler.ts', `import { rate } from '@app/domain';\nexport const handler = rate;`],
  [
    'apps/query/src/read/helper.spec.ts',
    `import { given } from '@app/testing';\nexport const helper = given;`,
  ],
  [
    'apps/query/src/query.module.ts',
    `import { handler } from './read/handler';\nexport const QueryModule = handler;`,
  ],
  ['apps/query/src/main.ts', `import { QueryModule } from './query.module';\nexport const m = QueryModule;`],
  [
    'apps/cli/src/rebuild/rebuild.ts',
    `import { QueryModule } from '../../../query/src/query.module';\nexport const q = QueryModule;`,
  ],
];

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const cruise = (folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
    const depcruise = path.join(ROOT, 'node_modules/.bin/depcruise');
    execFile(depcruise, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout) => {
      // It ends with the number of violations as its code: those are what we are here for.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(stdout));
    });
  });

describe('the import rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'detente-imports-'));
  let found: readonly { readonly from: string; readonly rule: { readonly name: string } }[] = [];

  beforeAll(async () => {
    for (const [file, source] of [...Object.values(PLANTS), ...FAIR]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${source}\n`);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(path.join(ROOT, file), path.join(folder, file));
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    found = report.parse(JSON.parse(await cruise(folder))).summary.violations;
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('have a planted violation each', () => {
    const file = path.join(ROOT, '.dependency-cruiser.cjs');
    const rules = [...readFileSync(file, 'utf8').matchAll(/^ {4}rule\(\n? *'([a-z-]+)'/gm)].map(
      ([, name]) => name,
    );
    expect(rules.sort()).toEqual(Object.keys(PLANTS).sort());
  });

  it.each(Object.entries(PLANTS))('%s fires', (name, [file]) => {
    expect(found.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(file);
  });

  it('report nothing that is right', () => {
    const fair = new Set(FAIR.map(([file]) => file));
    // The cycle has two ends; one of them is a plant.
    const wrongly = found.filter(({ from, rule }) => fair.has(from) && rule.name !== 'no-circular');
    expect(wrongly).toEqual([]);
  });
});
