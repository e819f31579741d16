import { policy } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedMoment, lastMoment } from '../http/asked';

const policyQuery = z.strictObject({
  recordedAt: askedMoment
    .transform(lastMoment)
    .optional()
    .describe('The one that was in force then. Default: now.'),
});
export class PolicyQuery extends createZodDto(policyQuery) {}

export class PolicyAnswer extends createZodDto(
  z.object({
    version: z.string(),
    adopted: z
      .object({ by: z.string(), reason: z.string(), recordedAt: z.string(), position: z.int() })
      .nullable()
      .describe(
        'Who adopted it, why, when and where in the event log. Null: none was, it is the default of this build.',
      ),
    policy,
  }),
) {}
