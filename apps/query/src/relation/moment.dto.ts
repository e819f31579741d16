import { type Moment } from '@app/domain';
import { z } from 'zod';
import { createZodDto } from 'nestjs-zod';

const dayOrMoment = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  'expected a day (2025-06-20) or a moment with its offset (2025-06-20T12:00:00Z)',
);
const utc = (value: string): string => (value.length === 10 ? value : new Date(value).toISOString());

export const momentQuery = z.strictObject({
  asOf: dayOrMoment
    .transform(utc)
    .optional()
    .describe("How were things on that day? A bare day means its end. Default: the relation's day."),
  knownAt: dayOrMoment
    .transform(utc)
    .optional()
    .describe('… by what had been published by then? Default: all that is recorded.'),
  recordedAt: dayOrMoment
    .transform((value) => (value.length === 10 ? `${value}T23:59:59.999Z` : utc(value)))
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
