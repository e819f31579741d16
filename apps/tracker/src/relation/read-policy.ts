import { isDeepStrictEqual } from 'node:util';
import { isStorable, policy } from '@app/contracts';
import { DEFAULT_POLICY, outletOf, type Policy } from '@app/domain';
import { z } from 'zod';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is told takes the place of what stands, field by field; lists and plain values as a whole. */
const over = (stands: unknown, told: unknown): unknown => {
  if (!isRecord(stands) || !isRecord(told)) return told;
  const merged = Object.entries(told).map(([key, value]) => [key, over(stands[key], value)] as const);
  return { ...stands, ...Object.fromEntries(merged) };
};

/** Its version is told in any case: of the default, it says that the default is meant. */
const whole = (told: unknown): unknown => {
  const read = over(DEFAULT_POLICY, told);
  return isRecord(told) && isRecord(read) ? { ...read, version: told['version'] } : read;
};

const sound = policy.superRefine((read, context) => {
  const { version, sources } = read;
  if (!isStorable(version))
    context.addIssue({ code: 'custom', path: ['version'], message: 'holds a NUL character' });
  if (version === DEFAULT_POLICY.version && !isDeepStrictEqual(read, DEFAULT_POLICY))
    context.addIssue({
      code: 'custom',
      path: ['version'],
      message: 'a policy that differs needs a version of its own',
    });
  for (const name of Object.keys(sources.publishers)) {
    if (name === outletOf(name)) continue;
    const message = `is never met: publishers are compared in lower case without scheme, www. and path, here ${outletOf(name)}`;
    context.addIssue({ code: 'custom', path: ['sources', 'publishers', name], message });
  }
});

/** A policy by what it tells otherwise than this build's default, made whole. Its faults name each field that is wrong. */
export const toldPolicy: z.ZodType<Policy> = z.preprocess(whole, sound);

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is no JSON: ${String(error)}` });
    return z.NEVER;
  }
});

/** The same, by its JSON text. */
export const policyText = json.pipe(toldPolicy);
