import { toSchemaForm } from '@app/extraction';
import { loadArticles } from '../articles/load-articles';
import { nameOf, readArticle } from '../articles/read-article';
import { reportFaults } from '../articles/report-faults';
import { printJson } from '../output/print';

/** Prints one line of JSON an article: what the engine reads in it, in the form of the labelled corpus. */
export const extractCommand = async (paths: readonly string[]): Promise<void> => {
  const loaded = await loadArticles(paths, new Date().toISOString());
  for (const { article } of loaded.articles) printJson(toSchemaForm(nameOf(article), readArticle(article)));
  reportFaults(loaded);
};
