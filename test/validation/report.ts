import { explained, KINDS, type Disagreement } from './agreement';
import { WAYS, type Way } from './articles';
import { fixed, percent, signed, table, type Cell } from './markdown';
import { OUTSIDE, SPANS } from './outside';
import { type Findings, type Results } from './results';
import { type SummaryScore } from './summaries';

// The figures of docs/validation.md, block by block.

const TITLES: Readonly<Record<Way, string>> = { extraction: 'as the engine reads', labels: 'as labelled' };

const both = ({ ways }: Results, of: (findings: Findings, way: Way) => string): string =>
  WAYS.map((way) => of(ways[way], way)).join('\n\n');

const NO_SCORE = { right: 0, all: 0 };

const scoreTable = ({ ways }: Results): string => {
  const columns: readonly SummaryScore[] = WAYS.flatMap((way) => [
    ways[way].summaries.today,
    ways[way].summaries.then,
  ]);
  const fields = Object.keys(ways.labels.summaries.today.fields);
  return table(
    ['field', ...WAYS.flatMap((way) => [`${TITLES[way]}, known today`, `${TITLES[way]}, known then`])],
    [
      ...fields.map((field) => [field, ...columns.map((one) => percent(one.fields[field] ?? NO_SCORE))]),
      ['**all**', ...columns.map((one) => `**${percent(one.total)}**`)],
    ],
  );
};

const REMARKS: readonly string[] = ['note', 'confidence'];

/** A value of a summary in words: `leader_call proposed`. */
const value = (of: unknown): string => {
  if (of === null || of === undefined) return 'none';
  if (typeof of !== 'object') return JSON.stringify(of).replaceAll('"', '');
  return Object.entries(of)
    .flatMap(([key, one]: [string, unknown]) => (REMARKS.includes(key) || one === null ? [] : [value(one)]))
    .join(' ');
};

/** One value or several, of which each would do (`or`) or all are meant (`; `). */
const values = (of: unknown, between: string): string => {
  if (!Array.isArray(of)) return value(of);
  return of.length === 0 ? 'none' : of.map(value).join(between);
};

const missed = ({ errors }: SummaryScore): string =>
  errors.length === 0
    ? 'none.'
    : `\n\n${table(
        ['day', 'field', 'reference', 'ours'],
        errors.map(({ date, field, want, got }) => [date, field, values(want, ' or '), values(got, '; ')]),
      )}`;

const misses = ({ today, then }: Findings['summaries'], title: string): string => {
  const [known, knownThen] = [missed(today), missed(then)];
  if (known === knownThen) return `Misses ${title}, known today or then: ${known}`;
  return [`Misses ${title}, known today: ${known}`, `Misses ${title}, known then: ${knownThen}`].join('\n\n');
};

const checkpoints = (results: Results): string =>
  [scoreTable(results), both(results, ({ summaries }, way) => misses(summaries, TITLES[way]))].join('\n\n');

const timeline = ({ ways }: Results): string =>
  table(
    ['field', ...WAYS.map((way) => TITLES[way])],
    [
      ...Object.keys(ways.labels.timeline.fields).map((field) => [
        field,
        ...WAYS.map((way) => percent(ways[way].timeline.fields[field] ?? NO_SCORE)),
      ]),
      ['**all**', ...WAYS.map((way) => `**${percent(ways[way].timeline.total)}**`)],
    ],
  );

const apart = (of: Disagreement): readonly Cell[] => [
  of.from === of.to ? of.from : `${of.from} – ${of.to}`,
  of.steps,
  of.what,
  of.want,
  of.got,
  of.because.join(', ') || null,
];

const classes = (results: Results): string =>
  both(results, ({ timeline: found }, way) =>
    [
      `### Where we differ ${TITLES[way]}`,
      ...KINDS.map((kind) => {
        const here = found.disagreements.filter((one) => one.kind === kind);
        const steps = here.reduce((sum, one) => sum + one.steps, 0);
        const head = `**${kind}**, ${explained(kind)}: ${here.length}, over ${steps} steps`;
        if (here.length === 0) return `${head}.`;
        const rows = here.map(apart);
        return `${head}\n\n${table(['days', 'steps', 'what', 'reference', 'ours', 'ours rests on'], rows)}`;
      }),
    ].join('\n\n'),
  );

