import { INPUT_EVENTS, LOG_EVENTS, readFoldedEvent, RELATION_STREAM } from '@app/contracts';
import { createRelation, evidenceOf, record, type Evidence, type Relation } from '@app/domain';
import {
  EVENT_STORE,
  PartlyStored,
  WrongExpectedVersion,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
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
const PAGE = 200;

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
          return await this.decideAndAppend(await this.upToDate(), facts);
        } catch (error) {
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

  private async decideAndAppend(
    { relation, version, position }: Tracked,
    facts: readonly FactToRecord[],
  ): Promise<readonly RecordOutcome[]> {
    // Whatever goes wrong from here on, the memory may hold what the log does not.
    this.tracked = null;
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
    const at = events.length > 0 ? await this.append(news, events, version) : { version, position };
    this.tracked = { relation, ...at };
    return outcomes;
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

  /**
   * Folds what the stream has beyond what is in memory: all of it at first, mostly nothing later. Page by page, so that one
   * that cannot be read costs no other, and whatever else waits for the processor has its turn between two.
   */
  private async upToDate(): Promise<Tracked> {
    const started = performance.now();
    let tracked = this.tracked ?? { relation: createRelation(), version: 0, position: 0 };
    const from = tracked.version;
    for (let isLast = false; !isLast;) {
      const events = await this.store.readStream(RELATION_STREAM, {
        afterVersion: tracked.version,
        limit: PAGE,
      });
      tracked = this.addPage(tracked, events);
      this.tracked = tracked;
      isLast = events.length < PAGE;
    }
    if (tracked.version > from) {
      const ms = Math.round(performance.now() - started);
      this.context.logger.info({ from, to: tracked.version, ms }, 'folded the relation from the log');
    }
    return tracked;
  }

  /** Should it break off in the middle, the page comes again: what is folded twice makes no difference. */
  private addPage({ relation, version, position }: Tracked, events: readonly RecordedEvent[]): Tracked {
    for (const { type, data } of events) {
      if (INPUT_EVENTS.includes(type)) record(relation, readFoldedEvent(data));
      // Another tracker's, where this one stands by: a history is being loaded all the same.
      if (type === LOG_EVENTS.articleObserved) this.activity.note();
    }
    const last = events.at(-1);
    return { relation, version: last?.version ?? version, position: last?.position ?? position };
  }
}
