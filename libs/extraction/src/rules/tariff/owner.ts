import { inside, wordAt, type Mention } from '../../doc';
import { verbForm } from '../../lexicon/verbs';
import { isActor, opposite, ownerOf, party, words } from '../helpers';
import { nounAfter, nounBefore } from './is-rate';
import { type Target } from './target';
import { bearVerbs, dutyNoun } from './words';
import { imposedBySide, named, type Imposer } from './who';
import { type Zone } from './zones';

/** "and China 10%": named right before the rate. */
const besideRate = (zone: Zone): Mention | undefined =>
  inside(zone.doc.mentions, { from: zone.told.from - 3, to: zone.told.from }).find(
    (m) =>
      named(m) &&
      m.to === zone.told.from &&
      wordAt(zone.doc.tokens, m.from - 1) !== 'from' &&
      m.kind !== 'people',
  );

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
const acts =
  / (?:imposed|put|placed|levied|slapped|raised|announced|threatened|charges?|has|had|have|will|would|is|was|faces?|pays?) /;
/** Whose duty it is: "Beijing's levy", "American tariffs", by the word for the duty. */
export const ownerAt = (zone: Zone, noun: number): Mention | null => {
  const owner = noun < 0 ? null : ownerOf(zone.doc, { from: noun, to: noun + 1 });
  if (owner === null || owner.from < zone.from) return null;
  // "goods that China imposed tariffs on": who acts, which the agent tells.
  return acts.test(` ${words(zone.doc, { from: owner.to, to: noun })} `) ? null : owner;
};

const isClose = (zone: Zone, owner: Mention): boolean =>
  owner.from >= zone.from &&
  owner.to >= zone.told.from - 3 &&
  (owner.kind === 'people' || wordAt(zone.doc.tokens, owner.to) === "'s");

const elliptic = /^(?:is|was|are|were|on|stays?|stands?|remains?|own|:|,)$/;

/** "Beijing's 84%", "China's is 10%", "the American 30 per cent". */
const ownerOfRate = (zone: Zone): Mention | null => {
  const direct = ownerOf(zone.doc, zone.told);
  if (direct !== null && isClose(zone, direct)) return direct;
  return (
    inside(zone.doc.mentions, { from: zone.from, to: zone.told.from }).find(
      (m) =>
        named(m) &&
        wordAt(zone.doc.tokens, m.to) === "'s" &&
        (zone.told.from - m.to <= 6 || elliptic.test(wordAt(zone.doc.tokens, m.to + 1))) &&
        !dutyNoun.test(wordAt(zone.doc.tokens, m.to + 1)),
    ) ?? null
  );
};

/** "the US tariffs of 25 percent": the word for the duty right before the rate. */
const ownerBeside = (zone: Zone): Mention | null => {
  const noun = nounBefore(zone);
  return noun >= zone.told.from - 2 ? ownerAt(zone, noun) : null;
};

/** "50% that Trump approved", "the 20% he imposed": who is named right behind the rate. */
const imposedBy = (zone: Zone): Mention | undefined => {
  const relative = /^(?:that|which)$/.test(wordAt(zone.doc.tokens, zone.told.to));
  const from = relative ? zone.told.to + 1 : zone.told.to;
  return inside(zone.doc.mentions, { from, to: Math.min(from + 5, zone.near.to) }).find(
    (m) => isActor(m) && m.from <= from + (relative ? 2 : 0) && party(m.side) !== null,
  );
};

const byNextWords = (zone: Zone): Imposer | null => {
  const by = imposedBy(zone);
  if (by === undefined) return null;
  const borne = bearVerbs.has(verbForm(wordAt(zone.doc.tokens, by.to))?.lemma ?? '');
  return imposedBySide(
    borne ? opposite(by.side) : party(by.side),
    `${borne ? 'borne' : 'imposed'} by ${by.name}`,
  );
};

const byOwner = (zone: Zone, owner: Mention | null): Imposer | null => {
  if (owner !== null && isAimed(zone, owner))
    return imposedBySide(opposite(owner.side), `aimed at ${owner.name}`);
  const place = chargedIn(zone);
  if (place !== undefined) return imposedBySide(party(place.side), `in ${place.name}`);
  return imposedBySide(party(owner?.side), `owner ${owner?.name ?? ''}`);
};

/** The imposer by the country aimed at, by who is named right beside the rate, or by whose duty it is. */
export const byNeighbours = (zone: Zone, { aim }: Target): Imposer | null => {
  const next = byNextWords(zone);
  if (next !== null) return next;
  const beside = besideRate(zone);
  if (beside !== undefined && aim === undefined)
    return imposedBySide(party(beside.side), `beside ${beside.name}`);
  const owner =
    ownerAt(zone, nounAfter(zone)) ??
    ownerBeside(zone) ??
    ownerOfRate(zone) ??
    ownerAt(zone, nounBefore(zone));
  if (aim !== undefined && (aim.side !== owner?.side || aim.from === owner.from))
    return imposedBySide(opposite(aim.side), `opposite ${aim.name}`);
  return byOwner(zone, owner);
};
