import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { extract, type ArticleInput } from '@app/extraction';
import { readCorpus } from '../evaluation/corpus';
import { median, progress, quantile, type Bench, type Report, type Table, type Target } from './bench';

// How long the engine needs for a report, how that grows with length, and whether memory stays flat. Processor time of one
// core, so that a busy machine does not blur it. BENCH_ARTICLES sets the articles of the memory run (100000: the long mode).
// --reports, --growth, --memory: that part alone.

const REPORT = 2_000;
const ROUNDS = 12;
/** Some two thousand articles: until then the compiler still works beside the engine, and its time counts as well. */
const WARM_ROUNDS = 16;
const LENGTHS = [2_000, 20_000, 200_000];
const FOR_MEMORY = Number(process.env['BENCH_ARTICLES'] ?? 5_000);
const PARTS = 10;

const article = (text: string, revision = 'bench'): ArticleInput => ({
  id: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
  revision,
  title: 'US and China',
  text,
  publishedAt: '2025-06-06',
  publisher: 'bench.example',
});

const corpus = ['dev', 'history', 'newsroom'].flatMap((set) =>
  readCorpus(join(__dirname, '../evaluation', set)).map(({ text }) => text),
);

/** Reports of exactly so many characters, told by the labelled corpus one article after the other. */
const reports = (length: number): readonly string[] => {
  const all = corpus.join('\n\n');
  const whole = all.repeat(Math.ceil(length / all.length));
  return Array.from({ length: Math.floor(whole.length / length) }, (_, i) =>
    whole.slice(i * length, (i + 1) * length),
  );
};

const cpuMs = (read: () => unknown): number => {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const perReport = (): { readonly table: Table; readonly target: Target } => {
  const texts = reports(REPORT);
  const times: number[] = [];
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1) {
    progress(`round ${round + 1} of ${WARM_ROUNDS + ROUNDS}, ${texts.length} reports each`);
    for (const text of texts) {
      const ms = cpuMs(() => extract(article(text)));
      if (round >= WARM_ROUNDS) times.push(ms);
    }
  }
  const middle = median(times);
  const row = (name: string, ms: number): [string, string] => [name, ms.toFixed(2)];
  return {
    table: {
      title: `${texts.length} reports of ${REPORT} characters, ${ROUNDS} times each, processor time of one core`,
      columns: ['what', 'ms'],
      rows: [
        row('median', middle),
        row('95th percentile', quantile(times, 0.95)),
        row('fastest', Math.min(...times)),
      ],
    },
    target: {
      claim: 'a report of 2,000 characters, median ms',
      value: middle,
      wanted: '<= 2',
      isMet: middle <= 2,
    },
  };
};

const LONGEST = Math.max(...LENGTHS);
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['reports', reports(LONGEST)[0] ?? ''],
  ['percent signs', '%'.repeat(LONGEST)],
  ['quotation marks', '"'.repeat(LONGEST)],
  ['rates', '10% '.repeat(LONGEST / 4)],
  ['one clause over and over', 'China tariff 10% on US goods '.repeat(LONGEST / 29)],
  ['no punctuation', (reports(LONGEST)[0] ?? '').replace(/[^\w%$]+/g, ' ')],
];
/** So many pieces of a shorter length stand for the whole of a text. */
const PIECES = 10;

/** Pieces of that length, spread over the text: a long text is compared with what it is made of, not with its beginning. */
const piecesOf = (text: string, length: number): readonly string[] => {
  const all = Math.max(1, Math.floor(text.length / length));
  const n = Math.min(all, PIECES);
  return Array.from({ length: n }, (_, i) => Math.floor((i * all) / n) * length).map((from) =>
    text.slice(from, from + length),
  );
};

/** The fastest of a few runs: growth is a question of the work, not of the garbage collector's turn. */
const fastest = (text: string): number =>
  Math.min(...[1, 2, 3].map(() => cpuMs(() => extract(article(text)))));

const meanOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

const growth = (): { readonly table: Table; readonly targets: readonly Target[] } => {
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    for (const text of reports(REPORT)) extract(article(text));
  const measured = hostile.map(([name, text]) => {
    progress(`growth: ${name}`);
    return { name, times: LENGTHS.map((length) => meanOf(piecesOf(text, length).map(fastest))) };
  });
  return {
    table: {
      title: 'Growth with length: ms a piece of a text of 200,000 characters, fastest of three',
      columns: ['text', ...LENGTHS.map((n) => `${n.toLocaleString('en')} characters`)],
      rows: measured.map(({ name, times }) => [name, ...times.map((ms) => ms.toFixed(1))]),
    },
    targets: measured.map(({ name, times: [, middle = 0, longest = 0] }) => ({
      claim: `${name}: ten times the length, times the work`,
      value: longest / Math.max(middle, 1),
      wanted: '<= 15',
      isMet: longest / Math.max(middle, 1) <= 15,
    })),
  };
};

/** Bytes in use once everything unreachable is collected. */
const heapInUse = (): number => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this Node has no gc()');
  Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
};

const memory = (): { readonly table: Table; readonly target: Target } => {
  const texts = reports(REPORT);
  const inUse: number[] = [];
  for (let part = 0; part < PARTS; part += 1) {
    progress(`memory: articles ${(part * FOR_MEMORY) / PARTS} to ${((part + 1) * FOR_MEMORY) / PARTS}`);
    for (let i = 0; i < FOR_MEMORY / PARTS; i += 1)
      extract(article(`${texts[i % texts.length] ?? ''} ${part}-${i}`, `${part}-${i}`));
    inUse.push(heapInUse() / 1_048_576);
  }
  const grown = (inUse.at(-1) ?? 0) - (inUse[0] ?? 0);
  return {
    table: {
      title: `Memory over ${FOR_MEMORY.toLocaleString('en')} articles`,
      columns: ['articles', 'heap in use, MiB'],
      rows: inUse.map((mib, i) => [((i + 1) * FOR_MEMORY) / PARTS, mib.toFixed(1)]),
    },
    target: {
      claim: 'heap grown from the first tenth to the last, MiB',
      value: grown,
      wanted: '<= 5',
      isMet: grown <= 5,
    },
  };
};

type Part = Pick<Report, 'tables' | 'targets'>;

const parts: Readonly<Record<string, () => Part>> = {
  '--reports': () => {
    const { table, target } = perReport();
    return { tables: [table], targets: [target] };
  },
  '--growth': () => {
    const { table, targets } = growth();
    return { tables: [table], targets };
  },
  '--memory': () => {
    const { table, target } = memory();
    return { tables: [table], targets: [target] };
  },
};

export const bench: Bench = (_databaseUrl, args = []) => {
  const asked = Object.entries(parts).filter(([name]) => args.includes(name));
  const done = (asked.length > 0 ? asked : Object.entries(parts)).map(([, run]) => run());
  return Promise.resolve({
    tables: done.flatMap((part) => part.tables),
    targets: done.flatMap((part) => part.targets),
    notes: ['BENCH_ARTICLES=100000 runs the memory part over 100,000 articles.'],
  });
};
