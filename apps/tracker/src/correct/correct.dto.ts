import { isStorable } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const who = {
  /** Chosen by the sender, so that sending it twice records it once; made up when left out. */
  id: z.uuid().optional(),
  reason: z.string().trim().min(3).max(2000).refine(isStorable, 'holds a NUL character'),
  by: z.string().trim().min(1).max(200).refine(isStorable, 'holds a NUL character'),
};

export const correctionRequest = z.union([
  z.strictObject({ ...who, void: z.uuid().describe('Id of the observation that was misread.') }),
  z.strictObject({
    ...who,
    assert: z
      .looseObject({ type: z.string() })
      .describe('What was so: the fields of an observation (type, imposer, rate, status, …).'),
    words: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .refine(isStorable, 'holds a NUL character')
      .describe("The operator's words: shown as the evidence."),
  }),
]);
export type CorrectionRequest = z.infer<typeof correctionRequest>;

/** A union has no class of its own. */
export const CorrectionRequestDto = createZodDto(correctionRequest);

export class CorrectionAnswerDto extends createZodDto(
  z.object({ id: z.uuid(), outcome: z.enum(['recorded', 'already known']) }),
) {}
