import { z } from 'zod';
import { article } from './article';
import { engine, extraction } from './observation';
import { below, soundly, unsoundArticle, unsoundObservation } from './sound';

/** Stored names: written out, never derived. */
export const TOPICS = {
  articlesReceived: 'articles.received.v1',
  observationsExtracted: 'observations.extracted.v1',
  relationsChanges: 'relations.changes.v1',
  relationsState: 'relations.state.v1',
} as const;

export const EVENT_TYPES = {
  articleReceived: 'detente.article.received.v1',
  observationsExtracted: 'detente.observations.extracted.v1',
  relationChanged: 'detente.relation.changed.v1',
  facetState: 'detente.relation.state.v1',
} as const;

/** `ce_source` of each service's messages. */
export const SOURCES = {
  intake: '/detente/intake',
  extractor: '/detente/extractor',
  tracker: '/detente/tracker',
} as const;

/** The one relation that is tracked. */
export const RELATION = 'us-cn';

/** Value of `articles.received.v1`; key: the article's id. */
export const articleReceived = article.superRefine(soundly(unsoundArticle));

/** Value of `observations.extracted.v1`; key: the article's id. The article travels along, so that the log holds what was read. */
export const observationsExtracted = z
  .object({ article, engine, extraction })
  .superRefine(
    soundly((sent) => [
      ...below(['article'], unsoundArticle(sent.article)),
      ...sent.extraction.observations.flatMap((one, at) =>
        below(['extraction', 'observations', String(at)], unsoundObservation(one)),
      ),
    ]),
  );
export type ObservationsExtracted = z.infer<typeof observationsExtracted>;
