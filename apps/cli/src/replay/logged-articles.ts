import { article, LOG_EVENTS, readInputEvent, type Article, type InputEvent } from '@app/contracts';
import { type EventStore } from '@app/event-store';

/** Positions looked at in one go. */
const PAGE = 1000;

/** What the log holds for a replay: each article's revision as it came in, and all that readings are folded from. */
export type Logged =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'input'; readonly input: InputEvent };

const TYPES = [
  LOG_EVENTS.articleRecorded,
  LOG_EVENTS.articleObserved,
  LOG_EVENTS.articleRetracted,
  LOG_EVENTS.operatorCorrected,
  LOG_EVENTS.dayPassed,
];

/** In the order of the log, up to where it ends when the reader gets there. */
export async function* logged(store: EventStore): AsyncGenerator<Logged> {
  for (let after = 0; ;) {
    const { events, upTo } = await store.readAll({ after, limit: PAGE, types: TYPES });
    for (const { type, data } of events) {
      if (type === LOG_EVENTS.articleRecorded) yield { kind: 'article', article: article.parse(data) };
      else yield { kind: 'input', input: readInputEvent(data) };
    }
    if (upTo === after) return;
    after = upTo;
  }
}
