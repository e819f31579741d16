// A process a contender, so that none pays for another's garbage. argv: kind, database, folder with the peers' packages.
// Takes {id, method, args}, answers {id, result} or {id, error}.
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

const [kind, url, peers] = process.argv.slice(2);
const here = createRequire(import.meta.url);
const { article, measureAppends, measureLatency, seconds } = here('./load.ts');
const events = (n) => Array.from({ length: n }, (_, i) => ({ type: 'ArticleReceived', data: article(i) }));
const from = (name) => createRequire(path.join(path.resolve(peers), 'package.json'))(name);

const contenders = {
  ours: () => here('./ours.ts').open(url),

  emmett: async () => {
    const emmett = from('@event-driven-io/emmett-postgresql');
    const store = emmett.getPostgreSQLEventStore(url);
    await store.schema.migrate();
    // 0n, not STREAM_DOES_NOT_EXIST: that one is accepted and not enforced.
    const append = (stream, n) => store.appendToStream(stream, events(n), { expectedStreamVersion: 0n });
    let total = 0;
    let round = 0;
    return {
      appends: (cell) => measureAppends(append, cell),
      seed: async ({ events: n, streams }) => {
        for (let i = 0; i < streams; i++) await append(`art-${i}`, n / streams);
        total = n;
      },
      rebuild: async () => {
        // A name a round: its second rebuild of one projection truncates and reads nothing.
        const name = `documents_${++round}`;
        const consumer = emmett.rebuildPostgreSQLProjections({
          connectionString: url,
          pulling: { batchSize: 1000 },
          projection: emmett.pongoSingleStreamProjection({
            name,
            collectionName: name,
            canHandle: ['ArticleReceived'],
            initialState: () => ({ n: 0 }),
            evolve: (document, event) => ({ ...document, n: document.n + 1, last: event.data.id }),
          }),
        });
        const start = performance.now();
        await consumer.start();
        const took = seconds(start);
        await consumer.close();
        return { perSecond: total / took };
      },
      latency: async ({ times }) => {
        const handled = new Map();
        const consumer = emmett.postgreSQLEventStoreConsumer({ connectionString: url });
        consumer.reactor({
          processorId: 'latency',
          startFrom: 'BEGINNING',
          eachMessage: (message) => void handled.get(message.metadata.streamName)?.(),
        });
        const failed = consumer.start().catch((error) => console.error('consumer failed:', error.message));
        const one = async () => {
          const stream = `latency-${randomUUID()}`;
          const done = new Promise((resolve) => handled.set(stream, resolve));
          await append(stream, 1);
          await done;
        };
        await one();
        const latencies = await measureLatency(times, one);
        await consumer.close();
        await failed;
        return latencies;
      },
      close: () => store.close(),
    };
  },

  castore: async () => {
    const { EventStore, EventType } = from('@castore/core');
    const { PostgresEventStorageAdapter } = from('@castore/event-storage-adapter-postgres');
    await PostgresEventStorageAdapter.createEventTable({ connectionString: url, tableName: 'event' });
    const store = new EventStore({
      eventStoreId: 'ARTICLES',
      eventTypes: [new EventType({ type: 'ArticleReceived' })],
      reducer: (_, event) => ({ aggregateId: event.aggregateId, version: event.version }),
      eventStorageAdapter: new PostgresEventStorageAdapter({ connectionString: url, tableName: 'event' }),
    });
    // It pushes one event at a time.
    const append = () =>
      store.pushEvent({
        aggregateId: randomUUID(),
        version: 1,
        type: 'ArticleReceived',
        payload: article(0),
      });
    return { appends: (cell) => measureAppends(append, cell), close: async () => undefined };
  },
};

try {
  const contender = await contenders[kind]();
  process.on('message', ({ id, method, args }) => {
    Promise.resolve()
      .then(() => contender[method](args))
      .then(
        (result) => {
          if (method !== 'close') process.send({ id, result: result ?? null });
          // castore leaves its connections open, and with them the process.
          if (method === 'close') process.send({ id, result: null }, () => process.exit(0));
        },
        (error) => process.send({ id, error: String(error?.stack ?? error) }),
      );
  });
  process.send({ id: 0, result: 'ready' });
} catch (error) {
  process.send({ id: 0, error: String(error?.message ?? error) });
  process.disconnect();
}
