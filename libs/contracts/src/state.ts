import { z } from 'zod';
import { confidence, day, facetValue, standing } from './facet-value';
import { instant } from './primitives';

/** A sentence that a value rests on, and where it stands. */
export const supportingEvidence = z
  .object({
    observationId: z.string(),
    articleId: z.string(),
    publisher: z.string(),
    tier: z.enum(['operator', 'official', 'agency', 'media', 'unknown']),
    url: z.string().nullable(),
    title: z.string(),
    publishedAt: instant,
    words: z.string(),
    sentence: z.string(),
    ruleId: z.string(),
    /** The article that stands for all near-duplicates of this one. */
    cluster: z.string(),
  })
  .meta({ id: 'Evidence', description: 'A sentence that a value rests on, and where it stands.' });
export type SupportingEvidence = z.infer<typeof supportingEvidence>;

/** A report that says otherwise and did not prevail. */
const conflict = z.object({ says: z.string(), standing, because: z.array(z.string()).readonly() });

/** Where in the event log a message comes from: the same in every message of one event. */
export const logged = {
  relation: z.string().describe('The pair that is tracked: `us-cn`.'),
  position: z.int().min(1).describe('Place of its event in the event log: rises along the topic.'),
  recordedAt: instant.describe('When this system recorded it.'),
  day: day.describe("The relation's day when it was recorded: only moves forward."),
};

/** Value of `relations.state.v1`; key: relation and facet, `us-cn/tariff/US`. No value: the facet is gone. */
export const facetState = z
  .object({
    ...logged,
    facet: z.string().describe('Which part of the state: `tariff/US`, `truce`, `meetings/leader_call` …'),
    value: facetValue.describe('What it reads.'),
    status: z.string().describe('The headline of the value.'),
    standing,
    confidence,
    because: z
      .array(z.string())
      .readonly()
      .describe('Ids of the observations that decide it, the firmest first.'),
    conflicts: z.array(conflict).readonly().describe('Reports that say otherwise and did not prevail.'),
    policy: z.string().describe('Version of the policy that read it.'),
    evidence: z.array(supportingEvidence).readonly().describe('The sentences that it rests on.'),
  })
  .meta({ title: 'State of a facet', description: 'What one facet of a relation reads now.' });
export type FacetStateMessage = z.infer<typeof facetState>;
