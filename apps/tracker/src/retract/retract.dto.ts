import { instant, isStorable, isTooEarly, TOO_EARLY } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const retractionRequest = z.strictObject({
  reason: z.string().trim().min(3).max(2000).refine(isStorable, 'holds a NUL character'),
  by: z.string().trim().min(1).max(200).refine(isStorable, 'holds a NUL character'),
  /** When it was taken back; now, when left out. Sent twice with the same time it is recorded once. */
  at: instant.refine((when) => !isTooEarly(when), TOO_EARLY).optional(),
});

export class RetractionRequestDto extends createZodDto(retractionRequest) {}

export class RetractionAnswerDto extends createZodDto(
  z.object({ articleId: z.uuid(), outcome: z.enum(['recorded', 'already known']) }),
) {}
