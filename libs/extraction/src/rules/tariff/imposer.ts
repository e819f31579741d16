import { inside, wordAt, type Mention, type Span } from '../../doc';
import { agentOf, has, isActor, opposite, ownerOf, party, words, type Party } from '../helpers';
import { verbForm } from '../../lexicon/verbs';
import { nounAfter, nounBefore } from './is-rate';
import { actVerbs, bearVerbs, chargeVerbs, dutyNoun, eachOther, mutual, sectors, worldwide } from './words';
import { type Zone } from './zones';

/** Who imposes a rate, and by which words that is known; `other` is a third party's matter. */
export interface Imposer {
  readonly sides: readonly Party[];
  readonly by: string;
}

const named = (m: Mention): boolean => m.kind === 'country' || m.kind === 'people' || m.kind === 'capital';
const nobody = (by: string): Imposer => ({ sides: [], by });
const of = (side: Party | null, by: string): Imposer | null => (side === null ? null : { sides: [side], by });

const isTargeting = (word: string): boolean => /^(?:on|against|for|to|upon|towards?|hit)$/.test(word);

/** "and China 10%": named right before the rate. */
const besideRate = (zone: Zone): Mention | undefined =>
  inside(zone.doc.mentions, { from: zone.told.from - 3, to: zone.told.from }).find(
    (m) =>
      named(m) &&
      m.to === zone.told.from &&
      wordAt(zone.doc.tokens, m.from - 1) !== 'from' &&
      m.kind !== 'people',
  );

/** "The 25 per cent charge … in return for American tariffs on Chinese goods": goods of another duty. */
const isOfAnother = (zone: Zone, goods: Mention): boolean => {
  const own = nounAfter(zone);
  for (let i = Math.max(zone.told.to, own + 1); i < goods.from; i += 1)
    if (dutyNoun.test(wordAt(zone.doc.tokens, i)) && goods.from - i < 4) return true;
  return false;
};

/** Goods of the stretch, those behind the rate first. */
const goodsOf = (zone: Zone): Mention | undefined => {
  const all = inside(zone.doc.mentions, zone).filter((m) => m.kind === 'goods');
  const sided = all.filter((m) => party(m.side) !== null && !isOfAnother(zone, m));
  const behind = sided.find((m) => m.from >= zone.told.to);
  const ahead = sided.filter((m) => m.to <= zone.told.from);
  return behind !== undefined && (behind.from - zone.told.to < 14 || ahead.length === 0)
    ? behind
    : (ahead[ahead.length - 1] ?? behind);
};

const isThird = (m: Mention): boolean => m.side === 'other' && !m.place;

