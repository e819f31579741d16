import { explain } from '@app/extraction';
import { loadArticles } from '../articles/load-articles';
import { readArticle } from '../articles/read-article';
import { reportFaults } from '../articles/report-faults';
import { print, printJson } from '../output/print';

export interface ExplainOptions {
  readonly observation?: string;
  readonly json?: true;
}

/** Prints, for each observation of an article, the words it rests on and the steps that led to it. */
export const explainCommand = async (path: string, options: ExplainOptions): Promise<void> => {
  const loaded = await loadArticles([path], new Date().toISOString());
  for (const { article } of loaded.articles) {
    const extraction = readArticle(article);
    if (options.json === true) printJson({ article: article.id, ...extraction });
    else explain(article, extraction, options.observation).forEach(print);
  }
  reportFaults(loaded);
};
