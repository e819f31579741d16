import { EVENT_STORE_MIGRATIONS, EventLog, type NewEvent } from '@app/event-store';
import { extract } from '@app/extraction';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { Submission } from './articles';

// What each part does by itself with the same articles: nothing that is built of them can be faster. Each answers articles/s.

const GROUP = 200;

const groupsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / GROUP) }, (_, i) => items.slice(i * GROUP, (i + 1) * GROUP));

const perSecond = async (articles: number, work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return articles / ((performance.now() - start) / 1000);
};

/** The same bytes through Kafka alone: produced in groups of 200 by one producer (acks=all) and read by one consumer. */
export const kafkaAlone = async (
  brokers: readonly string[],
  articles: readonly Submission[],
): Promise<number> => {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'limit', logLevel: logLevel.NOTHING });
  const topic = 'limit.articles';
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  const consumer = kafka.consumer({ groupId: 'limit' });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let seen = 0;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.run({
    eachBatch: ({ batch }) => {
      seen += batch.messages.length;
      if (seen >= articles.length) done();
      return Promise.resolve();
    },
  });
  await joined;
  const rate = await perSecond(articles.length, async () => {
    for (const group of groupsOf(articles)) {
      const messages = group.map((one) => ({ key: one.id, value: JSON.stringify(one) }));
      await producer.send({ topic, acks: -1, messages });
    }
    await all;
  });
  await Promise.all([producer.disconnect(), consumer.disconnect()]);
  return rate;
};

const event = (type: string, data: unknown): NewEvent => ({
  ...{ id: randomUUID(), type, schemaVersion: 1 },
  ...{ data, metadata: {} },
});

/** Appends alone, as the tracker makes them: an event of each article to a stream of its own and one to the relation's, 200 articles at once. */
export const appendsAlone = async (url: string, articles: readonly Submission[]): Promise<number> => {
  const source = new DataSource({ type: 'postgres', url, migrations: EVENT_STORE_MIGRATIONS });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  const pool = new Pool({ connectionString: url, max: 4 });
  const { store } = new EventLog({ pool, log: 'limit' });
  const append = async (): Promise<void> => {
    for (const group of groupsOf(articles)) {
      const own = group.map(() => event('ArticleObserved', { observations: [] }));
      await store.append([
        { stream: 'relation', expected: 'any', events: own },
        ...group.map((one) => ({
          ...{ stream: `article-${one.id}`, expected: 'none' as const },
          events: [event('ArticleRecorded', one)],
        })),
      ]);
    }
  };
  return perSecond(articles.length, append).finally(() => pool.end());
};

/** Extraction alone, one core. */
export const extractionAlone = (articles: readonly Submission[]): Promise<number> =>
  perSecond(articles.length, () => {
    for (const article of articles) extract({ ...article, revision: 'limit' });
    return Promise.resolve();
  });
