import { articleSubmission, normalise, type Article } from '@app/contracts';
import { readRaw, type RawArticle } from './article-files';

interface Fault {
  readonly where: string;
  readonly faults: readonly string[];
}

export interface LoadedArticle {
  readonly where: string;
  readonly article: Article;
  /** The JSON as it stood, `gold` included. */
  readonly raw: unknown;
}

export interface Loaded {
  readonly articles: readonly LoadedArticle[];
  readonly faults: readonly Fault[];
  /** How many were left out because the same revision of the same article came before. */
  readonly repeats: number;
}

const check = (raw: RawArticle, receivedAt: string): LoadedArticle | Fault => {
  if ('fault' in raw.json) return { where: raw.where, faults: [raw.json.fault] };
  const result = articleSubmission.safeParse(raw.json.value);
  if (result.success) {
    return { where: raw.where, article: normalise(result.data, receivedAt), raw: raw.json.value };
  }
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`);
  return { where: raw.where, faults };
};

/** Articles from paths, each once: a path named twice, or the same article in two files, counts once. */
export const loadArticles = async (paths: readonly string[], receivedAt: string): Promise<Loaded> => {
  const seen = new Map<string, LoadedArticle>();
  const faults: Fault[] = [];
  let repeats = 0;
  for (const raw of await readRaw(paths)) {
    const checked = check(raw, receivedAt);
    if ('faults' in checked) {
      faults.push(checked);
      continue;
    }
    const key = `${checked.article.id}/${checked.article.revision}`;
    if (seen.has(key)) repeats += 1;
    else seen.set(key, checked);
  }
  return { articles: [...seen.values()], faults, repeats };
};
