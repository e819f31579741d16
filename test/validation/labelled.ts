import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nameId } from '@app/contracts';
import { createRelation, record, type ArticleObserved, type Observation, type Relation } from '@app/domain';

// The labelled corpus for the benches: labels alone, without reading the texts (articles.ts reads them both ways).

const CORPUS = [join(__dirname, '../evaluation/history'), join(__dirname, '../evaluation/dev')];
const NAMESPACE = 'a1b4d1f6-52d8-5b1f-9c55-0b86a9d4f6c2';
const NEWS_DAYS = 14;
const DAY_MS = 86_400_000;

interface Label {
  readonly type: string;
  readonly evidence: string;
  readonly [field: string]: unknown;
}
interface Labelled {
  readonly id: string;
  readonly url: string | null;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly gold: {
    readonly relevant: boolean;
    readonly direction: ArticleObserved['direction'];
    readonly observations: readonly Label[];
  };
}

const DEFAULTS: Readonly<Record<string, object>> = {
  tariff: {
    rateFrom: null,
    product: null,
    effective: null,
    until: null,
    basis: 'unknown',
    authority: null,
    tradeUsdBn: null,
  },
  truce: { by: null, name: null, date: null, until: null, durationDays: null },
  meeting: { date: null, place: null, host: null, durationMinutes: null, initiator: null },
  measure: { date: null, until: null },
};

const isNews = (publishedAt: string, label: Label): boolean => {
  if (label['status'] === 'past') return false;
  const date = label['effective'] ?? label['date'];
  if (typeof date !== 'string' || date.length < 10) return true;
  return Date.parse(publishedAt) - Date.parse(date) < NEWS_DAYS * DAY_MS;
};

const toObservation = (folder: string, article: Labelled, label: Label, at: number): Observation => {
  const words = { text: label.evidence };
  const plain: unknown = {
    ...DEFAULTS[label.type],
    ...label,
    id: nameId(NAMESPACE, folder, article.id, String(at)),
    evidence: words,
    sentence: words,
    ruleId: 'labelled',
    confidence: 1,
    news: isNews(article.publishedAt, label),
    source: 'reporter',
  };
  return plain as Observation;
};

const read = (path: string): Labelled => JSON.parse(readFileSync(path, 'utf8')) as Labelled;

const toInput = (folder: string, article: Labelled): ArticleObserved => ({
  type: 'ArticleObserved',
  // A name is used once in each folder only.
  articleId: `${basename(folder)}/${article.id}`,
  revision: '1',
  url: article.url,
  publisher: article.publisher,
  publishedAt: article.publishedAt,
  title: article.title,
  signature: [],
  engine: { id: 'labelled', version: '1' },
  relevant: article.gold.relevant,
  direction: article.gold.direction,
  observations: article.gold.observations.map((label, at) => toObservation(folder, article, label, at)),
});

export const labelledInputs = (): readonly ArticleObserved[] =>
  CORPUS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => toInput(folder, read(join(folder, name)))),
  ).sort((a, b) => (a.publishedAt + a.articleId < b.publishedAt + b.articleId ? -1 : 1));

export const labelledRelation = (): Relation => {
  const relation = createRelation();
  for (const input of labelledInputs()) record(relation, input);
  return relation;
};
