import { inside, tokenAt, wordAt, type Doc, type Mention, type Span, type Value } from '../../doc';
import { textOf, words, type Party } from '../helpers';
import { nounAfter, nounBefore } from './is-rate';
import { isUnderCondition } from './condition';
import { amountOf, dutyNoun } from './words';
import { type Zone } from './zones';

/** What a duty is laid on. */
export interface Coverage {
  readonly scope: 'all' | 'product';
  readonly product: string | null;
  readonly tradeUsdBn: number | null;
}

export const everything: Coverage = { scope: 'all', product: null, tradeUsdBn: null };
const lists: Coverage = { scope: 'product', product: null, tradeUsdBn: null };

/** Until the order of 1 February 2025 every duty in force or decided between the two lay on lists; on all goods there were threats, of 2024. */
const FIRST_ON_ALL = '2025-02-01';
const FIRST_THREAT_ON_ALL = '2024-01-01';

/** "Duties on Chinese goods" of a time when only lists paid them. */
export const coverageOn = (day: string | null, status: string, told: Coverage): Coverage => {
  if (told.scope === 'product' || day === null) return told;
  return day < (status === 'threatened' ? FIRST_THREAT_ON_ALL : FIRST_ON_ALL) ? lists : told;
};
const STEP = 14;

const endsPhrase = (word: string): boolean =>
  /^(?:\.|;|:|\(|\)|—|"|that|which|who|as|since|start|starts|starting|begin|begins|remain|remains|remained|suspended|frozen|stay|effective|the|pays?|rates?|stays?|climbs?|rises?|rise|doubles?|triples?|on (?:monday|tuesday)|go to|takes?|falls?|drops?|go|goes|beginning|from|by|to|while|but|until|after|before|when|if|unless|because|is|are|was|were|will|would|has|have|had|at|this|next|last|entering|coming|over|under|with|in|due|announced|imposed|known|worth)$/.test(
    word,
  );
const opensPhrase = (word: string): boolean => /^(?:on|onto|for|against|upon|to)$/.test(word);

/** Words of the noun phrase that begins at `i`. */
const phraseAt = (doc: Doc, i: number, to: number): Span => {
  let end = wordAt(doc.tokens, i) === 'the' ? i + 1 : i;
  while (end < Math.min(to, i + STEP) && !endsPhrase(wordAt(doc.tokens, end))) end += 1;
  while (end > i && /^(?:and|,|or|a|for|in|of)$/.test(wordAt(doc.tokens, end - 1))) end -= 1;
  return { from: i, to: end };
};

/** Billions of goods that the stretch tells: "on $200 billion of Chinese goods", "products worth $34bn". Deficits and purchases are none. */
export const amountIn = (doc: Doc, part: Span): Value | undefined =>
  inside(doc.values, part).find((v) => {
    if (v.kind !== 'money' || v.value < 0.5) return false;
    const ahead = words(doc, { from: Math.max(part.from, v.from - 6), to: v.from });
    const behind = words(doc, { from: v.to, to: v.to + 5 });
    return (
      /(?:\b(?:on|worth|against|of|list|for|to|tax|hit|target|covers?|cover|names?|named|naming|targets?|targeting|affects?|lists?|and|with|about|another|,|all)|^)(?: (?:up to|a|an|the|about|around|some|roughly|nearly|almost|over|more than|further|another|additional|remaining|\$|first part of a|at least|as much as|other|all|approximately|estimated))*$/.test(
        ahead,
      ) &&
      !/^(?:that (?:america|the us|the united states|china|it|they) (?:imported|bought|exported|sold|shipped)|deficit|surplus|fine|a year in farm|investment|in revenue|in aid|gap|trade (?:deficit|surplus)|(?:over|in|across|within) (?:\w+ )?(?:years|months|days))/.test(
        behind,
      )
    );
  });

const other: Readonly<Record<Party, string>> = { US: 'Chinese', CN: 'US' };

const ofAmount = (amount: Value, imposer: Party): Coverage => ({
  scope: 'product',
  product: `${amountOf(amount.value)} of ${other[imposer]} goods`,
  tradeUsdBn: amount.value,
});

