import {
  monthly as monthlyOf,
  changes,
  correlate,
  paired,
  type Correlation,
  type Series,
} from './statistics';
import { type Reference } from './reference';
import { PARTS as TENSION_PARTS, type Part } from './tension-days';

// Indices of others that the tension index can be held against, month by month.

interface Outside {
  readonly name: string;
  readonly file: string;
  readonly time: string;
  readonly column: string;
  /** How it should go with tension. */
  readonly sign: '+' | '-';
  readonly about: string;
}
export const OUTSIDE: readonly Outside[] = [
  {
    name: 'GDELT USA-CHN',
    file: 'gdelt_usa_chn_monthly_edge',
    time: 'month',
    column: 'daily_mean',
    sign: '-',
    about:
      'bilateral; cooperation minus conflict over all topics, grows with the volume of news; ends 2024-02',
  },
  {
    name: 'TPU',
    file: 'tpu_monthly_mean_of_daily',
    time: 'month',
    column: 'tpu_daily_mean',
    sign: '+',
    about: 'uncertainty over all US trade policy, in US papers (Caldara, Iacoviello et al.)',
  },
  {
    name: 'trade EPU',
    file: 'epu_us_categorical_bbd',
    time: 'month',
    column: 'trade_policy_uncertainty',
    sign: '+',
    about: 'uncertainty over all US trade policy (Baker, Bloom, Davis)',
  },
  {
    name: 'GPR China',
    file: 'gpr_monthly_country_caldara_iacoviello',
    time: 'month',
    column: 'gprc_chn',
    sign: '+',
    about: 'share of articles on geopolitical risk that name China; war and arms more than trade',
  },
];

const seriesOf = (reference: Reference, { file, time, column }: Outside): Series =>
  new Map(
    reference.series(file).flatMap((row) => {
      const [at, value] = [row[time] ?? '', row[column] ?? ''];
      return value === '' ? [] : [[at, Number(value)] as const];
    }),
  );

/** Spans of months over which a correlation is taken. */
export const SPANS = [
  { name: 'all months', from: '2018-01', to: '2026-12' },
  { name: '2018–2020', from: '2018-01', to: '2020-12' },
  { name: '2021–2024', from: '2021-01', to: '2024-12' },
  { name: '2025–', from: '2025-01', to: '2026-12' },
] as const;

export interface Held {
  readonly outside: string;
  readonly part: Part;
  readonly span: string;
  readonly level: Correlation;
  /** Of the changes from month to month: what only drifts together drops out. */
  readonly change: Correlation;
}

const within = (series: Series, { from, to }: { readonly from: string; readonly to: string }): Series =>
  new Map([...series].filter(([month]) => month >= from && month <= to));

/** Every part of ours against every index of others over every span. */
export const holdAgainst = (daily: Readonly<Record<Part, Series>>, reference: Reference): readonly Held[] =>
  OUTSIDE.flatMap((outside) => {
    const theirs = seriesOf(reference, outside);
    return TENSION_PARTS.flatMap((part) => {
      const ours = monthlyOf(daily[part]);
      return SPANS.map((span) => {
        const pairs = paired(within(ours, span), theirs);
        return {
          outside: outside.name,
          part,
          span: span.name,
          level: correlate(pairs),
          change: correlate(changes(pairs)),
        };
      });
    });
  });
