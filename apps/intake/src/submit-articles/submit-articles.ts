import { type Article } from '@app/contracts';
import { CLOCK, Metrics, type Clock } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownArticles } from '../articles/known-articles';
import { type ArticleToPublish } from '../articles/article-message';
import { PublishArticles } from '../articles/publish-articles';
import { checkSubmission } from './check-submission';
import { type SubmissionOutcome } from './submission-outcome';

export interface Submission {
  /** What was sent, parsed from JSON. */
  readonly json: unknown;
  readonly correlationId: string;
}

const keyOf = ({ id, revision }: Article): string => `${id}/${revision}`;

/** Check articles, publish those that are new, and say of each what became of it, in order. */
export class SubmitArticles extends Command<SubmissionOutcome[]> {
  constructor(readonly submissions: readonly Submission[]) {
    super();
  }
}

@CommandHandler(SubmitArticles)
export class SubmitArticlesHandler implements ICommandHandler<SubmitArticles> {
  constructor(
    private readonly publisher: PublishArticles,
    private readonly known: KnownArticles,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ submissions }: SubmitArticles): Promise<SubmissionOutcome[]> {
    const now = this.clock.now();
    const checked = submissions.map(({ json }) => checkSubmission(json, now));
    const known = await Promise.all(
      checked.map(async (one) => 'article' in one && (await this.known.has(one.article))),
    );
    const taken = new Set<string>();
    const fresh: ArticleToPublish[] = [];
    const outcomes = checked.map((one, at): SubmissionOutcome => {
      if ('errors' in one) return { status: 'invalid', errors: one.errors };
      const { article } = one;
      const isNew = known[at] !== true && !taken.has(keyOf(article));
      taken.add(keyOf(article));
      if (isNew) fresh.push({ article, correlationId: submissions[at]?.correlationId ?? article.id });
      return { status: isNew ? 'accepted' : 'duplicate', id: article.id, revision: article.revision };
    });
    await this.publisher.publish(fresh);
    for (const { article } of fresh) this.known.remember(article);
    for (const { status } of outcomes) this.metrics.count('articles_submitted_total', { outcome: status });
    return outcomes;
  }
}