const piie = ({ ways }: Results): string =>
  table(
    ['from', 'PIIE, %', ...WAYS.map((way) => `${TITLES[way]}, %`), 'averages and totals that were reported'],
    ways.labels.piie.map(({ day, theirs, reported }, i) => [
      day,
      theirs,
      ...WAYS.map((way) => ways[way].piie[i]?.ours.toFixed(1)),
      reported.join('; ') || null,
    ]),
  );

const waugh = ({ ways }: Results): string =>
  [
    table(
      ['day', 'Waugh, %', ...WAYS.map((way) => `${TITLES[way]}, %`)],
      ways.labels.waugh.rows.map(({ day, theirs }, i) => [
        day,
        theirs.toFixed(1),
        ...WAYS.map((way) => ways[way].waugh.rows[i]?.ours),
      ]),
    ),
    WAYS.map((way) => {
      const { n, pearson, spearman } = ways[way].waugh.correlation;
      return `- ${TITLES[way]}: Pearson ${signed(pearson)}, Spearman ${signed(spearman)} (n = ${n} steps)`;
    }).join('\n'),
  ].join('\n\n');

const pair = (
  of: Findings,
  wanted: Omit<Findings['outside'][number], 'level' | 'change'>,
): readonly Cell[] => {
  const held = of.outside.find(
    (one) => one.outside === wanted.outside && one.part === wanted.part && one.span === wanted.span,
  );
  if (held === undefined || held.level.pearson === null) return ['–', '–'];
  const { level, change } = held;
  return [
    `${signed(level.pearson)} / ${signed(level.spearman)}`,
    `${signed(change.pearson)} / ${signed(change.spearman)}`,
  ];
};

const correlations = (results: Results): string => {
  const rows = OUTSIDE.flatMap(({ name, sign }) =>
    SPANS.flatMap((span) =>
      (['index', 'tightening'] as const).flatMap((part) => {
        const wanted = { outside: name, part, span: span.name };
        const n = results.ways.labels.outside.find(
          (one) => one.outside === name && one.part === part && one.span === span.name,
        )?.level.n;
        if (n === undefined || n === 0) return [];
        return [[name, sign, span.name, n, part, ...WAYS.flatMap((way) => pair(results.ways[way], wanted))]];
      }),
    ),
  );
  const columns = WAYS.flatMap((way) => [`${TITLES[way]}: level`, 'change']);
  return table(['index of others', 'expected', 'months', 'n', 'ours', ...columns], rows);
};

const signs = (results: Results): string =>
  both(results, ({ knownDays }, way) => {
    const right = knownDays.filter((one) => one.right).length;
    const next = knownDays.filter((one) => one.rightNextDay).length;
    const rows = knownDays.map((one) => [
      one.day,
      one.what,
      one.way,
      fixed(one.before),
      fixed(one.after),
      one.right ? 'yes' : '**no**',
      one.rightNextDay ? 'yes' : '**no**',
      one.by.join('; ') || null,
    ]);
    const head = ['day', 'what', 'must go', 'before', 'after', 'right', 'right a day later', 'moved most by'];
    return `${TITLES[way]}: right on ${right} of ${knownDays.length} days, ${next} with the day after.\n\n${table(head, rows)}`;
  });

const placebo = ({ placebos }: Results): string =>
  table(
    ['placebo', 'articles', 'of which read', 'observations', 'index moved at most', 'which'],
    placebos.map((one) => [
      one.what,
      one.articles,
      one.read,
      one.observations,
      one.mostMoved.toFixed(2),
      one.names.join(', ') || null,
    ]),
  );

const deduplication = (results: Results): string =>
  both(results, ({ deduplication: of }, way) =>
    table(
      [
        TITLES[way],
        'mean index',
        'mean distance from nought',
        'most apart on a day',
        'Pearson with the index',
      ],
      of.map((one) => [
        one.what,
        fixed(one.mean),
        fixed(one.meanMagnitude),
        fixed(one.mostApart),
        signed(one.pearson),
      ]),
    ),
  );

/** The figures by the name of their block. */
export const blocks = (results: Results, date: string): Readonly<Record<string, string>> => ({
  date: `Figures of ${date}, over ${results.articles} articles.`,
  checkpoints: checkpoints(results),
  timeline: timeline(results),
  disagreements: classes(results),
  piie: piie(results),
  waugh: waugh(results),
  correlations: correlations(results),
  signs: signs(results),
  placebo: placebo(results),
  deduplication: deduplication(results),
});
