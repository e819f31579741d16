import { isStorable } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const adoptionRequest = z.strictObject({
  policy: z
    .looseObject({ version: z.string() })
    .describe(
      "What differs from this build's default policy, and a version of its own (docs/policy.md). The default's version alone: the default.",
    ),
  reason: z.string().trim().min(3).max(2000).refine(isStorable, 'holds a NUL character'),
  by: z.string().trim().min(1).max(200).refine(isStorable, 'holds a NUL character'),
  dryRun: z.boolean().default(false).describe('Only say what it would change.'),
});
export type AdoptionRequest = z.infer<typeof adoptionRequest>;
export class AdoptionRequestDto extends createZodDto(adoptionRequest) {}

export class AdoptionAnswerDto extends createZodDto(
  z.object({
    version: z.string(),
    outcome: z.enum(['adopted', 'would be adopted', 'in force already']),
    changes: z
      .array(
        z.object({
          facet: z.string(),
          kind: z.enum(['appeared', 'changed', 'gone']),
          fromStatus: z.string().nullable(),
          toStatus: z.string().nullable(),
          standing: z.string().describe('How firm it is now.'),
          effective: z.string(),
          until: z.string().nullable(),
        }),
      )
      .describe('What reads differently by it, each told on relations.changes.v1 with `reason` policy.'),
  }),
) {}
