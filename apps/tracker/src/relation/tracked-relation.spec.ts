import {
  eventIds,
  LOG_EVENTS,
  normalise,
  observation,
  RELATION_STREAM,
  type Engine,
  type ObservationsExtracted,
} from '@app/contracts';
import { MemoryEventStore, type Appended, type EventStore, type RecordedEvent } from '@app/event-store';
import { type Received } from '@app/messaging';
import { BreakingStore, quietContext } from '@app/testing';
import { Activity } from './activity';
import { type FactToRecord } from './fact-to-record';
import { observedFact } from './observed-fact';
import { TrackedRelation } from './tracked-relation';

const clock = { now: (): Date => new Date('2025-06-07T00:00:00.000Z') };
const context = quietContext(clock);
const trackedRelation = (store: EventStore): TrackedRelation =>
  new TrackedRelation(store, new Activity(clock), context);

const RULES: Engine = { id: 'rules', version: '1' };

/** A message about an article of this name, in which one side speaks in a tone; or nothing of trade, for null. */
const observedArticle = (name: string, tone: string | null, engine = RULES): FactToRecord => {
  const sent = { id: name, publisher: `${name}.example`, publishedAt: '2025-06-06', title: name, text: name };
  const article = normalise(sent, '2025-06-06T10:00:00.000Z');
  const words = { in: 'text', start: 0, end: name.length, text: name };
  const stance = {
    ...{ type: 'stance', actor: 'US', tone, id: article.id, evidence: words, sentence: words },
    ...{ ruleId: 'stance', confidence: 0.9, news: true, source: 'US', trace: [] },
  };
  const observations = tone === null ? [] : [observation.parse(stance)];
  const data: ObservationsExtracted = {
    article,
    engine,
    extraction: {
      ...{ relevant: tone !== null, reason: null, direction: 'neutral', language: 'en', signature: [] },
      observations,
    },
  };
  const envelope = { id: `m-${name}`, source: 's', type: 't', time: '', correlationId: `c-${name}` };
  const message: Received<ObservationsExtracted>['message'] = {
    ...{ topic: 't', partition: 0, offset: '0', key: name, value: null, headers: {}, timestamp: 0 },
  };
  return observedFact({ data, envelope, message });
};

/** A store whose database can be away. */
class FlakyStore extends MemoryEventStore {
  away = false;
  override append(...args: Parameters<MemoryEventStore['append']>): Promise<readonly Appended[]> {
    return this.away ? Promise.reject(new Error('Connection terminated')) : super.append(...args);
  }
}

const read = (store: EventStore): Promise<readonly RecordedEvent[]> => store.readStream(RELATION_STREAM);
const typesOf = (events: readonly RecordedEvent[]): string[] => events.map(({ type }) => type);

describe('a tracker that starts', () => {
  it('goes on folding where the database went away, not from the beginning', async () => {
    const store = new BreakingStore();
    const first = trackedRelation(store);
    for (let n = 0; n < 300; n += 1)
      await first.record([observedArticle(`article ${n}`, n % 2 === 0 ? 'hostile' : 'conciliatory')]);
    store.askedAfter.length = 0;
    store.pagesLeft = 1;
    const started = trackedRelation(store);
    await expect(started.record([observedArticle('one more', 'cautious')])).rejects.toThrow('terminated');
    await started.record([observedArticle('one more', 'cautious')]);

    const [, brokeAt, wentOnAt] = store.askedAfter;
    expect(brokeAt).toBeGreaterThan(0);
    expect(wentOnAt).toBe(brokeAt);
  });
});

describe('a tracker that stands by', () => {
  it('knows that a history is being loaded by what another one records', async () => {
    const store = new MemoryEventStore();
    let now = Date.parse('2025-06-07T00:00:00.000Z');
    const activity = new Activity({ now: () => new Date(now) });
    const standby = new TrackedRelation(store, activity, context);
    now += 60_000;
    await trackedRelation(store).record([observedArticle('one', 'conciliatory')]);
    expect(activity.idleSeconds()).toBe(60);
    await standby.read(({ version }) => version);
    expect(activity.idleSeconds()).toBe(0);
  });
});

