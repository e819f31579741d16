import {
  articleStream,
  eventIds,
  LOG_EVENTS,
  toArticleObserved,
  type Article,
  type ObservationsExtracted,
} from '@app/contracts';
import { type NewEvent } from '@app/event-store';
import { type Received } from '@app/messaging';
import { type FactToRecord, type Origin } from './fact-to-record';

const articleEvent = (article: Article, origin: Origin): NewEvent => ({
  id: eventIds.articleRecorded(article.id, article.revision),
  type: LOG_EVENTS.articleRecorded,
  schemaVersion: 1,
  data: article,
  metadata: { ...origin },
});

/** What a message says, as a fact of the relation, with the article beside it. */
export const observedFact = ({ data, envelope }: Received<ObservationsExtracted>): FactToRecord => {
  const { article } = data;
  const input = toArticleObserved(data);
  const origin = { correlationId: envelope.correlationId ?? envelope.id, causationId: envelope.id };
  return {
    id: eventIds.articleObserved(input),
    input,
    origin,
    beside: { stream: articleStream(article.id), event: articleEvent(article, origin) },
  };
};
