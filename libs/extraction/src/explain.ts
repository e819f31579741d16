import { type Extraction } from '@app/contracts';
import { type ArticleInput } from './article';

/** Lines for a terminal: each observation's evidence and the chain that led to it. */
export const explain = (article: ArticleInput, extraction: Extraction, observationId?: string): string[] => [
  article.title,
  ...extraction.observations
    .filter((o) => observationId === undefined || o.id === observationId)
    .flatMap((o) => [`${o.type} ${o.id}`, ...o.trace.map((t) => `  ${t.step}: ${t.detail}`)]),
];
