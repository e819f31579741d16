import { inside, wordAt } from '../../doc';
import { has, party, words } from '../helpers';
import { eachOther, mutual } from './words';
import { type Target } from './target';
import { type Imposer } from './who';
import { type Zone } from './zones';

/** "Each side keeps 25%": of both, unless the clause has one of them as its subject. */
const isMutual = (zone: Zone): boolean => {
  const { subject } = zone.clause;
  const near = { from: Math.min(zone.from, zone.clause.from), to: zone.to };
  return (
    has(zone.doc, near, / (?:will|would|to|shall) each /) ||
    ((subject?.kind === 'pronoun' || party(subject?.side) === null) && has(zone.doc, zone, mutual))
  );
};

/** Which of two rates joined by "and" it is, or null: "30% and 10%", "145 and 125 per cent". */
const placeInPair = ({ doc, told }: Zone): 'first' | 'second' | null => {
  const rateAt = (at: number): boolean =>
    inside(doc.values, { from: at - 4, to: at + 4 }).some(
      (v) => v.kind === 'percent' && (v.from === at || v.to === at),
    );
  if (wordAt(doc.tokens, told.to) === 'and' && rateAt(told.to + 1))
    return wordAt(doc.tokens, told.from - 1) === ',' && rateAt(told.from - 1) ? null : 'first';
  return wordAt(doc.tokens, told.from - 1) === 'and' && rateAt(told.from - 1) ? 'second' : null;
};

/** Of a pair the first is America's, as articles name them. */
const pairOf = (zone: Zone): Imposer => {
  const at = placeInPair(zone);
  if (at === null) return { sides: ['US', 'CN'], by: 'each side' };
  return { sides: [at === 'first' ? 'US' : 'CN'], by: `${at} of a pair` };
};

/** "keeps tariffs between the United States and China at 30% and 10%": two rates, joined, of the two. */
const isPaired = (zone: Zone): boolean =>
  placeInPair(zone) !== null &&
  (has(zone.doc, zone.near, mutual) || / (?:their|between the) /.test(` ${words(zone.doc, zone.near)} `));

/** Both, where the two are said to do it to each other. */
export const byEachOther = (zone: Zone, { goods, aim }: Target): Imposer | null => {
  const bare = goods === undefined && aim === undefined;
  return has(zone.doc, zone, eachOther) || (bare && isPaired(zone)) ? pairOf(zone) : null;
};

/** "which stand at 30% and 10%", with nobody named: the levels of the two, as articles name them. */
export const byPair = (zone: Zone, { goods, aim }: Target): Imposer | null => {
  const bare = goods === undefined && aim === undefined && zone.rate.before === null;
  return bare && placeInPair(zone) !== null ? pairOf(zone) : null;
};

/** Both, where nothing closer says whose the rate is. */
export const byBoth = (zone: Zone): Imposer | null => (isMutual(zone) ? pairOf(zone) : null);
