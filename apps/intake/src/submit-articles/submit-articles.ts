import { type Article } from '@app/contracts';
import { CLOCK, Metrics, type Clock } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
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

/** Checks articles, publishes those that are new, and says of each what became of it, in order. */
@Injectable()
export class SubmitArticles {
  constructor(
    private readonly publisher: PublishArticles,
    private readonly known: KnownArticles,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async submit(submissions: readonly Submission[]): Promise<SubmissionOutcome[]> {
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
