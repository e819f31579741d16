import { toArticleObserved } from '@app/contracts';
import { createRelation, record, state, summarize, type Relation } from '@app/domain';
import { ENGINE } from '@app/extraction';
import { loadArticles, type Loaded } from '../articles/load-articles';
import { readArticle } from '../articles/read-article';
import { reportFaults } from '../articles/report-faults';
import { printJson } from '../output/print';
import { labelledExtraction, loadLabels, type Labels } from './gold';

export interface ProjectOptions {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly summary?: true;
  readonly observations?: readonly string[];
}

const NONE: Labels = new Map();

const relationOf = (loaded: Loaded, labels: Labels): Relation => {
  const relation = createRelation();
  for (const { article } of loaded.articles) {
    const read = readArticle(article);
    const extraction = labelledExtraction(labels, article, read) ?? read;
    record(relation, toArticleObserved({ article, engine: ENGINE, extraction }));
  }
  return relation;
};

/** The whole pipeline in memory over files: prints the state (or its summary) as JSON. */
export const projectCommand = async (paths: readonly string[], options: ProjectOptions): Promise<void> => {
  const loaded = await loadArticles(paths, new Date().toISOString());
  const labels = options.observations === undefined ? NONE : await loadLabels(options.observations);
  const { asOf, knownAt } = options;
  const read = state(relationOf(loaded, labels), { asOf, ...(knownAt === undefined ? {} : { knownAt }) });
  printJson(options.summary === true ? summarize(read) : read, 2);
  reportFaults(loaded);
};
