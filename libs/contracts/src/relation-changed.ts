import { z } from 'zod';
import { facetValue, standing } from './facet-value';
import { instant } from './primitives';

const day = z.iso.date();

/** A sentence that a value rests on, with the article that it stands in. */
export const because = z.object({
  observationId: z.string(),
  articleId: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  publishedAt: instant,
  sentence: z.string(),
});
export type Because = z.infer<typeof because>;

/** Value of `relations.changes.v1`: the difference of two readings of one facet. Key: the relation. */
export const relationChanged = z.object({
  /** `us-cn`. */
  relation: z.string(),
  /** `tariff/US`, `truce`, `meetings/leader_call`, … */
  facet: z.string(),
  kind: z.enum(['appeared', 'changed', 'gone']),
  from: facetValue.nullable(),
  to: facetValue.nullable(),
  /** The headline before and after. */
  fromStatus: z.string().nullable(),
  toStatus: z.string().nullable(),
  /** The day from which it is so (valid time). */
  effective: day,
  standing,
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  because: z.array(because),
  /** Learned after the relation's day had passed it by. */
  late: z.boolean(),
  /** It alters what had been told about a day already past. */
  correction: z.boolean(),
  /** The policy that decided. */
  policy: z.string(),
});
export type RelationChanged = z.infer<typeof relationChanged>;

/** Value of `relations.state.v1`: what a facet reads now. Key: relation and facet, `us-cn/tariff/US`. No value: it is gone. */
export const facetState = z.object({
  relation: z.string(),
  facet: z.string(),
  value: facetValue,
  status: z.string(),
  standing,
  confidence: z.number().min(0).max(1),
  /** Ids of the observations that decide it. */
  because: z.array(z.string()),
  policy: z.string(),
});
export type FacetStateMessage = z.infer<typeof facetState>;