describe('recording what was observed', () => {
  it('appends the reading, then what it changes, and the article beside it', async () => {
    const store = new MemoryEventStore();
    const fact = observedArticle('one', 'conciliatory');
    expect(await trackedRelation(store).record([fact])).toEqual(['recorded']);
    const [observed, ...changes] = await read(store);
    expect(observed).toMatchObject({ id: fact.id, type: LOG_EVENTS.articleObserved, version: 1 });
    expect(typesOf(changes)).toContain(LOG_EVENTS.relationChanged);
    expect(changes[0]).toMatchObject({
      id: eventIds.relationChanged(fact.id, 0),
      metadata: { causationId: fact.id, correlationId: 'c-one' },
    });
    expect(typesOf(await store.readStream(fact.beside?.stream ?? ''))).toEqual([LOG_EVENTS.articleRecorded]);
  });

  it('says of a repeat that it is known, and appends nothing', async () => {
    const store = new MemoryEventStore();
    const relation = trackedRelation(store);
    const fact = observedArticle('one', 'conciliatory');
    await relation.record([fact]);
    const { position } = await store.head();
    expect(await relation.record([fact, fact])).toEqual(['already known', 'already known']);
    expect((await store.head()).position).toBe(position);
  });

  it('knows after a restart what was recorded before it', async () => {
    const store = new MemoryEventStore();
    await trackedRelation(store).record([observedArticle('one', 'conciliatory')]);
    const outcomes = await trackedRelation(store).record([
      observedArticle('one', 'conciliatory'),
      observedArticle('two', 'hostile'),
    ]);
    expect(outcomes).toEqual(['already known', 'recorded']);
  });

  it('decides again when another process appended first', async () => {
    const store = new MemoryEventStore();
    const [mine, other] = [trackedRelation(store), trackedRelation(store)];
    await mine.record([observedArticle('one', 'conciliatory')]);
    await other.record([observedArticle('two', 'hostile')]);
    expect(
      await mine.record([observedArticle('two', 'hostile'), observedArticle('three', 'cautious')]),
    ).toEqual(['already known', 'recorded']);
    const observed = (await read(store)).filter(({ type }) => type === LOG_EVENTS.articleObserved);
    expect(observed).toHaveLength(3);
  });

  it('records what another engine reads in an article that is recorded, without the article once more', async () => {
    const store = new MemoryEventStore();
    const relation = trackedRelation(store);
    const first = observedArticle('one', 'conciliatory');
    await relation.record([first]);
    const second = observedArticle('one', 'hostile', { id: 'model', version: '1' });
    expect(await relation.record([second])).toEqual(['recorded']);
    expect(await store.readStream(first.beside?.stream ?? '')).toHaveLength(1);
  });

  it('believes nothing that could not be appended', async () => {
    const store = new FlakyStore();
    const relation = trackedRelation(store);
    const fact = observedArticle('one', 'conciliatory');
    store.away = true;
    await expect(relation.record([fact])).rejects.toThrow('Connection terminated');
    store.away = false;
    expect(await relation.record([fact])).toEqual(['recorded']);
    expect(await relation.read(({ version }) => version)).toBe(await store.streamVersion(RELATION_STREAM));
  });
});

describe('an article that says nothing of trade', () => {
  it('is recorded once, without changes', async () => {
    const store = new MemoryEventStore();
    const relation = trackedRelation(store);
    const fact = observedArticle('sports', null);
    expect(await relation.record([fact])).toEqual(['recorded']);
    expect(await relation.record([fact])).toEqual(['already known']);
    expect(typesOf(await read(store))).toEqual([LOG_EVENTS.articleObserved]);
    const [article] = await store.readStream(fact.beside?.stream ?? '');
    expect(article?.data).toMatchObject({ title: 'sports' });
  });
});
