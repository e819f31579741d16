import { z } from 'zod';
import { plainTable } from '../output/plain-table';
import { print, printJson } from '../output/print';
import { loadPolicy, readPolicyFile } from '../relation/policy-file';
import { addresses } from '../system/addresses';
import { post } from '../system/http';

export interface AdoptOptions {
  readonly reason: string;
  readonly by: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** The relation is folded anew under it, some 0.5 ms an article, before the answer comes. */
const TIMEOUT_MS = 300_000;

const answer = z.object({
  version: z.string(),
  outcome: z.string(),
  changes: z.array(
    z.object({
      facet: z.string(),
      fromStatus: z.string().nullable(),
      toStatus: z.string().nullable(),
      standing: z.string(),
      effective: z.string(),
      until: z.string().nullable(),
    }),
  ),
});

/** Has the tracker read everything under a file's policy from now on; for a dry run, it says what that would change. */
export const adoptCommand = async (file: string, options: AdoptOptions): Promise<void> => {
  await loadPolicy(file);
  const policy: unknown = JSON.parse(await readPolicyFile(file));
  const { reason, by, dryRun = false } = options;
  const url = new URL('/v1/relations/us-cn/policy', addresses().TRACKER_URL);
  const told = await post(url, { policy, reason, by, dryRun }, TIMEOUT_MS);
  if (options.json === true) {
    printJson(told);
    return;
  }
  const { version, outcome, changes } = answer.parse(told);
  print(`${version}: ${outcome}; ${changes.length} facets read otherwise.`);
  if (changes.length === 0) return;
  const rows = changes.map(({ facet, fromStatus, toStatus, standing, effective, until }) => [
    facet,
    fromStatus ?? '',
    toStatus === null ? '' : `${toStatus} (${standing})`,
    until === null ? effective : `${effective} to ${until}`,
  ]);
  print(plainTable(['facet', 'read', 'reads', 'from'], rows));
};
