import { loadEnv } from '@app/platform';
import { z } from 'zod';

const cliEnv = z.object({
  /** Where the services of the running system are reached. */
  INTAKE_URL: z.url().default('http://127.0.0.1:8081'),
  EXTRACTOR_URL: z.url().default('http://127.0.0.1:8082'),
  TRACKER_URL: z.url().default('http://127.0.0.1:8083'),
  QUERY_URL: z.url().default('http://127.0.0.1:8080'),
  /** Sent along where the system asks for a key. */
  API_KEY: z.string().optional(),
});
export type Addresses = z.infer<typeof cliEnv>;

export const addresses = (): Addresses => loadEnv(cliEnv);
