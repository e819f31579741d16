import { relationChanged } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedText } from '../http/asked';

export const changesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  facet: askedText.optional().describe('Only this facet, or those below it: `tariff`, `tariff/US`.'),
  order: z.enum(['asc', 'desc']).default('asc').describe('By position in the event log.'),
});
export class ChangesQueryDto extends createZodDto(changesQuery) {}
export type ChangesQuery = z.output<typeof changesQuery>;

export class ChangesAnswer extends createZodDto(
  z.object({
    items: z.array(relationChanged.extend({ id: z.string().describe("The message's id on Kafka.") })),
    next: z.string().describe('Give it as `after` for the next page; null: that was all.').nullable(),
  }),
) {}
