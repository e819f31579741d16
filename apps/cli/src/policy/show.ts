import { policy } from '@app/contracts';
import { DEFAULT_POLICY } from '@app/domain';
import { z } from 'zod';
import { plainTable } from '../output/plain-table';
import { print, printJson } from '../output/print';
import { addresses } from '../system/addresses';
import { askJson } from '../system/http';
import { differences } from './differences';

const answer = z.object({
  policy,
  adopted: z.object({ by: z.string(), reason: z.string(), recordedAt: z.string() }).nullable(),
});

/** Shows the policy that the running system reads under. */
export const showCommand = async (options: {
  readonly recordedAt?: string;
  readonly json?: true;
}): Promise<void> => {
  const url = new URL('/v1/relations/us-cn/policy', addresses().QUERY_URL);
  if (options.recordedAt !== undefined) url.searchParams.set('recordedAt', options.recordedAt);
  const told = await askJson(url);
  if (options.json === true) {
    printJson(told);
    return;
  }
  const { policy: inForce, adopted } = answer.parse(told);
  print(
    adopted === null
      ? `${inForce.version}, the default of the build that runs: none was adopted.`
      : `${inForce.version}, adopted by ${adopted.by} at ${adopted.recordedAt}: ${adopted.reason}`,
  );
  const others = differences(DEFAULT_POLICY, inForce);
  if (others.length > 0) print(plainTable(['field', `default of this build`, 'in force'], others));
};
