import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const factsQuery = z.strictObject({
  facet: z.string().max(200).describe('Which facet: `truce`, `tariff/US`, …'),
  asOf: z.iso.date().optional().describe('Only beliefs about this day.'),
  knownAt: z.iso.datetime({ offset: true }).optional().describe('Only what was believed at this moment.'),
});
export class FactsQuery extends createZodDto(factsQuery) {}

export class FactsAnswer extends createZodDto(
  z.object({
    facet: z.string(),
    facts: z.array(
      z.object({
        validFrom: z.string().describe('First day on which it was so.'),
        validTo: z.string().nullable().describe('First day on which it was not; null: without end.'),
        knownFrom: z.string().describe('From this publication on it was believed.'),
        knownTo: z.string().nullable().describe('From this publication on it was not; null: it still is.'),
        status: z.string(),
        standing: z.string(),
        reading: z.looseObject({}),
      }),
    ),
  }),
) {}
