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
  type Received,
  type RunningConsumer,
  type Transport,
} from '@app/messaging';
import { ENV, ServiceContext, withCorrelation } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type ExtractorEnv } from '../extractor.env';
import { observationsMessage } from './observations-message';

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

  private async extract(received: readonly Received<Article>[]): Promise<void> {
    const schema = new URL(schemaPath(EVENT_TYPES.observationsExtracted), this.env.PUBLIC_URL).href;
    await this.transport.publishBatch(received.map((one) => observationsMessage(one, schema)));
    this.context.metrics.count('articles_extracted_total', {}, received.length);
    for (const { data, envelope } of received) {
      const { correlationId } = envelope;
      this.context.logger.info({ articleId: data.id, correlationId }, 'article read');
    }
  }
}
