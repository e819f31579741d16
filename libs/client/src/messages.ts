import { EVENT_TYPES, facetState, facetValue, relationChanged, TOPICS } from '@app/contracts';
import { z } from 'zod';
import { type CloudEvent } from './cloud-event';

// Within v1, facets may get new types and new words. A value that this client was not built for comes as it is, marked
// `unknown`: it neither stops the subscriber nor gets lost.

/** A value of a type, or with a word, that came after this client was built. */
const unknownValue = z.unknown().transform((raw) => ({ type: 'unknown' as const, raw }));
const value = z.union([facetValue, unknownValue]);
export type Value = z.infer<typeof value>;

export const changeData = relationChanged.extend({
  from: z.union([z.null(), value]),
  to: z.union([z.null(), value]),
});
export const facetStateData = facetState.extend({ value });

/** One facet reads differently than before: from, to, the day from which it is so, and the sentences that say it. */
export type Change = z.infer<typeof changeData>;
/** What one facet reads now. */
export type FacetState = z.infer<typeof facetStateData>;
export type ChangeEvent = CloudEvent<Change>;
export type StateEvent = CloudEvent<FacetState>;

export const CHANGES = {
  topic: TOPICS.relationsChanges,
  type: EVENT_TYPES.relationChanged,
  parse: (json: unknown): Change => changeData.parse(json),
} as const;

export const STATE = {
  topic: TOPICS.relationsState,
  type: EVENT_TYPES.facetState,
  parse: (json: unknown): FacetState => facetStateData.parse(json),
} as const;
