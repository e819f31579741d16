import { platformEnv } from '@app/platform';
import { z } from 'zod';

export const extractorEnv = platformEnv.extend({
  /** Where the query service is reached: the schemas that messages name are served there. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** For topics of articles and observations that do not exist yet; see libs/contracts/src/topic-specs.ts. */
  TOPIC_PARTITIONS: z.coerce.number().int().min(1).default(1),
});
export type ExtractorEnv = z.infer<typeof extractorEnv>;
