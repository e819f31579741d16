import { EVENT_TYPES, schemaPath, SOURCES, TOPICS, type Article } from '@app/contracts';
import { toMessage, type OutgoingMessage } from '@app/messaging';

export interface ArticleToPublish {
  readonly article: Article;
  readonly correlationId: string;
}

/** An article as it goes to the extractors. Its id rests on what it says: sent twice, it is the same message. */
export const articleMessage = (
  { article, correlationId }: ArticleToPublish,
  publicUrl: string,
  headers: Readonly<Record<string, string>> = {},
): OutgoingMessage =>
  toMessage({
    topic: TOPICS.articlesReceived,
    key: article.id,
    data: article,
    id: `${article.id}/${article.revision}`,
    source: SOURCES.intake,
    type: EVENT_TYPES.articleReceived,
    time: article.receivedAt,
    subject: article.id,
    dataSchema: new URL(schemaPath(EVENT_TYPES.articleReceived), publicUrl).href,
    correlationId,
    headers,
  });
