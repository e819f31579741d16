import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { isDay } from '../shared/calendar';
import { type TariffObservation } from '../shared/observation';
import { type Day, type PartialDate } from '../shared/primitives';

/** What one statement says about the rate on a list, a sector or a product, on one day. */
export interface ProductWord {
  readonly act: 'begin' | 'sight' | 'due' | 'threat' | 'suspend' | 'past';
  readonly rate: number | null;
  readonly from: number | null;
  readonly effective: PartialDate | null;
  readonly until: PartialDate | null;
  readonly tradeUsdBn: number | null;
  readonly basis: TariffObservation['basis'];
  readonly authority: TariffObservation['authority'];
}

const word = (o: TariffObservation, act: ProductWord['act']): ProductWord => ({
  act,
  rate: o.rate,
  from: o.rateFrom,
  effective: o.effective,
  until: o.until,
  tradeUsdBn: o.tradeUsdBn,
  basis: o.basis,
  authority: o.authority,
});

const entry = (day: Day, what: ProductWord): Entry<ProductWord> => ({
  day,
  what,
  key: [
    what.act,
    what.rate,
    what.from,
    what.effective,
    what.until,
    what.tradeUsdBn,
    what.basis,
    what.authority,
  ].join('|'),
});

type Say = (o: TariffObservation, saidOn: Day) => readonly Entry<ProductWord>[];

const inEffect: Say = (o, saidOn) => {
  const { effective } = o;
  if (!isDay(effective)) return [entry(saidOn, word(o, 'sight'))];
  if (effective > saidOn) return [entry(saidOn, word(o, 'due'))];
  const begin = entry(effective, word(o, 'begin'));
  return effective === saidOn ? [begin] : [begin, entry(saidOn, word(o, 'sight'))];
};

const past: Say = (o, saidOn) => [
  ...(isDay(o.effective) && o.effective <= saidOn ? [entry(o.effective, word(o, 'begin'))] : []),
  ...(isDay(o.until) && o.until <= saidOn ? [entry(o.until, word(o, 'past'))] : []),
];

/** Said on the day of the report, or on the day it was about when that was before. */
const said =
  (act: ProductWord['act']): Say =>
  (o, saidOn) => [entry(isDay(o.effective) && o.effective < saidOn ? o.effective : saidOn, word(o, act))];

const SAY: Readonly<Record<TariffObservation['status'], Say>> = {
  in_effect: inEffect,
  announced: said('due'),
  threatened: (o, saidOn) => [entry(saidOn, word(o, 'threat'))],
  suspended: said('suspend'),
  past,
};

/** Where a statement on a list, sector or product stands on the time line. */
export const productEntries = ({ observation, source }: Assertion): readonly Entry<ProductWord>[] =>
  observation.type === 'tariff' ? SAY[observation.status](observation, source.day) : [];
