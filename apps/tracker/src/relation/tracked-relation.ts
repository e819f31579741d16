import { INPUT_EVENTS, LOG_EVENTS, readFoldedEvent, RELATION_STREAM } from '@app/contracts';
import { createRelation, evidenceOf, record, type Evidence, type Relation } from '@app/domain';
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
import { relationEvents } from './relation-events';
import { Turns } from './turns';

/** Appends that somebody else overtook before we give up and let the message come again. */
const ATTEMPTS = 5;
/** Events read at a time while folding the log. */
const PAGE = 1000;

/** The relation as the log has it, and where in its stream that is. */
export interface Tracked {
  readonly relation: Relation;
  /** Of the relation's stream. */
  readonly version: number;
  /** In the log, of the last event folded. */
  readonly position: number;
}

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
    return this.turns.take(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.decideAndAppend(facts);
        } catch (error) {
          this.tracked = null;
          if (!(error instanceof WrongExpectedVersion) || attempt === ATTEMPTS) throw error;
          this.context.logger.info({ attempt }, 'somebody else appended to the relation: folding it anew');
        }
      }
    });
  }

  /** Looks at the relation as the log has it now. */
  read<R>(look: (tracked: Tracked) => R): Promise<R> {
    return this.turns.take(async () => look(await this.upToDate()));
  }

  private async decideAndAppend(facts: readonly FactToRecord[]): Promise<readonly RecordOutcome[]> {
    const { relation, version } = await this.upToDate();
    const sentenceOf = (id: string): Evidence | null => evidenceOf(relation, id);
    const news: FactToRecord[] = [];
    const events: NewEvent[] = [];
    const outcomes = facts.map((fact): RecordOutcome => {
      const recorded = record(relation, readFoldedEvent(fact.input));
      if (!recorded.news) return 'already known';
      if (fact.beside !== undefined) this.activity.note();
      news.push(fact);
      events.push(...relationEvents(fact, recorded.changes, { day: relation.day, sentenceOf }));
      return 'recorded';
    });
    if (events.length > 0) await this.append(news, events, version);
    return outcomes;
  }

  private async append(news: readonly FactToRecord[], events: NewEvent[], version: number): Promise<void> {
    const own = { stream: RELATION_STREAM, expected: version, events };
    const appended = await this.appendOnce([own, ...besideAppends(news)]).catch((error: unknown) => {
      if (!(error instanceof PartlyStored)) throw error;
      // Another engine read articles that are recorded: only what it read is new.
      return this.appendOnce([own, ...besideAppends(news, new Set(error.stored))]);
    });
    this.tracked = this.tracked && { ...this.tracked, ...appended };
  }

  private async appendOnce(items: readonly StreamAppend[]): Promise<Pick<Tracked, 'version' | 'position'>> {
    const [own] = await this.store.append(items);
    if (own === undefined) throw new Error('an append without an answer');
    return { version: own.version, position: own.lastPosition };
  }

  /** Folds what the stream has beyond what is in memory: all of it at first, mostly nothing later. */
  private async upToDate(): Promise<Tracked> {
    const started = performance.now();
    let tracked = this.tracked ?? { relation: createRelation(), version: 0, position: 0 };
    const from = tracked.version;
    for (;;) {
      const events = await this.store.readStream(RELATION_STREAM, {
        afterVersion: tracked.version,
        limit: PAGE,
      });
      for (const { type, data } of events) {
        if (INPUT_EVENTS.includes(type)) record(tracked.relation, readFoldedEvent(data));
        // Another tracker's, where this one stands by: a history is being loaded all the same.
        if (type === LOG_EVENTS.articleObserved) this.activity.note();
      }
      const last = events.at(-1);
      if (last !== undefined)
        tracked = { relation: tracked.relation, version: last.version, position: last.position };
      if (events.length < PAGE) break;
    }
    this.tracked = tracked;
    if (tracked.version > from) {
      const ms = Math.round(performance.now() - started);
      this.context.logger.info({ from, to: tracked.version, ms }, 'folded the relation from the log');
    }
    return tracked;
  }
}
