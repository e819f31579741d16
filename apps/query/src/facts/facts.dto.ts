import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedDay, askedMoment, askedText, dayOf, lastMoment } from '../http/asked';

/** Where a row begins, in what was known and in what it is about: no two rows of a facet begin at one place. */
const place = z.string().transform((text, context) => {
  const read = z.tuple([askedMoment, askedDay]).safeParse(text.split('_'));
  if (read.success) return read.data;
  context.addIssue('expected the `next` of the page before');
  return z.NEVER;
});

export const factsQuery = z.strictObject({
  facet: askedText.describe('Which facet: `truce`, `tariff/US`, …'),
  asOf: askedMoment.transform(dayOf).optional().describe('Only beliefs about this day.'),
  knownAt: askedMoment
    .transform(lastMoment)
    .optional()
    .describe('Only what was believed at this moment; a bare day means its end.'),
  after: place.optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export class FactsQueryDto extends createZodDto(factsQuery) {}
export type FactsQuery = z.output<typeof factsQuery>;

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
    next: z.string().describe('Give it as `after` for the next page; null: that was all.').nullable(),
  }),
) {}
