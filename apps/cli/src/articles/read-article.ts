import { type Article, type Extraction } from '@app/contracts';
import { extract } from '@app/extraction';

/** The engine's reading of an article as intake would have handed it on. */
export const readArticle = (article: Article): Extraction => extract(article);

/** The name that a person knows it by: the sender's, else the id. */
export const nameOf = (article: Article): string => article.externalId ?? article.id;
