import { z } from 'zod';
import { clean, oneLine } from './clean';
import { isTooEarly, TOO_EARLY } from './moments';

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/** Lengths are UTF-16 units; far above any article, below what makes one request a burden. */
const LIMITS = { name: 200, publisher: 200, url: 2000, title: 1000, text: 200_000 } as const;

/** Something is left of it when it is normalised, and no more than that: composing letters can make a text longer. */
const fits =
  (normalised: (text: string) => string, most: number) =>
  (text: string): boolean => {
    const { length } = normalised(text);
    return length > 0 && length <= most;
  };
const line = (most: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1, { abort: true })
    .max(most, { abort: true })
    .refine(fits(oneLine, most), 'is blank, or too long when normalised');

/** Control characters are no part of a link; `new URL` would pass over some of them, and PostgreSQL keeps no NUL. */
const isPlain = (link: string): boolean => !/[\p{Cc}\p{Surrogate}]/u.test(link);

/**
 * An article as somebody outside hands it in: the body of `POST /v1/articles`, a line of NDJSON, a file.
 * Fields that are not named here are refused, so that a misspelt one is not lost in silence. `gold` and `textNote` are
 * taken and ignored: the labelled corpus is posted as it is.
 */
export const articleSubmission = z.strictObject({
  /** The sender's own name for it (`2025-06-06-leaders-call`). */
  id: line(LIMITS.name).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(LIMITS.url)
    .refine(isPlain, 'holds control characters')
    .nullish(),
  publisher: line(LIMITS.publisher),
  /** A day (`2025-06-06`) or a moment with its offset (`2025-06-06T09:30:00+02:00`). */
  publishedAt: z
    .union([day, moment], 'expected a day (YYYY-MM-DD) or a moment with its offset')
    .refine((when) => !isTooEarly(when), TOO_EARLY),
  title: line(LIMITS.title),
  text: z
    .string()
    .min(1, { abort: true })
    .max(LIMITS.text, { abort: true })
    .refine(
      fits((text) => clean(text).trim(), LIMITS.text),
      'is blank, or too long when normalised',
    ),
  gold: z.unknown().optional(),
  textNote: z.unknown().optional(),
});
export type ArticleSubmission = z.infer<typeof articleSubmission>;
