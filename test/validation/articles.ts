import { join } from 'node:path';
import { labelledExtraction, loadLabels } from '../../apps/cli/src/project/gold';
import { loadArticles } from '../../apps/cli/src/articles/load-articles';
import { readArticle } from '../../apps/cli/src/articles/read-article';
import { toArticleObserved, type Article, type Extraction } from '@app/contracts';
import { createRelation, record, type ArticleObserved, type Relation } from '@app/domain';
import { ENGINE } from '@app/extraction';
import { RECEIVED_AT } from './corpus';

// The sample history and the labelled corpus, read in two ways: so that errors of reading show apart from errors of reasoning.

export const WAYS = ['extraction', 'labels'] as const;
/** By what the engine reads, or by what a person labelled. */
export type Way = (typeof WAYS)[number];

/** An article with both readings. */
export interface Told {
  readonly article: Article;
  readonly readings: Readonly<Record<Way, Extraction>>;
}

const toldIn = async (set: string): Promise<readonly Told[]> => {
  const folder = join(__dirname, '../evaluation', set);
  // Folder by folder: an article's name is used once in each only.
  const { articles, faults } = await loadArticles([folder], RECEIVED_AT);
  const labels = await loadLabels([folder]);
  const fault = faults[0];
  if (fault !== undefined) throw new Error(`${fault.where}: ${fault.faults.join('; ')}`);
  return articles.map(({ article }) => {
    const extraction = readArticle(article);
    const labelled = labelledExtraction(labels, article, extraction);
    if (labelled === undefined) throw new Error(`${article.externalId ?? article.id} has no labels`);
    return { article, readings: { extraction, labels: labelled } };
  });
};

/** All articles of sets of `test/evaluation`. Throws where one cannot be read or has no labels. */
export const loadTold = async (sets: readonly string[]): Promise<readonly Told[]> =>
  (await Promise.all(sets.map(toldIn))).flat();

export const observedOf = ({ article, readings }: Told, way: Way): ArticleObserved =>
  toArticleObserved({ article, engine: ENGINE, extraction: readings[way] });

export const relationOf = (inputs: readonly ArticleObserved[]): Relation => {
  const relation = createRelation();
  for (const input of inputs) record(relation, input);
  return relation;
};
