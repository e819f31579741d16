import { type Moment } from '@app/domain';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedMoment, lastMoment } from '../http/asked';

export const momentQuery = z.strictObject({
  asOf: askedMoment
    .optional()
    .describe("How were things on that day? A bare day means its end. Default: the relation's day."),
  knownAt: askedMoment
    .optional()
    .describe('… by what had been published by then? Default: all that is recorded.'),
  recordedAt: askedMoment
    .transform(lastMoment)
    .optional()
    .describe('… as this system had recorded it then? For audit; folds the log, so it is slow.'),
});
export class MomentQuery extends createZodDto(momentQuery) {}
export type Moments = z.output<typeof momentQuery>;

/** What of a question the domain answers. */
export const toMoment = ({ asOf, knownAt }: Moments): Moment => ({
  ...(asOf !== undefined && { asOf }),
  ...(knownAt !== undefined && { knownAt }),
});
