import { toArticleObserved } from '@app/contracts';
import { createRelation, record, state, summarize, type Policy, type Relation } from '@app/domain';
import { ENGINE } from '@app/extraction';
import { loadArticles, type Loaded } from '../articles/load-articles';
import { readArticle } from '../articles/read-article';
import { reportFaults } from '../articles/report-faults';
import { printJson } from '../output/print';
import { loadPolicy } from '../relation/policy-file';
import { labelledExtraction, loadLabels, type Labels } from './gold';

export interface ProjectOptions {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly summary?: true;
  readonly policy?: string;
  readonly observations?: readonly string[];
}

const NONE: Labels = new Map();

const relationOf = (loaded: Loaded, labels: Labels, policy?: Policy): Relation => {
  const relation = createRelation(policy);
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
  const policy = options.policy === undefined ? undefined : await loadPolicy(options.policy);
  const { asOf, knownAt } = options;
  const read = state(relationOf(loaded, labels, policy), {
    asOf,
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  printJson(options.summary === true ? summarize(read) : read, 2);
  reportFaults(loaded);
};
