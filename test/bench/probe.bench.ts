import { createRelation, facetsOf, readFacet, record, state, TENSION, type Relation } from '@app/domain';
import { createPool } from '@app/platform';
import { type Pool } from 'pg';
import { GetFacts, GetFactsHandler } from '../../apps/query/src/facts/facts.query';
import { progress, quantile, type Bench, type Table } from './bench';
import { corpusOfBench, retellings } from './domain/history';
import { writeFacts } from './domain/fact-table';

// One question about a facet, a day and a moment of knowledge, at ten thousand assertions and at a million: by the rows in PostgreSQL, as
// the query service answers it, and by the rows in memory.

const SIZES = (process.env['BENCH_ASSERTIONS'] ?? '10000,1000000').split(',').map(Number);
const CYCLE = 10_000;
const PROBES = 2000;
const STATES = 20;

interface Question {
  readonly facet: string;
  readonly asOf: string;
  readonly knownAt: string;
}

const assertionsIn = ({ statements }: Relation): number => statements.size;

/** The history told on until it holds so many assertions. */
const relationOf = async (size: number): Promise<Relation> => {
  const corpus = await corpusOfBench();
  const relation = createRelation();
  for (let cycle = 0; assertionsIn(relation) < size; cycle += 1) {
    progress(`${assertionsIn(relation)} of ${size} assertions`);
    for (const article of retellings(corpus, { cycle, articles: Math.min(CYCLE, size / 5) })) {
      record(relation, article);
      if (assertionsIn(relation) >= size) break;
    }
  }
  return relation;
};

/** Days and moments spread over all that is recorded; facets in turn. */
const questionsOf = (relation: Relation): readonly Question[] => {
  const facets = facetsOf(relation);
  const [from, to] = [Date.parse('2027-02-01'), Date.parse(relation.day)];
  const at = (share: number): string => new Date(from + (to - from) * share).toISOString();
  return Array.from({ length: PROBES }, (_, i) => ({
    facet: facets[(i * 7919) % facets.length] ?? '',
    asOf: at(((i * 104_729) % PROBES) / PROBES).slice(0, 10),
    knownAt: at(((i * 15_485_863) % PROBES) / PROBES),
  }));
};

const timed = async (work: () => unknown): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const inTable = async (pool: Pool, questions: readonly Question[]): Promise<readonly number[]> => {
  const facts = new GetFactsHandler(pool);
  const times: number[] = [];
  for (const question of questions)
    times.push(await timed(() => facts.execute(new GetFacts({ ...question, limit: 1 }))));
  return times;
};

const inMemory = async (relation: Relation, questions: readonly Question[]): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const { facet, ...moment } of questions)
    times.push(await timed(() => readFacet(relation, facet, moment)));
  return times;
};

const wholeStates = async (
  relation: Relation,
  questions: readonly Question[],
): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const { asOf, knownAt } of questions.slice(0, STATES))
    times.push(await timed(() => state(relation, { asOf, knownAt })));
  return times;
};

const SCANS = /((?:Index|Bitmap|Seq)[\w ]*Scan)(?: on (\w+)| using (\w+))?/g;

/** The scans of the table in the plan that the query service's own statement gets, in a session that tells its plans. */
const planOf = async (databaseUrl: string, { facet, asOf, knownAt }: Question): Promise<string> => {
  const plans: string[] = [];
  const pool = createPool({ databaseUrl, name: 'plan', max: 1 });
  pool.on('connect', (client) => {
    client.on('notice', ({ message }) => plans.push(message ?? ''));
  });
  await pool.query("load 'auto_explain'");
  await pool.query("set auto_explain.log_min_duration = 0; set client_min_messages = 'log'");
  await new GetFactsHandler(pool).execute(new GetFacts({ facet, asOf, knownAt, limit: 1 }));
  await pool.end();
  return [...plans.join('\n').matchAll(SCANS)]
    .map(([, scan, on, using]) => `${scan} ${using ?? on ?? ''}`)
    .filter((scan) => !/checkpoint|log/.test(scan))
    .join(', ');
};

const ms = (value: number): string => value.toFixed(3);

interface Measured {
  readonly size: number;
  readonly rows: number;
  readonly table: readonly number[];
  readonly memory: readonly number[];
  readonly tension: readonly number[];
  readonly states: readonly number[];
  readonly plan: string;
}

const measure = async (databaseUrl: string, size: number): Promise<Measured> => {
  const relation = await relationOf(size);
  const questions = questionsOf(relation);
  const pool = createPool({ databaseUrl, name: 'bench', statementTimeoutMs: 600_000 });
  try {
    await pool.query(
      'drop schema if exists query cascade; drop schema if exists es cascade; drop table if exists event_store_migrations, query_migrations',
    );
    progress(`rows of ${assertionsIn(relation)} assertions`);
    const rows = await writeFacts({ databaseUrl, pool }, relation);
    const tension = questions.slice(0, 200).map((question) => ({ ...question, facet: TENSION }));
    return {
      size: assertionsIn(relation),
      rows,
      table: await inTable(pool, questions),
      memory: await inMemory(relation, questions),
      tension: await inMemory(relation, tension),
      states: await wholeStates(relation, questions),
      plan: await planOf(databaseUrl, questions[0] ?? { facet: '', asOf: '', knownAt: '' }),
    };
  } finally {
    await pool.end();
  }
};

export const bench: Bench = async (databaseUrl) => {
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(await measure(databaseUrl, size));
  const row = (what: string, times: (one: Measured) => readonly number[]) => [
    what,
    ...measured.flatMap((one) => [ms(quantile(times(one), 0.5)), ms(quantile(times(one), 0.99))]),
  ];
  const table: Table = {
    title: `One question at ${measured.map(({ size, rows }) => `${size} assertions (${rows} rows)`).join(', at ')}; ms`,
    columns: ['what', ...measured.flatMap(({ size }) => [`${size}: p50`, 'p99'])],
    rows: [
      row('a facet, by the rows in PostgreSQL', (one) => one.table),
      row('a facet, by the rows in memory', (one) => one.memory),
      row('the tension, in memory', (one) => one.tension),
      row('the whole state with its sentences, in memory', (one) => one.states),
    ],
  };
  const [small, large] = [measured[0], measured.at(-1)];
  const growth = quantile(large?.table ?? [], 0.5) / quantile(small?.table ?? [], 0.5);
  return {
    tables: [table],
    targets: [
      {
        claim: 'a probe of the rows in PostgreSQL at the most assertions, ms',
        value: quantile(large?.table ?? [], 0.5),
        wanted: '< 5',
        isMet: quantile(large?.table ?? [], 0.5) < 5,
      },
      { claim: '… of what it takes at the fewest', value: growth, wanted: '< 3', isMet: growth < 3 },
    ],
    notes: measured.map(({ size, plan }) => `plan at ${size} assertions: ${plan}`),
  };
};
