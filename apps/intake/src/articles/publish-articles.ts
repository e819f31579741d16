import { topicSettings } from '@app/contracts';
import { TRANSPORT, type Transport } from '@app/messaging';
import { ENV, ServiceContext } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type IntakeEnv } from '../intake.env';
import { articleMessage, type ArticleToPublish } from './article-message';

/** Puts articles on `articles.received.v1`; resolves once Kafka has them on all replicas. */
@Injectable()
export class PublishArticles implements OnApplicationBootstrap {
  private topics: Promise<void> | null = null;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) private readonly env: IntakeEnv,
    private readonly context: ServiceContext,
  ) {}

  onApplicationBootstrap(): void {
    this.context.health.add('broker', () => this.transport.health());
  }

  async publish(articles: readonly ArticleToPublish[]): Promise<void> {
    if (articles.length === 0) return;
    await this.topicsAreThere();
    await this.transport.publishBatch(articles.map((one) => articleMessage(one, this.env.PUBLIC_URL)));
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
}
