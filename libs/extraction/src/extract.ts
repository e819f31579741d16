import { type Extraction } from '@app/contracts';
import { type ArticleInput } from './article';

/** Reads one article. Never throws: what cannot be read gives an empty extraction with a `reason`. */
export const extract = (article: ArticleInput): Extraction => ({
  relevant: false,
  reason: article.text === '' ? 'empty' : null,
  direction: 'neutral',
  language: 'und',
  signature: [],
  observations: [],
});
