import { z } from 'zod';
import { instant } from './primitives';

/**
 * An article as the services hand it to each other, after intake has normalised it.
 * `id` is a uuid v5 of what makes it the same article; `revision` is the hash of what it says, so that a publisher's
 * new wording is a new revision of the same article.
 */
export const article = z.object({
  id: z.uuid(),
  /** The name that the sender gave it, kept for look-up (`2025-06-06-leaders-call`), else null. */
  externalId: z.string().max(200).nullable(),
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  url: z.string().nullable(),
  publisher: z.string(),
  /** Day or moment of publication; a bare day is its first moment in UTC. */
  publishedAt: instant,
  title: z.string(),
  /** As published: evidence offsets count UTF-16 units of this text. */
  text: z.string(),
  receivedAt: instant,
});
export type Article = z.infer<typeof article>;
