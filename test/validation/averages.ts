import { readFacet, state, type Relation, type TariffValue } from '@app/domain';
import { type Reference } from './reference';
import { correlate, type Correlation } from './statistics';

// The tariff readings against the average tariffs that PIIE and Waugh publish.

/** US goods imports from China in 2017, billions of dollars (US Census Bureau): the trade that the lists of 2018-19 fell on. */
const IMPORTS_2017_USD_BN = 505.5;
const LISTS_UNTIL = '2025-01-01';

const tariffOn = (relation: Relation, day: string): TariffValue | null => {
  const value = readFacet(relation, 'tariff/US', { asOf: day })?.value;
  return value?.type === 'tariff' ? value : null;
};

/** Points that the lists in force add to the average of all imports: rate by rate, weighted with the trade they name. */
const addedByLists = (relation: Relation, day: string): number =>
  state(relation, { asOf: day }).facets.reduce((sum, { value }) => {
    const counts =
      value.type === 'product_tariff' &&
      value.imposer === 'US' &&
      value.scope === 'list' &&
      value.status === 'in_effect' &&
      SINGLE_LISTS.includes(value.product);
    if (!counts) return sum;
    const worth = value.tradeUsdBn ?? Number(/\d+(?:\.\d+)?/.exec(value.product)?.[0] ?? 0);
    return sum + ((value.rate ?? 0) * worth) / IMPORTS_2017_USD_BN;
  }, 0);

/** Lists that hold no other: $250bn are the first three together. */
const SINGLE_LISTS: readonly string[] = ['$34bn', '$16bn', '$200bn', '$120bn', '$160bn'];

const REPORTED: readonly string[] = ['average', 'effective', 'total_with_older'];

const reportedAverages = (value: TariffValue | null): readonly string[] =>
  (value?.totals ?? [])
    .filter(({ basis }) => REPORTED.includes(basis))
    .map(({ basis, rate, saidOn }) => `${rate} (${basis.replaceAll('_', ' ')}, ${saidOn})`);

export interface AverageRow {
  readonly day: string;
  readonly theirs: number;
  /** The level from which ours is counted, plus what ours adds. */
  readonly ours: number;
  readonly reported: readonly string[];
}

/** PIIE's average US tariff on China, against its level before plus what our readings add. */
export const againstPiie = (relation: Relation, reference: Reference): readonly AverageRow[] => {
  const rows = reference
    .series('piie_average_tariffs')
    .flatMap((row) =>
      row['us_on_cn'] ? [{ day: row['date_from'] ?? '', theirs: Number(row['us_on_cn']) }] : [],
    );
  const before2018 = rows[0]?.theirs ?? 0;
  const before2025 = rows.find(({ day }) => day >= LISTS_UNTIL)?.theirs ?? 0;
  return rows.map(({ day, theirs }) => {
    const value = tariffOn(relation, day);
    const ours =
      day < LISTS_UNTIL ? before2018 + addedByLists(relation, day) : before2025 + (value?.rate ?? 0);
    return { day, theirs, ours, reported: reportedAverages(value) };
  });
};

export interface Added {
  readonly rows: readonly AverageRow[];
  readonly correlation: Correlation;
}

/** Waugh's added US tariff on China since 2025, against the added rate across the board. */
export const againstWaugh = (relation: Relation, reference: Reference): Added => {
  const rows = reference.series('us_added_tariff_on_china_waugh').map((row) => {
    const day = row['date'] ?? '';
    const value = tariffOn(relation, day);
    return {
      day,
      theirs: Number(row['added_tariff_pct']),
      ours: value?.rate ?? 0,
      reported: reportedAverages(value),
    };
  });
  return { rows, correlation: correlate(rows.map(({ theirs, ours }) => [theirs, ours] as const)) };
};
