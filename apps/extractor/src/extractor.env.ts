import { platformEnv } from '@app/platform';
import { z } from 'zod';

export const extractorEnv = platformEnv.extend({
  /** Where the query service is reached: the schemas that messages name are served there. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
});
export type ExtractorEnv = z.infer<typeof extractorEnv>;
