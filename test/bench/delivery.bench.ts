import os from 'node:os';
import { median, progress, type Bench, type Table, type Target } from './bench';
import { newsroom } from './delivery/articles';
import { measureLatency, type Latencies } from './delivery/latency';
import { appendsAlone, extractionAlone, kafkaAlone } from './delivery/limits';
import { load, type Loaded } from './delivery/load';
import { SERVICES, startHost } from './delivery/world';

const PER_SECOND = 50;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
/** Articles that find the services cold; the engine's code is compiled after some two thousand (see the bench of extraction). */
const WARM_UP = 2000;
const ARTICLES = Number(process.env['BENCH_ARTICLES'] ?? 20_000);
const LONG = 100_000;
/** For the limits: a share of the articles is enough, they have no start. */
const FOR_LIMITS = 5000;

const oneMinuteLoad = (): string => (os.loadavg()[0] ?? 0).toFixed(1);
const ms = (value: number): string => value.toFixed(0);

const atMost = (claim: string, value: number, wanted: number): Target => ({
  ...{ claim, value, wanted: `<= ${wanted}`, isMet: value <= wanted },
});
const atLeast = (claim: string, value: number, wanted: number): Target => ({
  ...{ claim, value, wanted: `>= ${wanted}`, isMet: value >= wanted },
});

const latencyTable = (found: Latencies, during: string): Table => ({
  title: `From 202 to the change at a plain consumer, ${PER_SECOND} articles/s for ${SECONDS} s (load ${during})`,
  columns: ['what', 'p50, ms', 'p95, ms', 'p99, ms', 'most, ms'],
  rows: [
    [
      `change of an accepted article (${found.changed} of ${found.sent} changed something)`,
      ...[found.p50, found.p95, found.p99, found.most].map(ms),
    ],
    ['article sent to 202', ms(found.accepted.p50), '-', ms(found.accepted.p99), '-'],
  ],
});

const throughputTable = (
  rates: readonly (readonly [string, number])[],
  articles: number,
  during: string,
): Table => ({
  title: `${articles} articles (load ${during})`,
  columns: ['what', 'articles/s'],
  rows: rates.map(([what, rate]) => [what, Math.round(rate)]),
});

const processorTable = ({ processor }: Loaded, articles: number): Table => {
  const each = Object.entries(processor).map(
    ([name, used]) => [name, ((used / articles) * 1000).toFixed(2)] as const,
  );
  const all = Object.values(processor).reduce((sum, used) => sum + used, 0);
  return {
    title: 'Processor time, whoever else wants the processor',
    columns: ['process', 'ms an article'],
    rows: [...each, ['all', ((all / articles) * 1000).toFixed(2)]],
  };
};

/** The middle of the first and of the last third, the first tenth left out: a process grows until it is warm. */
const thirds = (samples: readonly number[]): { first: number; last: number } => {
  const warm = samples.slice(Math.ceil(samples.length / 10));
  const third = Math.ceil(warm.length / 3);
  return { first: median(warm.slice(0, third)), last: median(warm.slice(-third)) };
};

const memoryTable = ({ memory }: Loaded, articles: number): Table => ({
  title: `Resident memory over ${articles} articles, MiB: median of a third of the run, its first tenth left out`,
  columns: ['service', 'first third', 'last third', 'most'],
  rows: SERVICES.map((name) => {
    const { first, last } = thirds(memory[name]);
    return [name, Math.round(first), Math.round(last), Math.round(Math.max(...memory[name]))];
  }),
});

export const bench: Bench = async (url, args = []) => {
  const articles = args.includes('--long') ? LONG : ARTICLES;
  const host = await startHost(url);
  try {
    progress(`latency: ${PER_SECOND} articles/s for ${SECONDS} s`);
    const quiet = await host.startServices('latency');
    const sent = newsroom(WARM_UP + PER_SECOND * SECONDS, 1);
    const latency = await measureLatency(quiet, sent, { perSecond: PER_SECOND, warmUp: WARM_UP });
    const latencyLoad = oneMinuteLoad();
    await quiet.close();

    progress(`throughput: ${articles} articles`);
    const news = newsroom(articles, 2);
    const busy = await host.startServices('throughput');
    const loaded = await load(busy, host, news);
    const throughputLoad = oneMinuteLoad();
    await busy.close();
    const rate = articles / loaded.seconds;

    progress('what each part does alone');
    const few = news.filter((_, i) => i % Math.ceil(articles / FOR_LIMITS) === 0);
    const limits = [
      ['through all services, until the last state is out and projected', rate],
      ['the same bytes through Kafka alone', await kafkaAlone(host.brokers, few)],
      ['appends alone', await appendsAlone(await host.createDatabase('appends'), few)],
      ['extraction alone, one core', await extractionAlone(few)],
    ] as const;
    const total = Object.values(loaded.processor).reduce((sum, used) => sum + used, 0);
    return {
      tables: [
        latencyTable(latency, latencyLoad),
        throughputTable(limits, articles, throughputLoad),
        processorTable(loaded, articles),
        memoryTable(loaded, articles),
      ],
      targets: [
        atMost('accepted to its change on Kafka, p50 in ms', latency.p50, 50),
        atMost('accepted to its change on Kafka, p99 in ms', latency.p99, 250),
        atLeast('articles/s through all services', rate, 300),
        ...SERVICES.map((name) => {
          const { first, last } = thirds(loaded.memory[name]);
          return atMost(`memory of ${name}, last third to first`, last / first, 1.1);
        }),
      ],
      notes: [
        `Two cores that do nothing else could pass ${Math.round((2 * articles) / total)} articles/s by the processor time used.`,
      ],
    };
  } finally {
    await host.close();
  }
};
