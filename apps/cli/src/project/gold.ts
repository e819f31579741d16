import { extraction, nameId, type Article, type Extraction } from '@app/contracts';
import { z } from 'zod';
import { readRaw } from '../articles/article-files';
import { CommandFailure, EXIT } from '../output/exit-code';

// Labelled observations in place of the engine's: what the state would be if every article were read rightly.

const NAMESPACE = '0d6b2f7b-94de-5c0f-8a3f-5d8f3c5f2c11';
/** Told as background when it was so this many days before the article came out. */
const NEWS_DAYS = 14;
const DAY_MS = 86_400_000;

const label = z.looseObject({ type: z.string(), evidence: z.string().default('') });
const gold = z.object({
  relevant: z.boolean(),
  direction: extraction.shape.direction,
  observations: z.array(label),
});
const labelled = z.union([
  z.looseObject({ id: z.string(), publisher: z.string().optional(), gold }),
  gold.extend({ id: z.string() }).transform(({ id, ...rest }) => ({ id, publisher: undefined, gold: rest })),
]);
type Label = z.infer<typeof label>;
export type Labels = ReadonlyMap<string, z.infer<typeof gold>>;

/** Two papers may give their articles one name: where a label tells the publisher, it is that publisher's article's. */
const keyOf = (name: string, publisher?: string): string =>
  publisher === undefined ? name : `${name}\n${publisher.trim()}`;

/** Labels by the article's name, from files or folders: articles with `gold`, or lines as `extract` prints them. */
export const loadLabels = async (paths: readonly string[]): Promise<Labels> => {
  const labels = new Map<string, z.infer<typeof gold>>();
  for (const raw of await readRaw(paths)) {
    const parsed = 'value' in raw.json ? labelled.safeParse(raw.json.value) : undefined;
    if (parsed?.success !== true) continue;
    labels.set(keyOf(parsed.data.id, parsed.data.publisher), parsed.data.gold);
  }
  if (labels.size === 0)
    throw new CommandFailure(`${paths.join(', ')}: no article with labels (\`gold\`)`, EXIT.usage);
  return labels;
};

const sentenceAt = (text: string, start: number, end: number): { start: number; end: number } => {
  const before = Math.max(text.lastIndexOf('. ', start - 1) + 1, text.lastIndexOf('\n', start - 1)) + 1;
  const after = text.indexOf('. ', end);
  return { start: Math.max(0, before), end: after < 0 ? text.length : after + 1 };
};

const placed = (
  article: Article,
  words: string,
): Pick<Extraction['observations'][number], 'evidence' | 'sentence'> => {
  const where = article.text.includes(words) || !article.title.includes(words) ? 'text' : 'title';
  const source = article[where];
  const start = Math.max(0, source.indexOf(words));
  const evidence = { in: where, start, end: start + words.length, text: words } as const;
  const whole = sentenceAt(source, start, evidence.end);
  return { evidence, sentence: { in: where, ...whole, text: source.slice(whole.start, whole.end) } };
};

const isNews = (article: Article, of: Label): boolean => {
  if (of['status'] === 'past') return false;
  const date = of['effective'] ?? of['date'];
  if (typeof date !== 'string' || date.length < 10) return true;
  return Date.parse(article.publishedAt) - Date.parse(date) < NEWS_DAYS * DAY_MS;
};

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

const observed = (article: Article, of: Label, at: number): unknown => ({
  ...DEFAULTS[of.type],
  ...of,
  ...placed(article, of.evidence),
  id: nameId(NAMESPACE, article.id, article.revision, String(at)),
  ruleId: 'labelled',
  confidence: 1,
  news: isNews(article, of),
  source: 'reporter',
  trace: [],
});

/** The labels of an article as an extraction; undefined where it has none. Throws where a label is malformed. */
export const labelledExtraction = (
  labels: Labels,
  article: Article,
  read: Extraction,
): Extraction | undefined => {
  const name = article.externalId;
  const found =
    name === null ? undefined : (labels.get(keyOf(name, article.publisher)) ?? labels.get(keyOf(name)));
  if (found === undefined) return undefined;
  const observations = found.observations.map((of, at) => observed(article, of, at));
  return extraction.parse({ ...read, relevant: found.relevant, direction: found.direction, observations });
};
