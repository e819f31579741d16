import { EVENT_STORE_MIGRATIONS, EventLog, type NewEvent, type Projection } from '@app/event-store';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { article, measureAppends, measureLatency, seconds, type Cell } from './load';

const event = (i: number): NewEvent => ({
  id: randomUUID(),
  type: 'ArticleReceived',
  schemaVersion: 1,
  data: article(i),
  metadata: {},
});

/** A document a stream: how many events, and the last. A page is folded in memory, each touched document written once. */
const documents: Projection = {
  name: 'documents',
  handles: ['ArticleReceived'],
  tables: ['document'],
  async handle(events, { tx, version }) {
    const touched = new Map<string, { n: number; last: unknown }>();
    for (const { stream, data } of events)
      touched.set(stream, { n: (touched.get(stream)?.n ?? 0) + 1, last: Reflect.get(Object(data), 'id') });
    const folded = [...touched.values()];
    await tx.query({
      name: 'documents',
      text: `insert into document as d (version, id, n, last)
             select $1, * from unnest($2::text[], $3::int[], $4::int[])
             on conflict (version, id) do update set n = d.n + excluded.n, last = excluded.last`,
      values: [version, [...touched.keys()], folded.map(({ n }) => n), folded.map(({ last }) => last)],
    });
  },
};

export const open = async (url: string): Promise<Record<string, unknown>> => {
  const source = new DataSource({ type: 'postgres', url, migrations: EVENT_STORE_MIGRATIONS });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  const pool = new Pool({ connectionString: url, max: 10 });
  await pool.query(
    'create table document (version int, id text, n int, last int, primary key (version, id))',
  );
  const logs = new Map<string, EventLog>();
  const log = (name: string): EventLog => {
    const known = logs.get(name) ?? new EventLog({ pool, log: name });
    logs.set(name, known);
    return known;
  };
  const append = (name: string, stream: string, n: number): Promise<unknown> =>
    log(name).store.append([
      { stream, expected: 'none', events: Array.from({ length: n }, (_, i) => event(i)) },
    ]);

  return {
    appends: (cell: Cell) => measureAppends((stream, n) => append('appends', stream, n), cell),

    seed: async ({ events, streams }: { events: number; streams: number }) => {
      for (let i = 0; i < streams; i++) await append('rebuild', `art-${i}`, events / streams);
      await pool.query('vacuum analyze es.event');
      // The live version is at the head: that is how far a rebuild goes.
      await log('rebuild').checkpoints.ensure('documents', 'head');
    },
    rebuild: async () => {
      const start = performance.now();
      const { version, position } = await log('rebuild').projections.rebuild(documents);
      const took = seconds(start);
      const { rows } = await pool.query<{ n: number; events: number }>(
        'select count(*)::int as n, sum(n)::int as events from document where version = $1',
        [version],
      );
      await log('rebuild').projections.drop(documents, version, { byWhom: 'bench', note: 'next round' });
      return { perSecond: position / took, documents: rows[0] };
    },
    /** What the driver gives at best: the columns of an event, page after page, into objects, nothing done with them. */
    readPages: async () => {
      const logId = await log('rebuild').store.logId();
      const start = performance.now();
      let position = 0;
      for (;;) {
        const { rows } = await pool.query<{ position: string }>({
          name: 'raw-page',
          text: `select position, stream_id, stream_version, event_id, event_type, schema_version, recorded_at, data, meta
                   from es.event where log_id = $1 and position > $2 order by position limit 2000`,
          values: [logId, position],
        });
        if (rows.length === 0) break;
        position = Number(rows.at(-1)?.position);
      }
      return { perSecond: position / seconds(start) };
    },
    latency: async ({ times }: { times: number }) => {
      // Another process as far as the database can tell: a pool and a LISTEN connection of its own.
      const readerPool = new Pool({ connectionString: url, max: 4 });
      const reader = new EventLog({ pool: readerPool, log: 'latency' });
      const subscription = reader.subscribe(documents);
      await append('latency', 'warm', 1);
      await subscription.reached(1);
      let position = 1;
      const latencies = await measureLatency(times, async () => {
        await append('latency', `latency-${randomUUID()}`, 1);
        await subscription.reached(++position);
      });
      await reader.close();
      await readerPool.end();
      return latencies;
    },
    close: async () => {
      for (const one of logs.values()) await one.close();
      await pool.end();
    },
  };
};
