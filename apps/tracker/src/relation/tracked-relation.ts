import { eventIds, LOG_EVENTS, readFoldedEvent, RELATION_STREAM } from '@app/contracts';
import { changesByPolicy, evidenceOf, record, type Evidence, type Relation } from '@app/domain';
import {
  EVENT_STORE,
  PartlyStored,
  WrongExpectedVersion,
  type EventStore,
  type NewEvent,
  type StreamAppend,
} from '@app/event-store';
import { ServiceContext } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Activity } from './activity';
import { besideAppends, type FactToRecord, type RecordOutcome } from './fact-to-record';
import { fold, under, type Tracked } from './fold';
import { outcomeOf, type Adoption, type AdoptionToRecord } from './policy-adoption';
import { relationEvents, type Told } from './relation-events';
import { Turns } from './turns';

/** Appends that somebody else overtook before we give up and let the message come again. */
const ATTEMPTS = 5;

const toldBy = (relation: Relation): Told => ({
  day: relation.day,
  sentenceOf: (id): Evidence | null => evidenceOf(relation, id),
});

/**
 * The relation in memory, folded from its stream, and the one way to record something about it: decide, append under
 * the version that was read, and only then believe it. Whatever goes wrong between, the memory is dropped and folded
 * anew: it never holds what the log does not.
 */
@Injectable()
export class TrackedRelation {
  private readonly turns = new Turns();
  private tracked: Tracked | null = null;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly activity: Activity,
    private readonly context: ServiceContext,
  ) {}

  /** Records facts in order, all or nothing, each once; answers in order. */
  record(facts: readonly FactToRecord[]): Promise<readonly RecordOutcome[]> {
    return this.turns.take(() =>
      this.untilNobodyOvertakes(async () => this.decideAndAppend(await this.upToDate(), facts)),
    );
  }

  /**
   * Reads the log under another policy from now on: folds it anew, appends the adoption with what a reader sees change by it, and only
   * then believes it. All else waits meanwhile, as at a start. A rehearsal stops before the append.
   */
  adopt(adoption: AdoptionToRecord): Promise<Adoption> {
    return this.turns.take(() =>
      this.untilNobodyOvertakes(async () => this.foldAnewAndAppend(await this.upToDate(), adoption)),
    );
  }

  /** Looks at the relation as the log has it now. */
  read<R>(look: (tracked: Tracked) => R): Promise<R> {
    return this.turns.take(async () => look(await this.upToDate()));
  }

  /** The version of the policy in force when the log was looked at last; null: it was not yet. */
  policyInForce(): string | null {
    return this.tracked?.relation.policy.version ?? null;
  }

  private async untilNobodyOvertakes<R>(work: () => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt === ATTEMPTS) throw error;
        this.context.logger.info({ attempt }, 'somebody else appended to the relation: folding it anew');
      }
    }
  }

  private async decideAndAppend(
    tracked: Tracked,
    facts: readonly FactToRecord[],
  ): Promise<readonly RecordOutcome[]> {
    // Whatever goes wrong from here on, the memory may hold what the log does not.
    this.tracked = null;
    const { relation, version } = tracked;
    const news: FactToRecord[] = [];
    const events: NewEvent[] = [];
    const outcomes = facts.map((fact): RecordOutcome => {
      const recorded = record(relation, readFoldedEvent(fact.input));
      if (!recorded.news) return 'already known';
      if (fact.beside !== undefined) this.activity.note();
      news.push(fact);
      events.push(...relationEvents(fact, recorded.changes, toldBy(relation)));
      return 'recorded';
    });
    const at = events.length > 0 ? await this.append(news, events, version) : {};
    this.tracked = { ...tracked, ...at };
    return outcomes;
  }

  private async foldAnewAndAppend(
    before: Tracked,
    { policy, origin, isRehearsal, ...why }: AdoptionToRecord,
  ): Promise<Adoption> {
    const outcome = await outcomeOf(policy, before, this.store);
    if (outcome !== 'adopted') return { outcome, changes: [] };
    const after = await fold(this.store, under(policy, { position: Infinity }));
    if (after.version !== before.version)
      throw new WrongExpectedVersion(RELATION_STREAM, before.version, after.version);
    const changes = changesByPolicy(before.relation, after.relation);
    if (isRehearsal) return { outcome: 'would be adopted', changes };
    const cause = {
      id: eventIds.policyAdopted(policy.version, before.adopted?.position ?? 0),
      input: { type: LOG_EVENTS.policyAdopted, policy, ...why },
      origin,
    };
    const events = relationEvents(cause, changes, toldBy(after.relation));
    const { version, position } = await this.append([], events, after.version);
    const adopted = { position: position - changes.length };
    this.tracked = { relation: after.relation, version, position, adopted };
    this.context.logger.info({ policy: policy.version, changes: changes.length }, 'adopted a policy');
    return { outcome, changes };
  }

  private append(
    news: readonly FactToRecord[],
    events: NewEvent[],
    version: number,
  ): Promise<Pick<Tracked, 'version' | 'position'>> {
    const own = { stream: RELATION_STREAM, expected: version, events };
    return this.appendOnce([own, ...besideAppends(news)]).catch((error: unknown) => {
      if (!(error instanceof PartlyStored)) throw error;
      // Another engine read articles that are recorded: only what it read is new.
      return this.appendOnce([own, ...besideAppends(news, new Set(error.stored))]);
    });
  }

  private async appendOnce(items: readonly StreamAppend[]): Promise<Pick<Tracked, 'version' | 'position'>> {
    const [own] = await this.store.append(items);
    if (own === undefined) throw new Error('an append without an answer');
    return { version: own.version, position: own.lastPosition };
  }

  /** Folds what the stream has beyond what is in memory: all of it at first, mostly nothing later. */
  private async upToDate(): Promise<Tracked> {
    const started = performance.now();
    const from = this.tracked?.version ?? 0;
    const tracked = await fold(this.store, this.tracked, (page, events) => {
      this.tracked = page;
      // Another tracker's, where this one stands by: a history is being loaded all the same.
      if (events.some(({ type }) => type === LOG_EVENTS.articleObserved)) this.activity.note();
    });
    if (tracked.version > from) {
      const ms = Math.round(performance.now() - started);
      this.context.logger.info({ from, to: tracked.version, ms }, 'folded the relation from the log');
    }
    return tracked;
  }
}
