import {
  articleReceived,
  EVENT_TYPES,
  schemaPath,
  TOPICS,
  topicSettings,
  type Article,
} from '@app/contracts';
import {
  startConsumer,
  TRANSPORT,
  type OutgoingMessage,
  type Received,
  type RunningConsumer,
  type Transport,
} from '@app/messaging';
import { ENV, ServiceContext, withCorrelation } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { type ExtractorEnv } from '../extractor.env';
import { observationsMessage } from './observations-message';

/** So many go out together: the tracker has them while the next are read here, and yet enough of them for one append. */
const TOGETHER = 50;

/** Reads each article that came in and publishes what it states. */
@Injectable()
export class ArticlesConsumer implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumer: RunningConsumer | null = null;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) private readonly env: ExtractorEnv,
    private readonly context: ServiceContext,
  ) {}

  onApplicationBootstrap(): void {
    this.context.health.add(
      'articles',
      () => this.consumer?.health() ?? { ok: false, detail: 'not started' },
    );
    this.consumer = startConsumer(
      this.transport,
      {
        group: 'extractor',
        topic: TOPICS.articlesReceived,
        parse: (json) => articleReceived.parse(json),
        handle: (received) => this.extract(received),
        inContext: withCorrelation,
        logger: this.context.logger,
        metrics: this.context.metrics,
      },
      topicSettings(this.env.TOPIC_PARTITIONS),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer?.stop();
  }

  /** Reads on while what was read is on its way; in order, for none goes out before those in front of it have arrived. */
  private async extract(received: readonly Received<Article>[]): Promise<void> {
    const schema = new URL(schemaPath(EVENT_TYPES.observationsExtracted), this.env.PUBLIC_URL).href;
    let sent = Promise.resolve();
    for (let from = 0; from < received.length; from += TOGETHER) {
      const messages = await this.read(received.slice(from, from + TOGETHER), schema);
      await sent;
      sent = this.transport.publishBatch(messages);
      // Awaited with the next ones; until then its failure must not count as unhandled.
      sent.catch(() => undefined);
    }
    await sent;
    this.context.metrics.count('articles_extracted_total', {}, received.length);
    for (const { data, envelope } of received) {
      const { correlationId } = envelope;
      this.context.logger.info({ articleId: data.id, correlationId }, 'article read');
    }
  }

  private async read(received: readonly Received<Article>[], schema: string): Promise<OutgoingMessage[]> {
    const messages: OutgoingMessage[] = [];
    for (const one of received) {
      messages.push(observationsMessage(one, schema));
      // Whatever else waits for the processor, as what is on its way, has its turn between two articles.
      await setImmediate();
    }
    return messages;
  }
}
