import { inside, wordAt, type Mention, type Span } from '../../doc';
import { has } from '../helpers';
import { nounAfter, nounBefore } from './is-rate';
import { ownerAt } from './owner';
import { type Target } from './target';
import { bearVerbs, chargeVerbs } from './words';
import { type Zone } from './zones';

const isThird = (m: Mention): boolean => m.side === 'other' && !m.place;

const otherCountries =
  / (?:(?:other|dozens of|most other|many other) (?:\w+ )?(?:countries|nations|economies|partners)|for others) /;

/** "Enter the Canadian market at a rate of 6 percent": who takes the goods in is another. */
const isOtherMarket = (zone: Zone): boolean =>
  inside(zone.doc.mentions, zone).some(
    (m) =>
      m.side === 'other' && /^(?:market|markets|border|customs|ports)$/.test(wordAt(zone.doc.tokens, m.to)),
  );

/** Other countries stand in the stretch, and neither China nor the United States is its target. */
export const isElsewhere = (zone: Zone, { aim, goods }: Target): boolean => {
  if (has(zone.doc, zone, secondary) || isOtherMarket(zone)) return true;
  if (aim !== undefined || goods !== undefined) return false;
  const near: Span = {
    from: Math.max(zone.from, zone.told.from - 12),
    to: Math.min(zone.to, zone.told.to + 12),
  };
  const others = inside(zone.doc.mentions, near).filter(
    (m) => isThird(m) || (m.kind === 'goods' && m.side === 'other'),
  );
  if (has(zone.doc, near, otherCountries)) return true;
  if (others.some((m) => m.to === zone.told.from || m.to === zone.told.from - 1)) return true;
  return others.length > 0 && !inside(zone.doc.mentions, near).some((m) => m.side === 'CN');
};

/** Duties on whoever trades with somebody else, China among them. */
const secondary =
  / (?:secondary (?:tariffs?|sanctions)|(?:countries|nations|economies|those) (?:that |who )?(?:buy|buying|purchas\w+|trading with|doing business with) |(?:russian|iranian|venezuelan) (?:oil|energy|crude)) /;

/** Imposed or owned by another country: "Canada put duties on American goods", "India's tariffs". */
export const isByThird = (zone: Zone): boolean => {
  const { subject, verbs } = zone.clause;
  const acts =
    subject?.side === 'other' &&
    verbs.some((v) => chargeVerbs.has(v.lemma) && !v.passive && !bearVerbs.has(v.lemma));
  return acts || [nounAfter(zone), nounBefore(zone)].some((noun) => ownerAt(zone, noun)?.side === 'other');
};
