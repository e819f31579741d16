import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const contribution = z.object({
  facet: z.string(),
  day: z.string(),
  what: z.string(),
  kind: z.enum(['act', 'threat']),
  points: z.number().describe('After decay; positive is tenser.'),
  because: z.array(z.string()),
});

export class TensionAnswer extends createZodDto(
  z.object({
    asOf: z.string(),
    position: z.int().describe('Place in the event log that this was folded to.'),
    index: z.number().describe('Acts + threats; higher is tenser.'),
    acts: z.number(),
    threats: z.number(),
    weights: z.string().describe('Version of the weights.'),
    contributions: z.array(contribution),
  }),
) {}
