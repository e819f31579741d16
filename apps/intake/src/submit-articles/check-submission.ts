import { AHEAD, articleSubmission, isAhead, normalise, type Article } from '@app/contracts';
import { pointer, type Fault } from '@app/platform';

export type Checked = { readonly article: Article } | { readonly errors: readonly Fault[] };

/** The article of what was sent, or every fault with its JSON pointer. */
export const checkSubmission = (sent: unknown, now: Date): Checked => {
  const result = articleSubmission.safeParse(sent);
  if (!result.success) {
    return { errors: result.error.issues.map(({ path, message }) => ({ path: pointer(path), message })) };
  }
  const article = normalise(result.data, now.toISOString());
  if (isAhead(article.publishedAt, now)) {
    return { errors: [{ path: '/publishedAt', message: AHEAD }] };
  }
  return { article };
};
