import { inside, wordAt, type Doc, type Span } from '../../doc';
import { clauseAt, has, words } from '../helpers';
import { chargeVerbs, dutyNoun, eachOther, rateNoun, ustrList } from './words';
import { type Zone } from './zones';

const LOOK = 7;

const notRateAfter =
  /^(?:of (?:all|gdp|its|their|his|the|total|global|world|chinese|china|us|american|americans|respondents|exports?|imports?|revenues?|sales|output|it|them|those|what|every|voters|world's)\b|(?:- )?(?:fees?|cut|commission|stakes?|shares?|chance|probability|likelihood|growth|reduction|discount|margin|owned|owner|ownership|rule|interest|drop|decline|fall|decrease|jump|gain|loss|surge|plunge|slump|rally|inflation|majority|contraction|expansion)\b|(?:higher|lower|more|fewer|less) than\b|(?:from a|on|over the|in the past|in the last|compared with|against the|year|annually|yoy|month)(?: same)? ?(?:year|month|quarter|years|-|previous)?\b(?:.*ago)?$)/;
const notRateBefore =
  /(?:^| )(?:rose|risen|rising|fell|fallen|falling|dropped|dropping|gained|gaining|gains? of|grew|slid|sliding|surging|jumping|eased|climbing|shed|lost|losing|tumbling|plunging|slumped|slumping|soaring|rallied|leapt|modest|edged|inched|sank|sinking|dipping|up just|jumped|surged|sank|shrank|slipped|plunged|tumbled|declined|lost|soared|dipped|expanded|contracted|grow|grown|growing|growth of|account(?:s|ed|ing)? for|makes? up|supplies|supply|up|down|inflation (?:running |stuck |still |was |is )?(?:at|of|to)|stake of|share of|shares) (?:by |about |some |around |almost |nearly |roughly |more than |over |an? )*$/;
const otherTax =
  / (?:corporate|income|sales|property|interest|unemployment|growth|inflation|mortgage|exchange|approval|value added|tax cut|export) (?:tax|rates?|rate|duty|rebate)/;

/** "The chance of a recession is 60%": no duty named since. */
const chance =
  / (?:chances?|odds|probability|likelihood|approval|poll|survey) (?:of|that|for|rating)(?: (?!tariffs?|dut(?:y|ies)|lev(?:y|ies))[\w'-]+){0,9} $/;

const behind = (zone: Zone, n: number): string =>
  words(zone.doc, { from: zone.told.to, to: zone.told.to + n });
const before = (zone: Zone, n: number): string =>
  words(zone.doc, { from: Math.max(zone.sentence.from, zone.told.from - n), to: zone.told.from });

/** "34 percent tariff", "10% additional import duty": the noun at the end of the phrase that the rate opens. */
export const nounAfter = (zone: Zone): number => {
  for (let i = zone.told.to; i < Math.min(zone.sentence.to, zone.told.to + LOOK); i += 1) {
    const word = wordAt(zone.doc.tokens, i);
    if (dutyNoun.test(word) || word === 'rate' || word === 'baseline') return i;
    if (
      /^(?:on|of|to|for|in|and|,|\.|;|from|by|against|at|with|is|was|will|as|or|that|after|before|since|amid|over|because|when)$/.test(
        word,
      )
    )
      return -1;
  }
  return -1;
};

const strong = (word: string): boolean => dutyNoun.test(word) || rateNoun.test(word);

/** The last duty word before the rate in its stretch, or -1. */
export const nounBefore = (zone: Zone): number => {
  for (let i = zone.told.from - 1; i >= zone.from; i -= 1) if (strong(wordAt(zone.doc.tokens, i))) return i;
  return -1;
};

export const hasDuty = (doc: Doc, part: Span): boolean => {
  for (let i = part.from; i < part.to; i += 1) if (dutyNoun.test(wordAt(doc.tokens, i))) return true;
  return false;
};

const isCharged = (zone: Zone): boolean =>
  zone.clause.verbs.some((v) => chargeVerbs.has(v.lemma)) ||
  / (?:charging|taxing|levying|imposing|collecting|slapping) $/.test(` ${before(zone, 1)} `);
/** "the other's products", "its goods are taxed": of a side named elsewhere. */
const othersGoods =
  / (?:(?:other 's|its|their) (?:products|goods|exports|imports|shipments)|(?:on|onto) (?:all |most )?(?:american|chinese|us) (?!officials|companies|firms|workers|soil|markets?|shares|stocks)\w+) /;
const hasGoods = (zone: Zone): boolean =>
  othersGoods.test(` ${words(zone.doc, zone.near)} `) ||
  has(zone.doc, zone, eachOther) ||
  inside(zone.doc.mentions, zone.near).some((m) => m.kind === 'goods' || m.kind === 'product');

/** "the 145 percent China faces", "the 20% that Trump imposed". */
const borne =
  /^(?:that |which )?(?:china|beijing|washington|the us|america|they|it|he|trump) (?:now |has |had )?(?:faces?|pays?|imposed|charges?|put|set|levied|levies) /;

const leads =
  / (?:to|of|at|is|was|are|were|been|now|still|currently|remains?|another|further|extra|additional) $/;
const follows = /^(?:remains?|stays?|applies|stands|still)\b/;
const laidOn = / (?:on|onto|for|over|in (?:china|the)|was|is|which|that|he|at) /;

/** "Machinery, furniture: 25%": a line of a list, the goods ahead of a colon and no verb. */
const isLabelled = ({ doc, told, sentence }: Zone): boolean =>
  wordAt(doc.tokens, told.from - 1) === ':' &&
  told.from - sentence.from < LABEL &&
  inside(doc.clauses, { from: sentence.from, to: told.to + 1 }).every((c) => c.verbs.length === 0) &&
  clauseAt(doc.clauses, sentence.from)?.verbs.length === 0;

/** Longest label of a line, in tokens. */
const LABEL = 16;

/** Is the percentage laid on something, moved, or led to by words for a level? */
const isTied = (zone: Zone): boolean =>
  zone.rate.before !== null ||
  laidOn.test(` ${behind(zone, 2)} `) ||
  borne.test(`${behind(zone, 4)} `) ||
  follows.test(behind(zone, 1)) ||
  nounBefore(zone) >= 0 ||
  isCharged(zone) ||
  isLabelled(zone) ||
  leads.test(` ${before(zone, 1)} `);

/** What is said before of duties lets "the full 34% is to apply", "25% on $250 billion" be read as rates. */
const inContext = (zone: Zone, afterRates: boolean): boolean => {
  if (hasDuty(zone.doc, zone.near) || has(zone.doc, zone.near, ustrList) || afterRates) return isTied(zone);
  const laid = laidOn.test(` ${behind(zone, 2)} `);
  const named = zone.rate.before !== null || isCharged(zone) || nounBefore(zone) >= 0 || laid;
  return named && hasGoods(zone);
};

/** "30% and 10%", "5, 10 or 25 percent": a percentage joined to one that is a rate. */
const isJoined = (zone: Zone, prior: Zone | undefined): boolean =>
  prior !== undefined &&
  /^(?:,|and|or|, and|, or)$/.test(words(zone.doc, { from: prior.told.to, to: zone.told.from }));

/** "the Nikkei leapt 9.1 per cent", "silver eased 0.2%": what a market did, with no duty named since. */
const market =
  / (?:nikkei|composite|index|indexes|dow|nasdaq|s & p|hang seng|csi|shanghai|stocks|shares|equities|futures|yuan|yen|dollar|bitcoin|gold|silver|platinum|palladium|brent|crude|ounce|barrel|prices?|profits?|revenues?|sales|deficit|surplus|gdp|economy|output) /g;
const isMarket = (zone: Zone): boolean => {
  const ahead = ` ${before(zone, 12)} `;
  if (!notRateBefore.test(ahead.trimEnd())) return false;
  const at = [...ahead.matchAll(market)].pop()?.index ?? -1;
  return at >= 0 && !/ (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) /.test(ahead.slice(at));
};

/** "cut the profits by 12 percent", "the share of goods fell from 22 to 13 percent": another thing is measured. */
const quantity =
  / (?:share|shares|profits?|sales|prices?|growth|output|deficit|surplus|revenues?|shipments|economy|gdp|stocks|index|jobs|stake|exports) /;
const isQuantity = (zone: Zone): boolean => {
  const ahead = ` ${before(zone, 14)} `;
  const at = ahead.search(quantity);
  const by = / (?:by|by about|by around|~|about|around|nearly) $/.test(ahead) || zone.rate.before !== null;
  return at >= 0 && by && !/ (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rate) /.test(ahead.slice(at));
};

/** A share, or what went up or down, with no duty named ahead of it. */
const isGrowth = (zone: Zone): boolean =>
  notRateAfter.test(behind(zone, 4)) ||
  (notRateBefore.test(`${before(zone, 6)} `) && !hasDuty(zone.doc, { from: zone.from, to: zone.told.from }));

/** `afterRates`: tariffs are what the text speaks of here. */
const isOne = (zone: Zone, afterRates: boolean): boolean => {
  const near = ` ${before(zone, 6)} ${behind(zone, 5)} `;
  if (otherTax.test(near) || chance.test(` ${before(zone, 12)} `) || isQuantity(zone) || isMarket(zone))
    return false;
  if (zone.rate.kind === 'count' && zone.rate.before === null) return afterRates;
  if (nounAfter(zone) >= 0) return true;
  if (zone.rate.kind === 'points')
    return zone.rate.value <= 200 && (hasDuty(zone.doc, zone.near) || afterRates);
  return !isGrowth(zone) && inContext(zone, afterRates);
};

/** Those percentages of a sentence that state a tariff rate: growth, shares and stakes do not. `afterRates`: tariffs are what the text speaks of here. */
export const ratesOf = (zones: readonly Zone[], afterRates: boolean): Zone[] => {
  const found: Zone[] = [];
  for (const zone of zones) {
    const after = afterRates || found.length > 0;
    const joined = isJoined(zone, found[found.length - 1]) && !notRateAfter.test(behind(zone, 4));
    if (joined || isOne(zone, after)) found.push(zone);
  }
  return found;
};
