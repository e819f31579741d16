import { EVENT_TYPES, schemaPath, SOURCES, TOPICS, type Article } from '@app/contracts';
import { toMessage, TRANSPORT, type OutgoingMessage, type Transport } from '@app/messaging';
import { ENV } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type IntakeEnv } from '../intake.env';

export interface ArticleToPublish {
  readonly article: Article;
  readonly correlationId: string;
}

/** Puts articles on `articles.received.v1`; resolves once Kafka has them on all replicas. */
@Injectable()
export class PublishArticles {
  private readonly dataSchema: string;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) env: IntakeEnv,
  ) {
    this.dataSchema = new URL(schemaPath(EVENT_TYPES.articleReceived), env.PUBLIC_URL).href;
  }

  async publish(articles: readonly ArticleToPublish[]): Promise<void> {
    if (articles.length > 0) await this.transport.publishBatch(articles.map((one) => this.message(one)));
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
