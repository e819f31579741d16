import { join } from 'node:path';
import { toArticleObserved, type Extraction } from '@app/contracts';
import { type ArticleObserved } from '@app/domain';
import { loadArticles } from '../../apps/cli/src/articles/load-articles';
import { labelledExtraction, loadLabels } from '../../apps/cli/src/project/gold';
import { CORPUS, RECEIVED_AT } from './corpus';

// The labelled corpus for the benches: labels alone, without reading the texts (articles.ts reads them both ways).

const ENGINE = { id: 'labelled', version: '1' };
const UNREAD: Extraction = {
  relevant: false,
  reason: null,
  direction: 'neutral',
  language: 'en',
  signature: [],
  observations: [],
};

const labelledIn = async (set: string): Promise<readonly ArticleObserved[]> => {
  const folder = join(__dirname, '../evaluation', set);
  const { articles } = await loadArticles([folder], RECEIVED_AT);
  const labels = await loadLabels([folder]);
  return articles.map(({ article }) =>
    toArticleObserved({
      article,
      engine: ENGINE,
      extraction: labelledExtraction(labels, article, UNREAD) ?? UNREAD,
    }),
  );
};

/** The corpus as labelled, in the order of publication. */
export const labelledInputs = async (): Promise<readonly ArticleObserved[]> =>
  (await Promise.all(CORPUS.map(labelledIn)))
    .flat()
    .sort((a, b) => (a.publishedAt + a.articleId < b.publishedAt + b.articleId ? -1 : 1));
