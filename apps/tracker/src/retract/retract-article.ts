import { articleStream, eventIds, isAhead } from '@app/contracts';
import { EVENT_STORE, type EventStore } from '@app/event-store';
import { CLOCK, type Clock } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type z } from 'zod';
import { type RecordOutcome } from '../relation/fact-to-record';
import { TrackedRelation } from '../relation/tracked-relation';
import { type retractionRequest } from './retract.dto';

/** One dated ahead would take the day of the relation with it. */
export type RetractionOutcome = RecordOutcome | 'no such article' | 'ahead of time';

/** Take an article back: from then on it says nothing. */
export class RetractArticle extends Command<RetractionOutcome> {
  constructor(
    readonly articleId: string,
    readonly request: z.infer<typeof retractionRequest>,
    readonly correlationId: string,
  ) {
    super();
  }
}

@CommandHandler(RetractArticle)
export class RetractArticleHandler implements ICommandHandler<RetractArticle> {
  constructor(
    private readonly relation: TrackedRelation,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    articleId,
    request: { reason, by, at: told },
    correlationId,
  }: RetractArticle): Promise<RetractionOutcome> {
    const now = this.clock.now();
    const at = told ?? now.toISOString();
    if (isAhead(at, now)) return 'ahead of time';
    if ((await this.store.streamVersion(articleStream(articleId))) === 0) return 'no such article';
    const [outcome] = await this.relation.record([
      {
        id: eventIds.articleRetracted(articleId, at),
        input: { type: 'ArticleRetracted', articleId, reason, by, at },
        origin: { correlationId, causationId: correlationId },
      },
    ]);
    return outcome ?? 'recorded';
  }
}
