/** What the engine takes of an article. `publishedAt` is a day or a moment in UTC; null resolves no relative date. */
export interface ArticleInput {
  readonly id: string;
  readonly revision: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly publisher: string;
}
