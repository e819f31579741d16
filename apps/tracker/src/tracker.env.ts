import { platformEnv } from '@app/platform';
import { z } from 'zod';
import { policyText } from './relation/read-policy';

export const trackerEnv = platformEnv.extend({
  /** Where the query service is reached: the schemas that messages name are served there. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** For topics of articles and observations that do not exist yet; see libs/contracts/src/topic-specs.ts. */
  TOPIC_PARTITIONS: z.coerce.number().int().min(1).default(1),
  /**
   * While a history is loaded, the relation's day follows the publications; once no article came for so many seconds,
   * it follows the clock.
   */
  LIVE_AFTER_S: z.coerce.number().positive().default(30),
  /**
   * The policy to read under, as JSON, adopted at the start; mostly given as `POLICY_FILE=/path/to/policy.json`. Left out: the one that
   * was adopted last, else this build's own. See docs/policy.md.
   */
  POLICY: policyText.optional(),
});
export type TrackerEnv = z.infer<typeof trackerEnv>;