const whole =
  /^(?:all|most|nearly all|almost all|the|of|its|their|other's|everything|each|the other's|everything from|virtually all|any|\s)*\b(?:chinese|american|us|china|america|united states|imports|goods|products|everything|other|country|countries|nations|trading partners|beijing|washington|them|it|those|each)?(?: 's)?(?: (?:goods|products|imports|exports|shipments|merchandise|made goods|into|the|united states|us|america))*$/;
const isPart = (phrase: string): boolean =>
  /\b(?:agricultural|farm|food|energy|agri|industrial|consumer|tech|medical|high - tech|some|certain|selected|lists?|lines|items|vehicles|\d+ (?:\w+ ){0,2}(?:products|lines|items|goods)|number of)\b/.test(
    phrase,
  );

/** "walnuts imported | from the US": goods that no list knows. */
const ofSide =
  /^(?:all |most |some )?(?:american|chinese) (?!goods|ones|products|imports|exports|exporters|importers|firms|companies|sellers|makers|shipments)[a-z]+s(?:(?: and|,) [a-z]+s)*$/;
const isNamedGoods = (text: string): boolean =>
  ofSide.test(text) ||
  (/ (?:imported|shipped|bought)$/.test(text) &&
    !/^(?:all |most |the |some )?(?:goods|products|imports) /.test(text));

const productIn = (doc: Doc, part: Span): Mention | undefined =>
  inside(doc.mentions, part).find((m) => m.kind === 'product' && m.name !== 'fentanyl');

/** "on 144 vehicles" is a target, "on 6 July" none. */
const isNoDate = (doc: Doc, i: number): boolean =>
  tokenAt(doc.tokens, i).kind !== 'number' ||
  (tokenAt(doc.tokens, i + 1).kind === 'word' &&
    !tokenAt(doc.tokens, i + 1).capital &&
    !/^(?:billion|bn|million)$/.test(wordAt(doc.tokens, i + 1)));

/** "on coal and gas", "for electric cars": the phrase behind the rate. */
const phraseAfter = (zone: Zone): Span | null => {
  for (let i = zone.told.to; i < Math.min(zone.to, zone.told.to + 9); i += 1) {
    const word = wordAt(zone.doc.tokens, i);
    if (opensPhrase(word) && isNoDate(zone.doc, i + 1)) return phraseAt(zone.doc, i + 1, zone.to);
    if (/^(?:\.|;|that|which|,|from|by)$/.test(word)) return null;
  }
  return null;
};

/** "Electric cars are to pay", "tariffs on steel rise to": products ahead of the rate. */
const phraseBefore = (zone: Zone): Span | null => {
  const { doc } = zone;
  for (let i = zone.told.from - 1; i >= zone.from; i -= 1) {
    if (
      /^(?:on|for|against|of)$/.test(wordAt(doc.tokens, i)) &&
      productIn(doc, { from: i, to: i + 5 }) !== undefined
    )
      return phraseAt(doc, i + 1, zone.told.from);
  }
  const start = isUnderCondition(zone) ? zone.clause.from : zone.from;
  const found = productIn(doc, { from: start, to: zone.told.from });
  if (found === undefined) return null;
  let from = found.from;
  while (
    from > start &&
    tokenAt(doc.tokens, from - 1).kind === 'word' &&
    !endsPhrase(wordAt(doc.tokens, from - 1))
  )
    from -= 1;
  return phraseAt(doc, from, zone.told.from);
};

const ofPhrase = (doc: Doc, phrase: Span | null): Coverage | null => {
  if (phrase === null || phrase.to <= phrase.from) return null;
  const text = words(doc, phrase);
  const product = productIn(doc, phrase);
  if (product === undefined && !isPart(text) && !isNamedGoods(text))
    return whole.test(text) ? everything : null;
  return { scope: 'product', product: textOf(doc, phrase).toLowerCase(), tradeUsdBn: null };
};

const listIn = (zone: Zone): Coverage | null => {
  const found = /\blists? \d ?[ab]?(?: (?:to|and|-) \d)?/.exec(words(zone.doc, zone));
  return found === null ? null : { scope: 'product', product: found[0], tradeUsdBn: null };
};

/** Where another duty is named behind the rate, what follows is that one's. */
const endOfDuty = (zone: Zone): number => {
  if (Number.isNaN(zone.rate.value)) return zone.to;
  for (let i = Math.max(zone.told.to, nounAfter(zone) + 1); i < zone.to; i += 1)
    if (dutyNoun.test(wordAt(zone.doc.tokens, i)) && nounBefore(zone) + nounAfter(zone) > -2) return i;
  return zone.to;
};

/** What the rate of a stretch falls on, or null where the stretch does not say. */
export const coverageOf = (zone: Zone, imposer: Party): Coverage | null => {
  const behind = ofPhrase(zone.doc, phraseAfter(zone));
  const near = { from: zone.from, to: zone.to };
  const amount = amountIn(zone.doc, { from: near.from, to: endOfDuty(zone) });
  if (amount !== undefined) return ofAmount(amount, imposer);
  if (behind !== null) return behind;
  const ahead = ofPhrase(zone.doc, phraseBefore(zone)) ?? listIn(zone);
  if (ahead !== null) return ahead;
  return inside(zone.doc.mentions, zone).some((m) => m.kind === 'goods') ? everything : null;
};
