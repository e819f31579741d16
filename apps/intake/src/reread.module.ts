import { type Article } from '@app/contracts';
import { type Transport } from '@app/messaging';
import { Module } from '@nestjs/common';
import { articleMessage } from './articles/article-message';

/** Tells an extractor's operator why it reads what it has read; the id is the same as then. */
const MARK = { replayed: 'true' } as const;

/** The door through which the cli hands recorded articles to the extractors once more. */
@Module({})
export class RereadModule {
  static async publish(
    transport: Transport,
    articles: readonly Article[],
    { correlationId, publicUrl }: { readonly correlationId: string; readonly publicUrl: string },
  ): Promise<void> {
    await transport.publishBatch(
      articles.map((article) => articleMessage({ article, correlationId }, publicUrl, MARK)),
    );
  }
}
