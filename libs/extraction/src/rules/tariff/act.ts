import { wordAt, type Clause, type Span } from '../../doc';
import { verbForm } from '../../lexicon/verbs';
import { words } from '../helpers';
import { actIn, isRemovalTalk, type Act } from './act-words';
import { isBygone } from './bygone';
import { nounAfter } from './is-rate';
import { isOutOfOffice } from './office';
import { isOpposed } from './opposed';
import { isAnnouncement, isHead } from './story';
import { within, type Zone } from './zones';

/** "The other 24 percent remains | suspended": the clause ends before what the verb says. */
const isHalfSaid = ({ doc, clause }: Zone): boolean =>
  /^(?:remains?|remained|stays?|stayed|kept|left|is|are|was|were)$/.test(wordAt(doc.tokens, clause.to - 1));

/** Where what is said of the rate itself ends: before ", with", ", while" and the like behind it. */
const endOfOwn = (zone: Zone): number => {
  const to = Math.min(zone.to, zone.clause.to + (isHalfSaid(zone) ? 1 : 0));
  for (let i = zone.told.to; i < to; i += 1)
    if (
      wordAt(zone.doc.tokens, i) === ',' &&
      (/^(?:with|while|but|and|as|after|though|which)$/.test(wordAt(zone.doc.tokens, i + 1)) ||
        (zone.sentence.headline && verbForm(wordAt(zone.doc.tokens, i + 1))?.form === 's'))
    )
      return i;
  return to;
};

const movers = new Set(
  'raise cut halve lower reduce lift increase double slash hike bring take drop fall go rise climb triple quadruple'.split(
    ' ',
  ),
);

/** The clause that says what becomes of the rate: "he will halve the tariff | he imposed on China, to 10 per cent" has it before. */
export const actingClause = (zone: Zone): Clause => {
  const { doc, clause } = zone;
  const last = clause.verbs[clause.verbs.length - 1];
  const before = doc.clauses[clause.i - 1];
  if (before?.sentence !== clause.sentence || !isMoved(zone)) return clause;
  if (last === undefined || movers.has(last.lemma)) return clause;
  return before.verbs.some((v) => movers.has(v.lemma)) ? before : clause;
};

/** "to 84 percent", "from 34 to 84": the rate is where a duty goes. */
const isMoved = (zone: Zone): boolean => {
  const { tokens } = zone.doc;
  const at = zone.chain.from;
  return zone.rate.before !== null || (wordAt(tokens, at - 1) === 'to' && wordAt(tokens, at - 2) !== 'up');
};

/** "vowed to hit back, slapping China with 10 percent": a participle goes with the clause before it. */
const readBefore = (zone: Zone, read: (part: Span) => Act | null): Act | null => {
  const before = zone.doc.clauses[zone.clause.i - 1];
  return before?.sentence === zone.clause.sentence ? read(within(before, zone.told)) : null;
};

/** Begins with a verb of its own, right behind the words before: "took effect on Tuesday". */
const isPredicate = ({ doc }: Zone, clause: Clause): boolean => {
  const verb = clause.verbs[0];
  return (
    verb?.from === clause.from && !verb.progressive && !/^[,;]$/.test(wordAt(doc.tokens, clause.from - 1))
  );
};

/** "The tariff of 10% that Trump ordered | took effect on Tuesday": the clause that has the duty as its subject. */
const mainBehind = (zone: Zone): Clause | undefined => {
  const { doc, clause, told } = zone;
  const verb = clause.verbs[0];
  const next = doc.clauses[clause.i + 1];
  if (verb === undefined || next?.sentence !== clause.sentence || verb.from < told.to) return undefined;
  const between = ` ${words(doc, { from: told.to, to: verb.from })} `;
  return / (?:that|which|he|she|it|they) /.test(between) && isPredicate(zone, next) ? next : undefined;
};

type Read = (part: Span) => Act | null;

/** Where to look when the rate's own stretch is silent: "24 points …, and as many of China's, stay suspended"; a list behind a colon. */
const wider = (zone: Zone, own: Span): Span => {
  const verb = zone.clause.verbs[0];
  if (verb === undefined) return zone.near;
  if (verb.from >= own.to) return zone.clause;
  return { from: zone.clause.from, to: Math.max(own.to, zone.clause.from) };
};

/** "called off the tariffs they had scheduled, among them a charge of 15 percent": one of those spoken of before. */
const readLed = (zone: Zone, own: Span, read: Read): Act | null =>
  / among (?:them|those|these) /.test(` ${words(zone.doc, { from: own.from, to: zone.told.from })} `)
    ? readBefore(zone, read)
    : null;

const otherThing =
  /^(?:,|orders?|deal|agreement|pact|law|memorandum|memo|truce|statement|plan|action|proclamation|investigation|probe|day|date)$/;

/** "accompany duties of 15 percent on energy | that Beijing announced": the clause right behind that is said of the duty. */
const readRelative = (zone: Zone, read: Read): Act | null => {
  const next = zone.doc.clauses[zone.clause.i + 1];
  const before = wordAt(zone.doc.tokens, (next?.from ?? 0) - 1);
  const restricts = next?.opener === 'that' && !otherThing.test(before);
  return restricts && next.sentence === zone.clause.sentence && next.from < zone.to ? read(next) : null;
};

