import {
  INPUT_EVENTS,
  normalise,
  observation,
  RELATION_STREAM,
  type ObservationsExtracted,
} from '@app/contracts';
import { MemoryEventStore, type HandlerContext, type RecordedEvent } from '@app/event-store';
import { createTransport, TransportUnavailable, type OutgoingMessage, type Transport } from '@app/messaging';
import { quietContext, useDatabase } from '@app/testing';
import { Client } from 'pg';
import { Activity } from '../relation/activity';
import { observedFact } from '../relation/observed-fact';
import { TrackedRelation } from '../relation/tracked-relation';
import { trackerEnv } from '../tracker.env';
import { RelayState } from './relay-state';

const clock = { now: (): Date => new Date('2025-06-07T00:00:00.000Z') };
const context = quietContext(clock);

/** An article in which a side speaks in a tone: a facet of its own, and the index of tension, which no tone moves. */
const fact = (actor: 'US' | 'CN', tone: string): ReturnType<typeof observedFact> => {
  const name = `${actor} ${tone}`;
  const sent = { id: name, publisher: 'reuters.com', publishedAt: '2025-06-06', title: name, text: name };
  const article = normalise(sent, '2025-06-06T10:00:00.000Z');
  const words = { in: 'text', start: 0, end: name.length, text: name };
  const stance = observation.parse({
    ...{ type: 'stance', actor, tone, id: article.id, evidence: words, sentence: words },
    ...{ ruleId: 'stance', confidence: 0.9, news: true, source: 'US', trace: [] },
  });
  const extraction: ObservationsExtracted['extraction'] = {
    ...{ relevant: true, reason: null, direction: 'neutral', language: 'en', signature: [] },
    observations: [stance],
  };
  const envelope = { id: name, source: 's', type: 't', time: '', correlationId: name };
  const message = {
    topic: 't',
    partition: 0,
    offset: '0',
    key: name,
    value: null,
    headers: {},
    timestamp: 0,
  };
  return observedFact({
    data: { article, engine: { id: 'rules', version: '1' }, extraction },
    envelope,
    message,
  });
};

const setUp = (): {
  learn: (actor: 'US' | 'CN', tone: string) => Promise<void>;
  relay: (epoch: number, tx: HandlerContext['tx']) => Promise<void>;
  taken: () => number;
  published: string[][];
  refuseOnce: () => void;
} => {
  const store = new MemoryEventStore();
  const relation = new TrackedRelation(store, new Activity(clock), context);
  const published: string[][] = [];
  let taken = 0;
  let refuses = false;
  const publishBatch = (messages: readonly OutgoingMessage[]): Promise<void> => {
    if (refuses) {
      refuses = false;
      return Promise.reject(new TransportUnavailable('refused'));
    }
    published.push(messages.map(({ key }) => key));
    return Promise.resolve();
  };
  const takeOver: Transport['takeOver'] = () => {
    taken += 1;
    return Promise.resolve({ publishBatch, close: () => Promise.resolve() });
  };
  const transport = Object.assign(createTransport({ kind: 'memory', clientId: 'spec' }), { takeOver });
  const env = trackerEnv.parse({ DATABASE_URL: 'postgres://nowhere/none' });
  const handler = new RelayState(transport, env, relation, context.metrics);
  return {
    published,
    taken: () => taken,
    refuseOnce: () => {
      refuses = true;
    },
    learn: async (actor, tone) => {
      await relation.record([fact(actor, tone)]);
    },
    relay: async (epoch, tx) => {
      const all: readonly RecordedEvent[] = await store.readStream(RELATION_STREAM);
      const events = all.filter(({ type }) => INPUT_EVENTS.includes(type)).slice(-1);
      await handler.handle(events, { tx, epoch, version: 1, isReplay: false });
    },
  };
};

const ALL = ['us-cn/stance/CN', 'us-cn/stance/US', 'us-cn/tension'];

describe('the relay of the state', () => {
  const database = useDatabase();

  it('begins with all facets, then publishes those that read differently', async () => {
    const { learn, relay, published, taken } = setUp();
    await learn('US', 'hostile');
    await learn('CN', 'cautious');
    await relay(1, database.pool);
    await relay(1, database.pool);
    await learn('CN', 'conciliatory');
    await relay(1, database.pool);

    expect(published.map((keys) => keys.toSorted())).toEqual([ALL, [], ['us-cn/stance/CN']]);
    expect(taken()).toBe(1);
  });

  it.each(['another lease', 'a publish that failed'])(
    'takes over anew, with all facets, after %s',
    async (what) => {
      const { learn, relay, published, taken, refuseOnce } = setUp();
      await learn('US', 'hostile');
      await learn('CN', 'cautious');
      await relay(1, database.pool);
      await learn('CN', 'conciliatory');
      if (what === 'another lease') await relay(3, database.pool);
      else {
        refuseOnce();
        await expect(relay(1, database.pool)).rejects.toThrow('refused');
        await relay(1, database.pool);
      }

      expect(published.at(-1)?.toSorted()).toEqual(ALL);
      expect(taken()).toBe(2);
    },
  );

  it('publishes nothing when it lost the lease while it took over', async () => {
    const { learn, relay, published } = setUp();
    await learn('US', 'hostile');
    const ended = new Client({ connectionString: database.url });
    await ended.connect();
    await ended.end();
    await expect(relay(1, ended)).rejects.toThrow(/closed/);

    expect(published).toEqual([]);
  });
});
