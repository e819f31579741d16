import { EVENT_TYPES, SOURCES, TOPICS, type Article } from '@app/contracts';
import { ENGINE, extract } from '@app/extraction';
import { toMessage, type OutgoingMessage, type Received } from '@app/messaging';

/**
 * What the engine reads in an article, as the message that goes out. Its id rests on the article and the engine, so a
 * second reading of the same article by the same engine is the same message.
 */
export const observationsMessage = (
  { data: article, envelope }: Received<Article>,
  dataSchema: string,
): OutgoingMessage =>
  toMessage({
    topic: TOPICS.observationsExtracted,
    key: article.id,
    data: { article, engine: ENGINE, extraction: extract(article) },
    id: `${article.id}/${article.revision}/${ENGINE.id}/${ENGINE.version}`,
    source: SOURCES.extractor,
    type: EVENT_TYPES.observationsExtracted,
    time: article.receivedAt,
    subject: article.id,
    dataSchema,
    correlationId: envelope.correlationId,
    causationId: envelope.id,
  });