/** "The rate planned beyond that | is 35 per cent": what becomes of it stands before. */
const isCopula = ({ verbs }: Clause): boolean => verbs.length === 1 && verbs[0]?.lemma === 'be';

const readStretch = (zone: Zone, read: Read): Act | null => {
  const own = { from: Math.max(zone.lead, zone.clause.from), to: endOfOwn(zone) };
  const main = mainBehind(zone);
  const led = main === undefined ? readLed(zone, own, read) : read(main);
  const relative = /^(?:that|which|who)$/.test(zone.clause.opener);
  const found = led ?? read(own) ?? (relative ? readBefore(zone, read) : null);
  if (found !== null) return found;
  const verb = zone.clause.verbs[0];
  if (verb === undefined || verb.from < own.from || verb.to > own.to || isCopula(zone.clause))
    return read(wider(zone, own)) ?? read(zone);
  return verb.progressive ? readBefore(zone, read) : readRelative(zone, read);
};

/** A relative clause behind the rate, and those of a duty without rate, say what becomes of it. */
const hasRelative = (zone: Zone): boolean => {
  if (Number.isNaN(zone.rate.value)) return true;
  const next = wordAt(zone.doc.tokens, Math.max(zone.told.to, nounAfter(zone) + 1));
  return zone.rate.before === null && /^(?:that|which|he)$/.test(next);
};

/** The relative clause behind a rate; all of the stretch for a duty without one. */
const relativeOf = (zone: Zone): Span =>
  Number.isNaN(zone.rate.value) ? zone : { from: zone.told.to, to: zone.to };

/** Words of the sentence up to a duty without a rate. */
const ahead = (zone: Zone): Span => ({ from: zone.near.from, to: zone.told.from });

/** "continued to threaten Beijing with | escalating tariffs": a participle of a duty without rate goes with the clause before. */
const readGoverning = (zone: Zone, read: Read): Act | null =>
  Number.isNaN(zone.rate.value) && zone.clause.verbs[0]?.progressive === true ? readBefore(zone, read) : null;

/** "the 145 percent China faces". */
const isPaid = ({ doc, told }: Zone): boolean =>
  /^(?:that |which )?(?:china|chinese goods|they|it) (?:now |already )?(?:faces?|pays?) /.test(
    `${words(doc, { from: told.to, to: told.to + 5 })} `,
  );

const eased =
  / (?:(?:consider|weigh|mull|discuss|may|might|could|whether|want|urg|ask|seek|demand|call|review|propos|float)\w*)(?: [\w'-]+){0,6} (?:exempt|spar|exclud|drop|lift|scrap|remov|eas|cut|lower|reduc|cancel|eliminat|bring|roll|tak)\w*(?: [\w'-]+){0,4} (?:the|its|his|their|those)(?: \w+)? $/;

/** "would consider exempting some goods from the 145% levy", "asked him to drop the 20% tariff": it is there. */
const isToBeEased = (zone: Zone): boolean =>
  zone.rate.before === null &&
  wordAt(zone.doc.tokens, zone.told.from - 1) !== 'to' &&
  eased.test(` ${words(zone.doc, ahead(zone))} `);

/** What those who oppose, ease or pay a duty tell of it. */
const actApart = (zone: Zone, read: Read): Act | null => {
  if (isOpposed(zone)) return read({ from: zone.told.to, to: zone.to }) ?? 'impose';
  return isToBeEased(zone) || isPaid(zone) ? 'stay' : null;
};

/** The act told in the rate's own stretch of its clause, else in the clause, else in the stretch. */
const actByWords = (zone: Zone): Act => {
  if (isBygone(zone)) return 'end';
  const moved = isMoved(zone);
  const read: Read = (part) => {
    const act = actIn(` ${words(zone.doc, part)} `);
    // "lifted the duties from 34 to 84": a rate that moves does not end.
    return act === 'end' && moved ? null : act;
  };
  if (Number.isNaN(zone.rate.value) && isRemovalTalk(` ${words(zone.doc, ahead(zone))} `)) return 'stay';
  const apart = actApart(zone, read);
  if (apart !== null) return apart;
  if (hasRelative(zone)) return read(relativeOf(zone)) ?? readGoverning(zone, read) ?? 'impose';
  const clause = actingClause(zone);
  return (clause === zone.clause ? readStretch(zone, read) : read(clause)) ?? 'impose';
};

/** "Hours after Trump imposed a 90% tariff, China announced": done before the news. */
const isEarlier = ({ doc, clause }: Zone): boolean => {
  const verb = clause.verbs[0];
  return (
    verb?.tense === 'past' &&
    / (?:after|since|once) /.test(` ${words(doc, { from: clause.from, to: verb.from })} `)
  );
};

/** The act on the duty; where the news is an announcement, what is imposed at its head is announced. */
export const actOf = (zone: Zone): Act => {
  const act = actByWords(zone);
  const told = isHead(zone.sentence) || (isMoved(zone) && actingClause(zone).tense === 'present');
  if (act === 'announce' && isOutOfOffice(zone)) return 'threat';
  const isNew = told && zone.clause.tense !== 'perfect' && !isEarlier(zone);
  return act === 'impose' && isNew && isAnnouncement(zone.doc) ? 'announce' : act;
};
