import { z } from 'zod';

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/** Lengths are UTF-16 units; far above any article, below what makes one request a burden. */
const LIMITS = { name: 200, publisher: 200, url: 2000, title: 1000, text: 200_000 } as const;

/**
 * An article as somebody outside hands it in: the body of `POST /v1/articles`, a line of NDJSON, a file.
 * Fields that are not named here are refused, so that a misspelt one is not lost in silence. `gold` and `textNote` are
 * taken and ignored: the labelled corpus is posted as it is.
 */
export const articleSubmission = z.strictObject({
  /** The sender's own name for it (`2025-06-06-leaders-call`). */
  id: z.string().min(1).max(LIMITS.name).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(LIMITS.url)
    .nullish(),
  publisher: z.string().trim().min(1).max(LIMITS.publisher),
  /** A day (`2025-06-06`) or a moment with its offset (`2025-06-06T09:30:00+02:00`). */
  publishedAt: z.union([day, moment], 'expected a day (YYYY-MM-DD) or a moment with its offset'),
  title: z.string().trim().min(1).max(LIMITS.title),
  text: z.string().min(1).max(LIMITS.text),
  gold: z.unknown().optional(),
  textNote: z.unknown().optional(),
});
export type ArticleSubmission = z.infer<typeof articleSubmission>;
