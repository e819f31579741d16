import {
  type Clause,
  type Doc,
  type Quote,
  type Side,
  type Span,
  inside,
  lastBefore,
  wordAt,
} from '../../doc';
import { speechActs } from '../../lexicon/speech';
import { party, thirdParty, type Party } from '../helpers';
import { voiceOf } from './voice';

/** Verbs that give a side's own words or judgement, beside those of speech: "Trump pronounced it excellent". */
const judging = new Set(
  'lodge lodged greet toast hail praise welcome rate pronounce label brand term deem tout laud voice speak consider find see want hope look argue congratulate thank vow condemn slam blast oppose promise talk pronounced termed deemed labelled labeled credited'.split(
    ' ',
  ),
);
const account = new Set(
  'account statement readout reply answer tone response version reaction ministry spokesman spokeswoman spokesperson embassy paper document'.split(
    ' ',
  ),
);

/** What is told of both at once carries neither's own tone. */
const partiesOf = (side: Side | null | undefined): readonly Party[] => {
  const one = party(side);
  return one === null ? [] : [one];
};

/** Is the clause's verb one of speech or judgement, before the place? */
const speaks = (clause: Clause, at: number): boolean => {
  const verb = clause.verbs[0];
  return (
    verb !== undefined &&
    verb.from < at &&
    !verb.passive &&
    (speechActs.has(verb.lemma) || judging.has(verb.lemma))
  );
};

/** "Beijing's account was more guarded": the owner of a noun for words. */
const accountOf = (doc: Doc, clause: Clause, at: number): Side | null => {
  for (let i = clause.from; i < at; i += 1) {
    if (!account.has(wordAt(doc.tokens, i))) continue;
    const owner = inside(doc.mentions, { from: Math.max(clause.from, i - 4), to: i }).at(-1);
    if (owner?.side !== undefined && owner.side !== null) return owner.side;
  }
  return null;
};

/** A few quoted words in a clause of the reporter's: they are those of the sentence's speaker. */
const mainSpeaker = (doc: Doc, clause: Clause, at: number): Side | null => {
  const sentence = doc.sentences[clause.sentence];
  if (sentence === undefined) return null;
  const speech = inside(doc.clauses, sentence).find((c) => speaks(c, at) && c.subject !== null);
  return speech?.subject?.side ?? null;
};

/** So many quotations may stand between the start of a speaker's turn and a place in it. */
const NESTED = 8;

/** The quotation that holds the place; the innermost where one stands in a speaker's turn. */
const quoteAt = (doc: Doc, place: Span): Quote | undefined => {
  const last = lastBefore(doc.quotes, place.from);
  for (let q = last; q >= 0 && q > last - NESTED; q -= 1) {
    const quote = doc.quotes[q];
    if (quote !== undefined && place.to <= quote.to) return quote;
  }
  return undefined;
};

/** "Typical protectionism, says the ministry": the verb of speech and who says it behind a phrase without a verb of its own. */
const isInverted = ({ verbs: [verb, next], subject }: Clause, at: number): boolean =>
  verb !== undefined &&
  next === undefined &&
  verb.from > at &&
  subject !== null &&
  subject.from >= verb.to &&
  speechActs.has(verb.lemma);

const ownSpeaker = (clause: Clause, at: number): Side | null =>
  speaks(clause, at) || isInverted(clause, at) ? (clause.subject?.side ?? null) : null;

/** Whose words stand outside a quotation: those of the clause's verb of speech, else of the clause's speaker. */
const plainSpeaker = (doc: Doc, clause: Clause, at: number): Side | null => {
  const own = ownSpeaker(clause, at);
  // "The ministry said that Washington should look for dialogue": its words, whoever looks.
  const judges = !speechActs.has(clause.verbs[0]?.lemma ?? '') && party(clause.speaker) !== null;
  if (own !== null && own !== 'both' && !judges) return own;
  return clause.speaker ?? own ?? accountOf(doc, clause, at);
};

/** Whose words stand at a place: nobody's where the reporter speaks. */
export const sayersAt = (doc: Doc, clause: Clause, place: Span): readonly Party[] => {
  const quote = quoteAt(doc, place);
  if (quote?.kind === 'direct' && quote.speaker !== null) return partiesOf(quote.speaker);
  const side = plainSpeaker(doc, clause, place.from);
  if (side !== null || quote === undefined) return partiesOf(side);
  return partiesOf(mainSpeaker(doc, clause, place.from));
};

/** Whose paper it is in which nobody else speaks at the place, or null. */
export const paperOf = (doc: Doc, place: Span): Party | null =>
  quoteAt(doc, place) === undefined ? voiceOf(doc) : null;

/** Of whom a verb or mood is told: the clause's subject before it. */
export const doersAt = (clause: Clause, place: Span): readonly Party[] => {
  const subject = clause.subject;
  return subject === null || subject.kind === 'people' || subject.from >= place.from
    ? []
    : partiesOf(subject.side);
};

/** Is what is said there about somebody else than the two? */
export const aboutOthers = (doc: Doc, part: Span, speaker: Party): boolean => {
  if (thirdParty(doc, part) === undefined) return false;
  return !inside(doc.mentions, part).some((m) => m.side === 'both' || (party(m.side) ?? speaker) !== speaker);
};

/** "It has been accused of dumping": others accuse. */
export const isUndergone = (clause: Clause, place: Span): boolean =>
  clause.verbs.some((v) => v.passive && v.at >= place.from && v.at < place.to);
