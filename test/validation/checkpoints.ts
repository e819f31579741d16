import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { state, summarize } from '@app/domain';
import { labelledRelation } from './labelled';

// Scores the state at the reference's checkpoints, from the labelled corpus: once with all that is known today, once by
// what had been published on the day.   node -r @swc-node/register test/validation/checkpoints.ts REFERENCE-FOLDER

const reference = process.argv[2] ?? process.env['DETENTE_REFERENCE'];
if (reference === undefined) throw new Error('usage: checkpoints.ts REFERENCE-FOLDER (or DETENTE_REFERENCE)');

const checkpoints = join(reference, 'checkpoints.json');
const dates = (JSON.parse(readFileSync(checkpoints, 'utf8')) as { readonly date: string }[]).map(
  ({ date }) => date,
);
const relation = labelledRelation();

for (const [title, knownThen] of [
  ['as known today', false],
  ['as known on the day', true],
] as const) {
  const folder = mkdtempSync(join(tmpdir(), 'detente-checkpoints-'));
  for (const date of dates) {
    const read = state(relation, { asOf: date, ...(knownThen ? { knownAt: date } : {}) });
    writeFileSync(join(folder, `${date}.json`), JSON.stringify(summarize(read)));
  }
  const score = join(reference, 'score-state.mjs');
  const command = `cat ${folder}/{date}.json`;
  const args = [score, '--checkpoints', checkpoints, '--command', command, '--errors'];
  console.log(`\n${title}\n${execFileSync('node', args, { encoding: 'utf8' })}`);
  rmSync(folder, { recursive: true });
}
