import { articleStream, eventIds, type Article } from '@app/contracts';
import { EVENT_STORE, type EventStore } from '@app/event-store';
import { LOGGER, type Logger } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** How many of the last accepted revisions are remembered: some minutes' worth of a bulk load. */
const CAPACITY = 10_000;

const keyOf = ({ id, revision }: Article): string => `${id}/${revision}`;

/**
 * Whether a revision of an article is known: accepted by this process lately, or in the event log. It is asked for the
 * answer's sake alone: what it does not know is published, and the tracker records it once. So when the database is away,
 * articles still come in.
 */
@Injectable()
export class KnownArticles {
  private readonly recent = new Set<string>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async has(article: Article): Promise<boolean> {
    return this.recent.has(keyOf(article)) || this.isRecorded(article);
  }

  /** Call once Kafka has it: the log may not hold it yet. */
  remember(article: Article): void {
    this.recent.add(keyOf(article));
    const [oldest] = this.recent;
    if (this.recent.size > CAPACITY && oldest !== undefined) this.recent.delete(oldest);
  }

  private async isRecorded({ id, revision }: Article): Promise<boolean> {
    try {
      const recorded = await this.store.readStream(articleStream(id));
      return recorded.some((event) => event.id === eventIds.articleRecorded(id, revision));
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot ask the log whether it holds the article: publishing it');
      return false;
    }
  }
}
