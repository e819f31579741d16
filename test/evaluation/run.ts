import { extract, toSchemaForm } from '@app/extraction';
import { type Extraction, type Observation } from '@app/contracts';
import { type GoldArticle, type Line, type Value } from './corpus';
import { match, type Pair } from './score';
import { tally, type Tallies } from './tally';

/** One article as labelled, as read, and what of the two is the same. */
export interface Outcome {
  readonly article: GoldArticle;
  readonly extraction: Pick<Extraction, 'relevant' | 'reason' | 'direction'>;
  readonly observations: readonly Observation[];
  /** The observations in the labels' form, in the same order. */
  readonly read: readonly Line[];
  readonly pairs: readonly Pair[];
  readonly tallies: Tallies;
}

const isValue = (of: unknown): of is Value =>
  of === null || typeof of === 'string' || typeof of === 'number' || typeof of === 'boolean';

const line = (fields: Readonly<Record<string, unknown>>): Line => {
  const plain: Record<string, Value> = {};
  for (const [name, of] of Object.entries(fields)) if (isValue(of)) plain[name] = of;
  return { type: String(fields['type']), ...plain };
};

/** Reads an article with the engine and compares with its labels. */
export const evaluate = (article: GoldArticle): Outcome => {
  const { id, title, text, publishedAt, publisher, gold } = article;
  const extraction = extract({ id, revision: '1', title, text, publishedAt, publisher });
  const read = toSchemaForm(id, extraction).observations.map(line);
  const pairs = match(gold.observations, read);
  return {
    article,
    extraction,
    observations: extraction.observations,
    read,
    pairs,
    tallies: tally(gold.observations, read, pairs),
  };
};
