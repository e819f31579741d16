import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { isDay } from '../shared/calendar';
import { type TariffObservation } from '../shared/observation';
import { type Day, type PartialDate } from '../shared/primitives';
import { toldOn } from '../tariff/told-on';
import { productKeys } from './product-key';

/** What one statement says about the rate on a list, a sector or a product, on one day. */
export interface ProductWord {
  /** `past`: over from this day. `gone`: seen to be over on this day. */
  readonly act: 'begin' | 'sight' | 'due' | 'threat' | 'suspend' | 'past' | 'gone';
  readonly rate: number | null;
  readonly from: number | null;
  readonly effective: PartialDate | null;
  readonly until: PartialDate | null;
  readonly tradeUsdBn: number | null;
  readonly basis: TariffObservation['basis'];
  readonly authority: TariffObservation['authority'];
  /** Told of a collection that this is a member of: only the end of the one is the end of the other. */
  readonly ofCollection: boolean;
}

/** "Lifts the duties of 15 percent": nought is the end of what stood. */
const isLifted = ({ rate, rateFrom }: TariffObservation): boolean => rate === 0 && (rateFrom ?? 0) > 0;

/** Does it tell of an end, or of a duty put on hold? */
export const isOver = (o: TariffObservation): boolean =>
  isLifted(o) || o.status === 'past' || o.status === 'suspended';

const word = (o: TariffObservation, act: ProductWord['act']): ProductWord => ({
  act,
  rate: o.rate,
  from: o.rateFrom,
  effective: o.effective,
  until: o.until,
  tradeUsdBn: o.tradeUsdBn,
  basis: o.basis,
  authority: o.authority,
  ofCollection: false,
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

const lifted: Say = (o, saidOn) => {
  const { effective, rateFrom } = o;
  if (isDay(effective) && effective > saidOn) return [entry(saidOn, word(o, 'due'))];
  const over = { ...word(o, 'past'), rate: rateFrom, from: null, effective: null };
  return [entry(isDay(effective) ? effective : saidOn, over)];
};

type Say = (o: TariffObservation, saidOn: Day) => readonly Entry<ProductWord>[];

const inEffect: Say = (o, saidOn) => {
  const { effective } = o;
  if (isLifted(o)) return lifted(o, saidOn);
  if (!isDay(effective)) return [entry(saidOn, word(o, 'sight'))];
  if (effective > saidOn) return [entry(saidOn, word(o, 'due'))];
  const begin = entry(effective, word(o, 'begin'));
  return effective === saidOn ? [begin] : [begin, entry(saidOn, word(o, 'sight'))];
};

const past: Say = (o, saidOn) => [
  ...(isDay(o.effective) && o.effective <= saidOn ? [entry(o.effective, word(o, 'begin'))] : []),
  ...(isDay(o.until) && o.until <= saidOn ? [entry(o.until, word(o, 'past'))] : []),
  // "The duties of 15 percent that it imposed in March", told as past: of those it says that they are over.
  ...(o.until === null && o.effective !== null && !isDay(o.effective)
    ? [entry(saidOn, word(o, 'gone'))]
    : []),
];

/** Said on the day of the report, or on the day it was about when that was before. */
const said =
  (act: ProductWord['act']): Say =>
  (o, saidOn) => [entry(isDay(o.effective) && o.effective < saidOn ? o.effective : saidOn, word(o, act))];

/** The same of what was announced, on the day on which it was. */
const announced: Say = (o, saidOn) => said('due')(o, toldOn(o, saidOn));

const SAY: Readonly<Record<TariffObservation['status'], Say>> = {
  in_effect: inEffect,
  announced,
  threatened: (o, saidOn) => [entry(toldOn(o, saidOn), word(o, 'threat'))],
  suspended: said('suspend'),
  past,
};

const asMember = ({ day, key, what }: Entry<ProductWord>): Entry<ProductWord> => ({
  day,
  key: `${key}|member`,
  what: { ...what, ofCollection: true },
});

/** Numbers that take in other duties on the same goods: 70 percent in all, of which 50 are the sector's own. */
const TAKES_IN_OTHERS: readonly TariffObservation['basis'][] = ['total_with_older', 'average', 'effective'];

const ENDS: readonly ProductWord['act'][] = ['due', 'suspend', 'past', 'gone'];

/** Where a statement on a list, sector or product stands on the time line of the facet with this key. */
export const productEntries =
  (facetKey: string) =>
  ({ observation, source }: Assertion): readonly Entry<ProductWord>[] => {
    if (observation.type !== 'tariff' || TAKES_IN_OTHERS.includes(observation.basis)) return [];
    const entries = SAY[observation.status](observation, source.day);
    const isOwn = productKeys(observation).some(({ key }) => key === facetKey);
    return isOwn ? entries : entries.filter(({ what }) => ENDS.includes(what.act)).map(asMember);
  };
