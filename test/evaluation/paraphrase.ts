import { type GoldArticle } from './corpus';
export const paraphrases = (article: GoldArticle, n: number): readonly GoldArticle[] =>
  Array.from({ length: n }, () => article);
