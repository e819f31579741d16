import { z } from 'zod';

/** One of the two sides. */
export const party = z.enum(['US', 'CN']);
export type Party = z.infer<typeof party>;

/** An ISO date as precise as the text allows: `2025-06-05`, `2025-06` or `2025`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD')
  .describe('A date as precise as the text allows: YYYY, YYYY-MM or YYYY-MM-DD.');
export type PartialDate = z.infer<typeof partialDate>;

/** A moment in UTC, ISO 8601 with milliseconds: `2025-06-05T00:00:00.000Z`. */
export const instant = z.iso.datetime().describe('A moment in UTC, ISO 8601.');
export type Instant = z.infer<typeof instant>;
