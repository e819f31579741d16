import { explain } from '@app/extraction';
import { loadArticles } from '../articles/load-articles';
import { readArticle } from '../articles/read-article';
import { reportFaults } from '../articles/report-faults';
import { CommandFailure, EXIT } from '../output/exit-code';
import { print, printJson } from '../output/print';

export interface ExplainOptions {
  readonly observation?: string;
  readonly json?: true;
}

/** Prints, for each observation of an article, the words it rests on and the steps that led to it. */
export const explainCommand = async (path: string, options: ExplainOptions): Promise<void> => {
  const loaded = await loadArticles([path], new Date().toISOString());
  for (const { article } of loaded.articles) {
    const read = readArticle(article);
    const observations = read.observations.filter(
      ({ id }) => options.observation === undefined || id === options.observation,
    );
    if (options.observation !== undefined && observations.length === 0)
      throw new CommandFailure(`The engine finds no observation ${options.observation} in it`, EXIT.usage);
    const extraction = { ...read, observations };
    if (options.json === true) printJson({ article: article.id, ...extraction });
    else explain(article, extraction).forEach(print);
  }
  reportFaults(loaded);
};
