import { relationChanged } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const timelineQuery = z.strictObject({
  from: z.iso.date().describe('First day.'),
  to: z.iso.date().optional().describe("Last day; default: the relation's day."),
  facet: z.string().max(200).optional().describe('Only this facet, or those below it.'),
});
export class TimelineQuery extends createZodDto(timelineQuery) {}

export class TimelineAnswer extends createZodDto(
  z.object({
    from: z.string(),
    to: z.string(),
    position: z.int().describe('Place in the event log that this was folded to.'),
    changes: z.array(
      relationChanged.omit({ relation: true, position: true, recordedAt: true, day: true, evidence: true }),
    ),
  }),
) {}
