import { createHash } from 'node:crypto';
import { type Article } from './article';
import { articleId } from './article-id';
import { clean, oneLine } from './clean';
import { type ArticleSubmission } from './submission';

/** A hash of what an article says: who, when, and the words. The link and the sender's name say nothing. */
const revisionOf = (said: Pick<Article, 'publisher' | 'publishedAt' | 'title' | 'text'>): string =>
  createHash('sha256')
    .update(JSON.stringify([said.publisher, said.publishedAt, said.title, said.text]))
    .digest('hex');

/** The article that services hand to each other, made of what was sent in. `receivedAt` is an instant. */
export const normalise = (sent: ArticleSubmission, receivedAt: string): Article => {
  const said = {
    publisher: oneLine(sent.publisher),
    publishedAt: new Date(sent.publishedAt).toISOString(),
    title: oneLine(sent.title),
    text: clean(sent.text),
  };
  const names = { externalId: sent.id === undefined ? null : oneLine(sent.id), url: sent.url ?? null };
  return { id: articleId({ ...names, ...said }), ...names, revision: revisionOf(said), ...said, receivedAt };
};
