import { EVENT_TYPES, schemaPath, SOURCES, TOPICS, topicSettings, type Article } from '@app/contracts';
import { toMessage, TRANSPORT, type OutgoingMessage, type Transport } from '@app/messaging';
import { ENV, ServiceContext } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type IntakeEnv } from '../intake.env';

export interface ArticleToPublish {
  readonly article: Article;
  readonly correlationId: string;
}

/** Puts articles on `articles.received.v1`; resolves once Kafka has them on all replicas. */
@Injectable()
export class PublishArticles implements OnApplicationBootstrap {
  private readonly dataSchema: string;
  private topics: Promise<void> | null = null;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) private readonly env: IntakeEnv,
    private readonly context: ServiceContext,
  ) {
    this.dataSchema = new URL(schemaPath(EVENT_TYPES.articleReceived), env.PUBLIC_URL).href;
  }

  onApplicationBootstrap(): void {
    this.context.health.add('broker', () => this.transport.health());
  }

  async publish(articles: readonly ArticleToPublish[]): Promise<void> {
    if (articles.length === 0) return;
    await this.topicsAreThere();
    await this.transport.publishBatch(articles.map((one) => this.message(one)));
    for (const { article, correlationId } of articles) {
      this.context.logger.info({ articleId: article.id, correlationId }, 'article accepted');
    }
  }

  private topicsAreThere(): Promise<void> {
    this.topics ??= this.transport
      .ensureTopics(topicSettings(this.env.TOPIC_PARTITIONS))
      .catch((error: unknown) => {
        this.topics = null;
        throw error;
      });
    return this.topics;
  }

  private message({ article, correlationId }: ArticleToPublish): OutgoingMessage {
    return toMessage({
      topic: TOPICS.articlesReceived,
      key: article.id,
      data: article,
      id: `${article.id}/${article.revision}`,
      source: SOURCES.intake,
      type: EVENT_TYPES.articleReceived,
      time: article.receivedAt,
      subject: article.id,
      dataSchema: this.dataSchema,
      correlationId,
    });
  }
}
