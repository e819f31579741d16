import { z } from 'zod';
import { median, progress, type Bench, type Report, type Table, type Target } from './bench';
import { startContender, type Contender } from './event-store/contender';

const CELLS = [
  { callers: 1, events: 1 },
  { callers: 10, events: 1 },
  { callers: 50, events: 1 },
  { callers: 1, events: 100 },
] as const;
const ROUNDS = 3;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 2);
/** Long enough that starting and ending a rebuild does not count; Emmett gets fewer, it takes minutes for these. */
const REBUILT = { events: 60_000, streams: 200 };
const REBUILT_BY_EMMETT = { events: 5000, streams: 50 };

const appended = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number() });
const read = z.object({ perSecond: z.number() });
const latency = z.object({ p50: z.number(), p95: z.number(), most: z.number() });

type Contenders = ReadonlyMap<string, Contender>;

/** The contenders take turns in every round, so that a noisy minute of the host hits all of them. */
const appends = async (
  contenders: Contenders,
): Promise<{ table: Table; rate: (who: string, cell: number) => number }> => {
  const rates = new Map<string, number>();
  const rows: (string | number)[][] = [...contenders.keys()].map((name) => [name]);
  for (const [i, cell] of CELLS.entries()) {
    progress(`appends: ${cell.callers} callers, ${cell.events} events an append`);
    const results = new Map([...contenders.keys()].map((name) => [name, [] as z.infer<typeof appended>[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, contender] of contenders)
        // castore pushes one event at a time: a hundred commits are another measure.
        if (cell.events === 1 || name !== 'castore')
          results.get(name)?.push(await contender.call('appends', appended, { ...cell, seconds: SECONDS }));
    for (const row of rows) {
      const runs = results.get(String(row[0])) ?? [];
      const rate = Math.round(median(runs.map((run) => run.perSecond)));
      rates.set(`${String(row[0])}/${i}`, rate);
      row.push(runs.length === 0 ? '-' : `${rate} (${median(runs.map((run) => run.p50)).toFixed(1)})`);
    }
  }
  return {
    table: {
      title: 'Durable appends, events/s (p50 in ms)',
      columns: ['store', '1 caller', '10 callers', '50 callers', '1 caller, 100 events'],
      rows,
    },
    rate: (who, cell) => rates.get(`${who}/${cell}`) ?? NaN,
  };
};

const rebuilds = async (
  ours: Contender,
  emmett: Contender | undefined,
): Promise<{ table: Table; targets: Target[] }> => {
  progress('rebuilds');
  await ours.call('seed', z.unknown(), REBUILT);
  const raw: number[] = [];
  const rebuilt: number[] = [];
  for (let round = 0; round < 5; round++) {
    raw.push((await ours.call('readPages', read)).perSecond);
    rebuilt.push((await ours.call('rebuild', read)).perSecond);
  }
  const rows: (string | number)[][] = [
    ['paged read of the same events, nothing done with them', Math.round(median(raw))],
    ['rebuild of a projection', Math.round(median(rebuilt))],
  ];
  const targets = [atLeast('rebuild against the raw paged read', median(rebuilt) / median(raw), 0.8)];
  if (emmett) {
    progress("Emmett's rebuild, a minute or more");
    await emmett.call('seed', z.unknown(), REBUILT_BY_EMMETT);
    const { perSecond } = await emmett.call('rebuild', read);
    rows.push(['Emmett, the same documents, batches of 1,000', Math.round(perSecond)]);
    targets.push(atLeast("rebuild against Emmett's", median(rebuilt) / perSecond, 4));
  }
  return {
    table: {
      title: 'Events of 1 KB into documents (60,000 into 200; Emmett 5,000 into 50)',
      columns: ['what', 'events/s'],
      rows,
    },
    targets,
  };
};

const latencies = async (contenders: Contenders): Promise<{ table: Table; targets: Target[] }> => {
  const rows: (string | number)[][] = [];
  const targets: Target[] = [];
  for (const [name, contender] of contenders) {
    if (name === 'castore') continue;
    progress(`latency: ${name}`);
    const { p50, p95, most } = await contender.call('latency', latency, {
      times: name === 'ours' ? 100 : 20,
    });
    rows.push([name, ...[p50, p95, most].map((ms) => ms.toFixed(1))]);
    if (name === 'ours')
      targets.push({
        claim: 'append to projection, p95 in ms',
        value: p95,
        wanted: '<= 20',
        isMet: p95 <= 20,
      });
  }
  return {
    table: {
      title: 'From the start of an append to its effect, idle store, ms',
      columns: ['store', 'p50', 'p95', 'max'],
      rows,
    },
    targets,
  };
};

const atLeast = (claim: string, value: number, wanted: number): Target => ({
  claim,
  value,
  wanted: `>= ${wanted}`,
  isMet: value >= wanted,
});

/** BENCH_PEERS names a folder with the peers' packages (docs/performance.md says which); without it only ours is measured. */
const start = async (url: string): Promise<{ contenders: Map<string, Contender>; notes: string[] }> => {
  const contenders = new Map([['ours', await startContender('ours', url, '.')]]);
  const peers = process.env['BENCH_PEERS'];
  const notes: string[] = [];
  for (const kind of ['emmett', 'castore']) {
    try {
      if (peers === undefined) throw new Error('BENCH_PEERS is not set');
      contenders.set(kind, await startContender(kind, url, peers));
    } catch (error) {
      notes.push(`${kind} was not measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { contenders, notes };
};

export const bench: Bench = async (url): Promise<Report> => {
  const { contenders, notes } = await start(url);
  const ours = contenders.get('ours');
  if (!ours) throw new Error('our own store did not start');
  try {
    // First, while the stores are empty: Emmett's consumer would have to catch up.
    const late = await latencies(contenders);
    const append = await appends(contenders);
    const rebuild = await rebuilds(ours, contenders.get('emmett'));
    const against: Target[] = [];
    if (contenders.has('emmett'))
      against.push(
        atLeast('appends at 10 callers against Emmett', append.rate('ours', 1) / append.rate('emmett', 1), 3),
      );
    if (contenders.has('castore'))
      against.push(
        atLeast(
          'appends at 10 callers against castore',
          append.rate('ours', 1) / append.rate('castore', 1),
          1,
        ),
      );
    return {
      tables: [append.table, rebuild.table, late.table],
      targets: [...against, ...rebuild.targets, ...late.targets],
      notes,
    };
  } finally {
    for (const contender of contenders.values()) await contender.close();
  }
};
