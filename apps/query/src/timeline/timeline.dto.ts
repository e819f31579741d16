import { relationChanged } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedDay, askedText } from '../http/asked';

export const timelineQuery = z.strictObject({
  from: askedDay.describe('First day.'),
  to: askedDay.optional().describe("Last day; default: the relation's day."),
  facet: askedText.optional().describe('Only this facet, or those below it.'),
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
