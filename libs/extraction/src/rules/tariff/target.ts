import { inside, wordAt, type Mention } from '../../doc';
import { has, party, words } from '../helpers';
import { nounAfter, nounBefore } from './is-rate';
import { actVerbs, bearVerbs, dutyNoun } from './words';
import { named } from './who';
import { type Zone } from './zones';

/** At what a rate is aimed: goods of a side, or a country itself. */
export interface Target {
  readonly goods: Mention | undefined;
  readonly aim: Mention | undefined;
}

const isTargeting = (word: string): boolean => /^(?:on|onto|against|for|to|upon|towards?|hit)$/.test(word);

/** "7.5 percent on $120 billion, and to export controls: on advanced chips from the US": goods of another measure. */
const otherMeasure = / (?:controls?|curbs|bans?|embargo|licen[cs]es?|purchases?) /;

/** "The 25 per cent charge … in return for American tariffs on Chinese goods": goods of another duty. */
const isOfAnother = (zone: Zone, goods: Mention): boolean => {
  const own = nounAfter(zone);
  if (has(zone.doc, { from: zone.told.to, to: goods.from }, otherMeasure)) return true;
  for (let i = Math.max(zone.told.to, own + 1); i < goods.from; i += 1)
    if (dutyNoun.test(wordAt(zone.doc.tokens, i)) && goods.from - i < 4) return true;
  return false;
};

/** "Its goods are taxed at", "a levy on their exports": goods of a side named before. */
const isGoodsOfTheirs = ({ doc }: Zone, m: Mention): boolean =>
  m.kind === 'pronoun' &&
  /^(?:its|their)$/.test(wordAt(doc.tokens, m.from)) &&
  /^(?:goods|products|exports|shipments)$/.test(wordAt(doc.tokens, m.to));

/** Goods of the stretch, those behind the rate first. */
const goodsOf = (zone: Zone): Mention | undefined => {
  const all = inside(zone.doc.mentions, zone).filter((m) => m.kind === 'goods' || isGoodsOfTheirs(zone, m));
  const sided = all.filter((m) => party(m.side) !== null && !isOfAnother(zone, m));
  const behind = sided.find((m) => m.from >= zone.told.to);
  const ahead = sided.filter((m) => m.to <= zone.told.from);
  return behind !== undefined && (behind.from - zone.told.to < 14 || ahead.length === 0)
    ? behind
    : (ahead[ahead.length - 1] ?? behind);
};

const isAtChina = (word: string): boolean =>
  /^(?:all|most|hitting|hit|hits|put|imports|includes|including|slap|tax)$/.test(word);

/** "charge them", "hit it with". */
const isCharged = ({ doc }: Zone, m: Mention): boolean =>
  /^(?:them|it|him)$/.test(wordAt(doc.tokens, m.from)) &&
  /^(?:charg|tax|hit|slap)/.test(wordAt(doc.tokens, m.from - 1));

/** "on China", "for China", "China's rate … to": a country that the rate is aimed at. */
const aimedAt = (zone: Zone): Mention | undefined => {
  const noun = nounBefore(zone);
  const start = noun >= 0 ? noun : Math.max(zone.from, zone.told.from - 4);
  return inside(zone.doc.mentions, { from: start, to: Math.min(zone.to, zone.told.to + 10) }).find((m) => {
    const at = wordAt(zone.doc.tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1;
    const before = wordAt(zone.doc.tokens, at);
    if (m.kind === 'pronoun' && party(m.side) !== null && isCharged(zone, m)) return true;
    return (
      named(m) &&
      party(m.side) !== null &&
      wordAt(zone.doc.tokens, m.to) !== "'s" &&
      (isTargeting(before) || (m.side === 'CN' && isAtChina(before)))
    );
  });
};

/** "25 percent on apples and nuts imported from the US": where the goods come from. */
const broughtFrom = (zone: Zone): Mention | undefined =>
  inside(zone.doc.mentions, { from: zone.told.to, to: zone.near.to }).find(
    (m) =>
      m.kind === 'country' &&
      party(m.side) !== null &&
      / (?:(?:imported|bought|brought|purchased|shipped|coming|originating|made) (?:from|in)|(?:exports|products) of) (?:the )?$/.test(
        ` ${words(zone.doc, { from: m.from - 3, to: m.from })} `,
      ),
  );

export const targetOf = (zone: Zone): Target => ({
  goods: goodsOf(zone),
  aim: aimedAt(zone) ?? broughtFrom(zone),
});

/** "Beijing raised the tariffs on US imports": what it takes in, whatever "US imports" means elsewhere. */
export const isOwnIntake = (zone: Zone, goods: Mention): boolean => {
  const { subject, verbs } = zone.clause;
  const lays = verbs.some((v) => actVerbs.has(v.lemma) && !bearVerbs.has(v.lemma) && !v.passive);
  const intake = wordAt(zone.doc.tokens, goods.to - 1) === 'imports';
  if (!intake || !lays || subject === null) return false;
  return subject.kind !== 'pronoun' && party(goods.side) !== null && subject.side === goods.side;
};
