import { articleObserved, toArticleObserved, type Article, type ArticleObservedEvent } from '@app/contracts';
import { createRelation, record, type Policy, type Relation } from '@app/domain';
import { type EventStore } from '@app/event-store';
import { policyInForce } from '@app/relation-log';
import { ENGINE } from '@app/extraction';
import { readArticle } from '../articles/read-article';
import { logged } from './logged-articles';

export interface Replay {
  /** As the log has it, under the policy in force. */
  readonly live: Relation;
  /** The same articles, corrections and days, each article as this build's engine reads it, under the policy given, else the one in force. */
  readonly anew: Relation;
  readonly articles: number;
  /** Of them, those in which this engine finds something else than the reading that counts now. */
  readonly readOtherwise: number;
  /** Revisions by the engine of each reading in the log, `id version`. */
  readonly readBy: ReadonlyMap<string, number>;
}

/** As the log would hold it: the schema's fields in the schema's order. */
const readAnew = (article: Article): ArticleObservedEvent =>
  articleObserved.parse(toArticleObserved({ article, engine: ENGINE, extraction: readArticle(article) }));

const revisionOf = ({ articleId, revision }: ArticleObservedEvent): string => `${articleId}/${revision}`;

/** What a reading says, without what tells engines apart: ids, rules and how it came about. */
const saying = ({ relevant, direction, observations }: ArticleObservedEvent): string =>
  JSON.stringify([
    relevant,
    direction,
    observations.map((one) => ({ ...one, id: '', ruleId: '', trace: [], confidence: 0 })),
  ]);

/**
 * Folds the log twice, side by side: as it is, and with every article read anew. Nothing is written. A statement that an
 * operator voided was one of an older reading: where the new one says the same, it shows again as a difference.
 */
export const replay = async (
  store: EventStore,
  { policy, onArticle }: { readonly policy?: Policy | undefined; readonly onArticle: () => void },
): Promise<Replay> => {
  const inForce = await policyInForce(store);
  const [live, anew] = [createRelation(inForce), createRelation(policy ?? inForce)];
  const [newest, reread] = [new Map<string, string>(), new Map<string, string>()];
  const readBy = new Map<string, number>();
  for await (const one of logged(store)) {
    if (one.kind === 'article') {
      const input = readAnew(one.article);
      reread.set(revisionOf(input), saying(input));
      record(anew, input);
      onArticle();
      continue;
    }
    record(live, one.input);
    if (one.input.type !== 'ArticleObserved') record(anew, one.input);
    else {
      const by = `${one.input.engine.id} ${one.input.engine.version}`;
      readBy.set(by, (readBy.get(by) ?? 0) + 1);
      newest.set(revisionOf(one.input), saying(one.input));
    }
  }
  const otherwise = [...reread].filter(([revision, says]) => newest.get(revision) !== says);
  return { live, anew, articles: reread.size, readOtherwise: otherwise.length, readBy };
};
