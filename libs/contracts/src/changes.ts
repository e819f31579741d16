import { z } from 'zod';
import { confidence, day, facetValue, standing } from './facet-value';
import { logged, supportingEvidence } from './state';

/** Value of `relations.changes.v1`; key: the relation. The difference of two readings of one facet. */
export const relationChanged = z
  .object({
    ...logged,
    facet: z.string().describe('Which part of the state: `tariff/US`, `truce`, `meetings/leader_call` …'),
    kind: z.enum(['appeared', 'changed', 'gone']).describe('What became of the facet.'),
    from: facetValue.nullable().describe('The value before; null when it appeared.'),
    to: facetValue.nullable().describe('The value after; null when it is gone.'),
    fromStatus: z.string().nullable().describe('The headline before.'),
    toStatus: z.string().nullable().describe('The headline after.'),
    effective: day.describe('The day from which it is so.'),
    until: day
      .nullable()
      .describe(
        'The day from which it is so no more: only a stretch of the past reads differently. Null: to this day.',
      ),
    standing,
    confidence,
    because: z
      .array(z.string())
      .readonly()
      .describe('Ids of the observations that decide it, the firmest first.'),
    late: z.boolean().describe('Learned after the day of the relation had passed it by.'),
    corrects: z.boolean().describe('It alters what had been told about a day already past.'),
    policy: z.string().describe('Version of the policy that read it.'),
    reason: z
      .enum(['report', 'retraction', 'correction', 'day', 'policy'])
      .optional()
      .describe(
        'What was recorded that brought it about; `policy`: nothing was learned, another policy was adopted. Missing in changes of releases that did not tell it.',
      ),
    evidence: z
      .array(supportingEvidence)
      .readonly()
      .describe('The sentences of `because`; empty when it is gone.'),
  })
  .meta({
    title: 'Change of a relation',
    description: 'One facet of a relation reads differently than before.',
  });
export type RelationChanged = z.infer<typeof relationChanged>;