/** "on China", "for China", "China's rate … to": a country that the rate is aimed at. */
const aimedAt = (zone: Zone): Mention | undefined => {
  const noun = nounBefore(zone);
  const start = noun >= 0 ? noun : Math.max(zone.from, zone.told.from - 4);
  return inside(zone.doc.mentions, { from: start, to: Math.min(zone.to, zone.told.to + 10) }).find((m) => {
    const at = wordAt(zone.doc.tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1;
    const before = wordAt(zone.doc.tokens, at);
    return (
      named(m) &&
      party(m.side) !== null &&
      wordAt(zone.doc.tokens, m.to) !== "'s" &&
      (isTargeting(before) ||
        (/^(?:all|most|hitting|hit|hits|put|imports|includes|including|slap|tax)$/.test(before) &&
          m.side === 'CN'))
    );
  });
};

const otherCountries =
  / (?:(?:other|dozens of|most other|many other) (?:\w+ )?(?:countries|nations|economies|partners)|for others) /;

/** Other countries stand in the stretch, and neither China nor the United States is its target. */
const isElsewhere = (zone: Zone, aim: Mention | undefined, goods: Mention | undefined): boolean => {
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

/** "the 10% in China": where it is charged. */
const chargedIn = (zone: Zone): Mention | undefined =>
  inside(zone.doc.mentions, { from: zone.told.to, to: Math.min(zone.to, zone.told.to + 4) }).find(
    (m) =>
      m.kind === 'country' &&
      party(m.side) !== null &&
      /^(?:in|by)$/.test(
        wordAt(zone.doc.tokens, wordAt(zone.doc.tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1),
      ),
  );

/** "US tariffs", "Beijing's levy" are theirs; "the China tariff" is what China bears. */
const isAimed = (zone: Zone, m: Mention): boolean =>
  m.side === 'CN' && m.kind === 'country' && wordAt(zone.doc.tokens, m.to) !== "'s";
const ownerAt = (zone: Zone, noun: number): Mention | null => {
  const owner = noun < 0 ? null : ownerOf(zone.doc, { from: noun, to: noun + 1 });
  return owner !== null && owner.from >= zone.from ? owner : null;
};

/** "Beijing's 84%", "China's is 10%", "the American 30 per cent". */
const ownerOfRate = (zone: Zone): Mention | null => {
  const direct = ownerOf(zone.doc, zone.told);
  if (
    direct !== null &&
    direct.from >= zone.from &&
    direct.to >= zone.told.from - 3 &&
    (direct.kind === 'people' || wordAt(zone.doc.tokens, direct.to) === "'s")
  )
    return direct;
  return (
    inside(zone.doc.mentions, { from: zone.from, to: zone.told.from }).find(
      (m) =>
        named(m) &&
        wordAt(zone.doc.tokens, m.to) === "'s" &&
        !dutyNoun.test(wordAt(zone.doc.tokens, m.to + 1)),
    ) ?? null
  );
};

/** "They stand at 25%", "its parts": a thing or an owner, and nobody who acts. */
const isLoose = (zone: Zone, m: Mention): boolean => {
  if (m.kind !== 'pronoun') return false;
  const word = wordAt(zone.doc.tokens, m.from);
  if (/^(?:its|their|his|her|them|our|my)$/.test(word)) return true;
  return (
    /^(?:it|they)$/.test(word) &&
    !zone.clause.verbs.some((v) => chargeVerbs.has(v.lemma) && !v.passive && v.lemma !== 'take')
  );
};

/** "China halves the duties that it imposed: 10 percent becomes 5": who acts in the clauses before. */
const earlierAgent = (zone: Zone): Mention | undefined => {
  for (let i = zone.clause.i - 1; i >= 0; i -= 1) {
    const clause = zone.doc.clauses[i];
    if (clause === undefined || clause.sentence !== zone.sentence.i) return undefined;
    if (
      clause.subject?.kind !== 'pronoun' &&
      party(clause.subject?.side) !== null &&
      clause.verbs.some((v) => chargeVerbs.has(v.lemma) || v.lemma === 'halve')
    )
      return clause.subject ?? undefined;
  }
  return undefined;
};

/** "50% that Trump approved", "the 20% he imposed": who is named right behind the rate. */
const imposedBy = (zone: Zone): Mention | undefined => {
  const relative = /^(?:that|which)$/.test(wordAt(zone.doc.tokens, zone.told.to));
  const from = relative ? zone.told.to + 1 : zone.told.to;
  return inside(zone.doc.mentions, { from, to: Math.min(from + 5, zone.near.to) }).find(
    (m) => isActor(m) && m.from <= from + (relative ? 2 : 0) && party(m.side) !== null,
  );
};

const byAgent = (zone: Zone): Imposer | null => {
  const acting = !Number.isNaN(zone.rate.value) || zone.clause.verbs.some((v) => actVerbs.has(v.lemma));
  const inStretch = inside(zone.doc.mentions, {
    from: Math.max(zone.from, zone.clause.from),
    to: zone.told.from,
  }).filter((m) => acting && !isLoose(zone, m));
  const own = inStretch.filter((m) => isActor(m) && party(m.side) !== null).pop();
  const subject = acting ? agentOf(zone.doc, zone.clause) : null;
  // "Biden keeps China tariffs": China is no agent there.
  const agent =
    subject !== null && !isLoose(zone, subject) && !dutyNoun.test(wordAt(zone.doc.tokens, subject.to))
      ? subject
      : (own ?? null);
  if (agent?.side === 'both') return { sides: ['US', 'CN'], by: agent.name };
  const side =
    party(agent?.side) ?? party(own?.side) ?? (agent === null ? party(earlierAgent(zone)?.side) : null);
  const bears = zone.clause.verbs.some((v) => bearVerbs.has(v.lemma) && !v.passive);
  if (bears && side === null && inside(zone.doc.mentions, zone.near).some((m) => m.side === 'CN'))
    return of('US', 'borne by China');
  return of(bears ? opposite(side) : side, `agent ${agent?.name ?? own?.name ?? ''}`);
};

/** Imposed or owned by another country: "Canada put duties on American goods", "India's tariffs". */
const isByThird = (zone: Zone): boolean => {
  const { subject, verbs } = zone.clause;
  const acts =
    subject?.side === 'other' &&
    verbs.some((v) => chargeVerbs.has(v.lemma) && !v.passive && !bearVerbs.has(v.lemma));
  return acts || [nounAfter(zone), nounBefore(zone)].some((noun) => ownerAt(zone, noun)?.side === 'other');
};

const isOwnIntake = (zone: Zone, goods: Mention): boolean => {
  const { subject, verbs } = zone.clause;
  const lays = verbs.some((v) => chargeVerbs.has(v.lemma) && !bearVerbs.has(v.lemma) && !v.passive);
  const intake = wordAt(zone.doc.tokens, goods.to - 1) === 'imports';
  return (
    intake &&
    lays &&
    subject?.kind !== 'pronoun' &&
    party(goods.side) !== null &&
    subject?.side === goods.side
  );
};

/** "Each side keeps 25%": of both, unless the clause has one of them as its subject. */
const isMutual = (zone: Zone): boolean =>
  (party(zone.clause.subject?.side) === null || zone.clause.subject?.kind === 'pronoun') &&
  has(zone.doc, zone, mutual);

const metals = / (?:steel|alumin(?:i)?um|copper|timber|lumber) /;

/** A sector's rate in a sentence on duties worldwide. */
const isSector = (zone: Zone): boolean =>
  has(zone.doc, zone.near, worldwide) && sectors.test(words(zone.doc, zone));

/** Laws that only the United States has. */
const usLaw = / (?:section (?:301|232|122|201)|ieepa|international emergency economic powers act|fentanyl) /;

/** By target and owner: what is said beside the rate itself. */
const byWords = (zone: Zone, goods: Mention | undefined, aim: Mention | undefined): Imposer | null => {
  if (goods !== undefined) return of(opposite(goods.side), `opposite ${words(zone.doc, goods)}`);
  const by = imposedBy(zone);
  if (by !== undefined) {
    const borne = bearVerbs.has(verbForm(wordAt(zone.doc.tokens, by.to))?.lemma ?? '');
    return of(borne ? opposite(by.side) : party(by.side), `${borne ? 'borne' : 'imposed'} by ${by.name}`);
  }
  const beside = besideRate(zone);
  if (beside !== undefined && aim === undefined) return of(party(beside.side), `beside ${beside.name}`);
  const owner = ownerAt(zone, nounAfter(zone)) ?? ownerOfRate(zone) ?? ownerAt(zone, nounBefore(zone));
  const place = chargedIn(zone);
  if (aim !== undefined && (aim.side !== owner?.side || aim.from === owner.from))
    return of(opposite(aim.side), `opposite ${aim.name}`);
  if (owner !== null && isAimed(zone, owner)) return of(opposite(owner.side), `aimed at ${owner.name}`);
  if (place !== undefined) return of(party(place.side), `in ${place.name}`);
  return of(party(owner?.side), `owner ${owner?.name ?? ''}`);
};

/** "keeps tariffs between the United States and China at 30% and 10%": two rates, joined, of the two. */
const isPaired = (zone: Zone): boolean => {
  const { doc, told } = zone;
  const rateAt = (at: number): boolean =>
    inside(doc.values, { from: at - 4, to: at + 4 }).some(
      (v) => v.kind === 'percent' && (v.from === at || v.to === at),
    );
  const joined =
    (wordAt(doc.tokens, told.to) === 'and' && rateAt(told.to + 1)) ||
    (wordAt(doc.tokens, told.from - 1) === 'and' && rateAt(told.from - 1));
  return (
    joined && (has(doc, zone.near, mutual) || / (?:their|between the) /.test(` ${words(doc, zone.near)} `))
  );
};

/** "to 145 and 125 per cent" of the two governments: the first is America's, as articles name them. */
const pairOf = (zone: Zone): Imposer => {
  const { doc, told } = zone;
  const isValue = (at: number): boolean =>
    inside(doc.values, { from: at - 4, to: at + 4 }).some(
      (v) => v.kind === 'percent' && (v.from === at || v.to === at),
    );
  if (wordAt(doc.tokens, told.to) === 'and' && isValue(told.to + 1))
    return { sides: ['US'], by: 'first of a pair' };
  if (wordAt(doc.tokens, told.from - 1) === 'and' && isValue(told.from - 1))
    return { sides: ['CN'], by: 'second of a pair' };
  return { sides: ['US', 'CN'], by: 'each side' };
};

/**
 * The imposer of a rate: the other side of its target, else whose duty it is, else who acts, else the one of the rate before.
 * Both for "each side"; nobody where the stretch speaks of third countries alone.
 */
export const imposerOf = (zone: Zone, before: readonly Party[]): Imposer => {
  if (isByThird(zone)) return nobody('third party');
  const goods = goodsOf(zone);
  const aim = aimedAt(zone);
  if (isElsewhere(zone, aim, goods)) return nobody('third party');
  // "Beijing raised the tariffs on US imports": what it takes in, whatever "US imports" means elsewhere.
  if (goods !== undefined && isOwnIntake(zone, goods))
    return { sides: [goods.side === 'US' ? 'US' : 'CN'], by: 'its own imports' };
  const told = byWords(zone, goods, aim);
  if (has(zone.doc, zone, eachOther) || (goods === undefined && aim === undefined && isPaired(zone)))
    return pairOf(zone);
  if (told !== null) return told;
  if (isMutual(zone)) return pairOf(zone);
  if (has(zone.doc, zone, usLaw)) return { sides: ['US'], by: 'a law of the United States' };
  if (has(zone.doc, zone, worldwide) || isSector(zone)) return { sides: ['US'], by: 'all countries' };
  const agent = byAgent(zone);
  if (agent !== null) return agent;
  // China's duties are laid on American goods by name; metal from everywhere pays the American ones.
  if (has(zone.doc, zone, metals)) return { sides: ['US'], by: 'a sector' };
  const back =
    !Number.isNaN(zone.rate.value) ||
    / (?:those|these) $/.test(` ${words(zone.doc, { from: zone.told.from - 1, to: zone.told.from })} `);
  if (back) return { sides: before, by: 'the rate before' };
  const leader = inside(zone.doc.mentions, zone.near).find((m) => m.role === 'leader' && m.side === 'US');
  return leader === undefined ? nobody('nothing to go by') : { sides: ['US'], by: leader.name };
};
