import { readFacet, type Reading, type Relation, type TariffValue } from '@app/domain';
import { agree, type Comparison } from './agreement';
import { daysFrom, plusDays } from './days';
import { type Reference, type Side } from './reference';
import { NO_DUTIES, PARTS, PRODUCTS } from './tariff-names';

// The tariff readings against the state of both sides after each step of the reference's timeline.

type Imposer = 'US' | 'CN';
type Value = number | string | null;
type Pick = (reading: Reading | null) => Value;

const SOON_DAYS = 7;

const tariffOf = (reading: Reading | null): TariffValue | null =>
  reading?.value.type === 'tariff' ? reading.value : null;

const rateOf: Pick = (reading) => tariffOf(reading)?.rate ?? null;
const partOf =
  (name: string): Pick =>
  (reading) =>
    tariffOf(reading)?.parts.find(({ authority }) => authority === PARTS[name])?.rate ?? null;
const productRate: Pick = (reading) =>
  reading?.value.type === 'product_tariff' && reading.value.status === 'in_effect'
    ? reading.value.rate
    : null;
const announcedFor =
  (day: string): Pick =>
  (reading) =>
    tariffOf(reading)?.announced.some(({ effective }) => effective === day) === true ? day : null;
const suspendedUntil: Pick = (reading) => tariffOf(reading)?.suspended[0]?.until ?? null;

const top = (rate: number | readonly number[]): number =>
  typeof rate === 'number' ? rate : Math.max(...rate);

/** The rates wanted of each product facet, by list or sector. */
const wantedProducts = (imposer: Imposer, named: Side['lists']): ReadonlyMap<string, number> => {
  const wanted = new Map<string, number>();
  for (const [name, { rate }] of Object.entries(named)) {
    if (NO_DUTIES.includes(`${imposer}/${name}`)) continue;
    const keys = PRODUCTS[`${imposer}/${name}`];
    if (keys === undefined) throw new Error(`the timeline's ${imposer} ${name} has no facet named for it`);
    for (const key of keys) wanted.set(key, Math.max(top(rate), wanted.get(key) ?? 0));
  }
  return wanted;
};

const keysOf = (imposer: Imposer): readonly string[] =>
  Object.entries(PRODUCTS).flatMap(([name, keys]) => (name.startsWith(imposer) ? keys : []));

interface Asked {
  readonly field: string;
  readonly what: string;
  readonly facet: string;
  readonly want: Value;
  readonly pick: Pick;
  /** Counted only where one of the two has a value: neither having a list is no agreement worth telling. */
  readonly onlyIfEither?: true;
}

const acrossTheBoard = (imposer: Imposer, want: Side): readonly Asked[] => {
  const facet = `tariff/${imposer}`;
  const ask = (field: string, what: string, wanted: Value, pick: Pick): Asked => ({
    field,
    what: `${imposer} ${what}`,
    facet,
    want: wanted,
    pick,
  });
  const planned = want.announced.filter(({ scope, effective }) => scope === 'all' && effective !== null);
  const put = want.suspended.find(({ what }) => what.startsWith('24 points'));
  return [
    ask('across the board', 'across the board', want.additionalAllGoods, rateOf),
    ...Object.keys(PARTS).map((name) => ({
      ...ask('parts of it', name, want.components[name] ?? null, partOf(name)),
      onlyIfEither: true as const,
    })),
    ...planned.map(({ effective }) =>
      ask(
        'steps announced',
        `step announced for ${String(effective)}`,
        effective,
        announcedFor(String(effective)),
      ),
    ),
    {
      ...ask('part suspended', 'part suspended until', put?.until ?? null, suspendedUntil),
      onlyIfEither: true,
    },
  ];
};

/** Keys of US duties on a sector from all countries. */
const SECTORS = new Set(
  Object.entries(PRODUCTS).flatMap(([name, keys]) => (name.startsWith('US/Section 232') ? keys : [])),
);

const byProduct = (imposer: Imposer, want: Side): readonly Asked[] => {
  const lists = wantedProducts(imposer, want.lists);
  const sectors = wantedProducts(imposer, want.sector);
  return [...new Set(keysOf(imposer))].map((key) => ({
    field: imposer === 'US' && SECTORS.has(key) ? 'sector duties' : 'lists and products',
    what: `${imposer} ${key}`,
    facet: `tariff/${imposer}/${key}`,
    want: lists.get(key) ?? sectors.get(key) ?? null,
    pick: productRate,
    onlyIfEither: true,
  }));
};

interface Dated {
  readonly date: string;
  readonly asked: Asked;
}

/** What is asked after each step. */
const askedOf = ({ steps }: Reference): readonly Dated[] => {
  const now: { US?: Side | undefined; CN?: Side | undefined } = {};
  return steps.flatMap(({ date, effect }) => {
    now.US = effect.US ?? now.US;
    now.CN = effect.CN ?? now.CN;
    const { US, CN } = now;
    return [
      ...(US === undefined ? [] : [...acrossTheBoard('US', US), ...byProduct('US', US)]),
      ...(CN === undefined ? [] : [...acrossTheBoard('CN', CN), ...byProduct('CN', CN)]),
    ].map((asked) => ({ date, asked }));
  });
};

/**
 * Every value of every step that can be compared, on that day by all articles. `nameOf` tells which article an
 * observation stands in.
 */
export const compareTariffs = (
  relation: Relation,
  reference: Reference,
  nameOf: (observationId: string) => string,
): readonly Comparison[] => {
  const all = askedOf(reference);
  const read = (facet: string, day: string): Reading | null => readFacet(relation, facet, { asOf: day });
  const soonOf = ({ date, asked }: Dated): Comparison['soon'] => {
    const last = plusDays(date, SOON_DAYS);
    return {
      want: all
        .filter((one) => one.asked.what === asked.what && one.date > date && one.date <= last)
        .map((one) => one.asked.want),
      got: daysFrom(plusDays(date, 1), last).map((day) => asked.pick(read(asked.facet, day))),
    };
  };
  return all.flatMap((one) => {
    const { field, what, facet, want, pick, onlyIfEither } = one.asked;
    const reading = read(facet, one.date);
    const got = pick(reading);
    if (onlyIfEither === true && want === null && got === null) return [];
    const soon = agree(want, got) ? { want: [], got: [] } : soonOf(one);
    const because = [...new Set((reading?.because ?? []).map(nameOf))];
    return [{ field, date: one.date, what, want, got, soon, because }];
  });
};
