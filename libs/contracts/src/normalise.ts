import { createHash } from 'node:crypto';
import { type Article } from './article';
import { articleId } from './article-id';
import { type ArticleSubmission } from './submission';

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; line ends and composed letters have one form here. */
const clean = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

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
