import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { state, summarize, type Relation } from '@app/domain';
import { z } from 'zod';
import { type Reference } from './reference';

const share = z.object({ right: z.number(), all: z.number() });
const score = z.object({
  fields: z.record(z.string(), share),
  total: share,
  errors: z.array(
    z.looseObject({ field: z.string(), date: z.string(), want: z.unknown(), got: z.unknown() }),
  ),
});
/** Agreement by field and in all, and each miss. */
export type SummaryScore = z.infer<typeof score>;

/**
 * The summary of the state at the end of each checkpoint's day, scored by the reference's own scorer. `knownThen`: by
 * what had been published by the end of that day, else by all articles.
 */
export const scoreSummaries = (
  relation: Relation,
  reference: Reference,
  knownThen: boolean,
): SummaryScore => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-summaries-'));
  try {
    for (const { date } of reference.checkpoints) {
      const read = state(relation, { asOf: date, ...(knownThen ? { knownAt: date } : {}) });
      writeFileSync(join(folder, `${date}.json`), JSON.stringify(summarize(read)));
    }
    const command = `cat '${folder}/{date}.json'`;
    const args = [reference.file('score-state.mjs'), '--checkpoints', reference.file('checkpoints.json')];
    const out = execFileSync('node', [...args, '--command', command, '--errors', '--json'], {
      encoding: 'utf8',
    });
    return score.parse(JSON.parse(out));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
