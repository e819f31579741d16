import { createRelation, factRows, facetsOf, record } from '@app/domain';
import { progress, type Bench } from './bench';
import { corpusOfBench, retellings } from './domain/history';

// 100,000 articles of history through the domain, without extraction.

const CYCLES = 10;
const PER_CYCLE = Number(process.env['BENCH_ARTICLES'] ?? 100_000) / CYCLES;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const seconds = (ms: number): number => Math.round(ms) / 1000;

export const bench: Bench = async () => {
  const corpus = await corpusOfBench();
  const relation = createRelation();
  const perArticle: number[] = [];
  let spent = 0;
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    progress(`articles ${cycle * PER_CYCLE} to ${(cycle + 1) * PER_CYCLE}`);
    const articles = retellings(corpus, { cycle, articles: PER_CYCLE });
    const before = cpuMs();
    for (const article of articles) record(relation, article);
    perArticle.push((cpuMs() - before) / PER_CYCLE);
    spent += cpuMs() - before;
  }
  const beforeRows = cpuMs();
  const rows = facetsOf(relation).reduce((sum, facet) => sum + factRows(relation, facet).length, 0);
  const forRows = cpuMs() - beforeRows;
  const growth = (perArticle.at(-1) ?? 0) / (perArticle[0] ?? 1);
  return {
    tables: [
      {
        title: `${CYCLES * PER_CYCLE} articles into ${facetsOf(relation).length} facets, in memory, processor time of one core`,
        columns: ['articles', 'ms per article'],
        rows: perArticle.map((ms, i) => [(i + 1) * PER_CYCLE, Math.round(ms * 1000) / 1000]),
      },
      {
        title: 'After it',
        columns: ['what', 'figure'],
        rows: [
          ['all articles, s', seconds(spent)],
          ['rows of belief', rows],
          ['rows of belief from the ledgers, s', seconds(forRows)],
          ['memory with the articles, MiB', Math.round(process.memoryUsage().rss / 1_048_576)],
        ],
      },
    ],
    targets: [
      {
        claim: '100,000 articles project in, s',
        value: (spent / 1000 / (CYCLES * PER_CYCLE)) * 100_000,
        wanted: '< 60',
        isMet: spent / (CYCLES * PER_CYCLE) < 0.6,
      },
      {
        claim: 'cost per article, last tenth to first',
        value: growth,
        wanted: '<= 1.25',
        isMet: growth <= 1.25,
      },
    ],
    notes: [
      'Each tenth tells the labelled corpus over again, nine years later, so that all tenths hold the same.',
    ],
  };
};
