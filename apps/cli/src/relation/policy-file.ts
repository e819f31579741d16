import { readFile } from 'node:fs/promises';
import { DEFAULT_POLICY, type Policy } from '@app/domain';
import { z } from 'zod';
import { CommandFailure, EXIT } from '../output/exit-code';

const tier = z.enum(['operator', 'official', 'agency', 'media', 'unknown']);
const ofTier = z.record(tier, z.number().nonnegative());
const days = z.int().nonnegative();
const share = z.number().min(0).max(1);

const policy: z.ZodType<Policy> = z.strictObject({
  version: z
    .string()
    .min(1)
    .refine(
      (version) => version !== DEFAULT_POLICY.version,
      'a policy that differs needs a version of its own',
    ),
  sources: z.strictObject({
    publishers: z.record(z.string(), tier),
    endings: z.array(z.strictObject({ endsWith: z.string().min(1), tier })),
    otherwise: tier,
    weight: ofTier,
    trust: ofTier,
  }),
  evidence: z.strictObject({
    nearDuplicate: share,
    corroborated: z.int().positive(),
    deciding: z.int().positive(),
    leastConfidence: share,
  }),
  conflict: z.strictObject({ overturnShare: z.number().nonnegative(), togetherDays: days }),
  tariffs: z.strictObject({
    acrossTheBoardFrom: z.iso.date(),
    sameRate: z.number().nonnegative(),
    collections: z.record(z.string(), z.array(z.string())),
  }),
  truces: z.strictObject({ besides: z.array(z.string()) }),
  meetings: z.strictObject({
    sameWithinDays: z.strictObject({ leader_call: days, leader_meeting: days, trade_talks: days }),
    graceDays: days,
    undatedPlanDays: z.strictObject({
      proposed: days,
      invited: days,
      agreed: days,
      scheduled: days,
      postponed: days,
    }),
    recent: days,
  }),
  staleness: z.strictObject({ threatDays: days, stanceDays: days, disputeDays: days }),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file tells takes the place of what stands, field by field; lists and plain values as a whole. */
const over = (stands: unknown, told: unknown): unknown => {
  if (!isRecord(stands) || !isRecord(told)) return told;
  const merged = Object.entries(told).map(([key, value]) => [key, over(stands[key], value)] as const);
  return { ...stands, ...Object.fromEntries(merged) };
};

/** The default policy with what a JSON text tells otherwise. Throws a CommandFailure that names every field that is wrong. */
export const parsePolicy = (text: string, name: string): Policy => {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(`${name} is no JSON: ${String(error)}`, EXIT.usage, { cause: error });
  }
  const read = policy.safeParse(over(DEFAULT_POLICY, told));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'policy'}: ${message}`);
  throw new CommandFailure(`${name} is no policy:\n${faults.join('\n')}`, EXIT.usage);
};

export const loadPolicy = async (file: string): Promise<Policy> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(`${file} cannot be read`, EXIT.usage, { cause: error });
  });
  return parsePolicy(text, file);
};
