import { z } from 'zod';
import { instant } from './primitives';

const tier = z.enum(['operator', 'official', 'agency', 'media', 'unknown']);
const weights = z.record(tier, z.number().nonnegative());
const days = z.int().nonnegative();
const share = z.number().min(0).max(1);

/** What decides which report counts, whole; assignable to the domain's `Policy`, which says what each field means. */
export const policy = z.strictObject({
  version: z.string().min(1).max(100),
  sources: z.strictObject({
    publishers: z.record(z.string(), tier),
    endings: z.array(z.strictObject({ endsWith: z.string().min(1), tier })).readonly(),
    otherwise: tier,
    weight: weights,
    trust: z.record(tier, share),
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
    collections: z.record(z.string(), z.array(z.string()).readonly()),
  }),
  truces: z.strictObject({ besides: z.array(z.string()).readonly() }),
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

/**
 * From here on the log is read under this policy, by everybody who reads it. The whole of it stands in the event, so that a replay
 * needs no file of that day; a field that a later release adds gets its value for older events by an upcaster.
 */
export const policyAdopted = z.object({
  type: z.literal('PolicyAdopted'),
  policy,
  reason: z.string(),
  by: z.string(),
  at: instant,
});
export type PolicyAdopted = z.infer<typeof policyAdopted>;
