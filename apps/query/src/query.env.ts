import { platformEnv } from '@app/platform';
import { z } from 'zod';

export const queryEnv = platformEnv.extend({
  /** Event streams that may be open at once. */
  SSE_CLIENTS: z.coerce.number().int().positive().default(200),
});
export type QueryEnv = z.infer<typeof queryEnv>;
