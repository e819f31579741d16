import { type Doc, type Sentence } from '../../doc';
import { perDoc, words } from '../helpers';
import { groundsIn, type Law } from './ground';

// What the whole text says, beyond the sentence of a rate.

const announced =
  / (?:announc\w+|unveil\w*|order(?:s|ed)|plans? to|(?:to|will|would) (?:impose|raise|put|hit|slap|double|lift|increase|halve|cut|charge|levy)|declared|new rate holds) /;
const begun =
  / (?:(?:took|takes?|taken|came|comes?|went|goes|put|enter\w*) (?:in)?to (?:effect|force)|(?:took|takes|taken) effect|in force|begins?|began|start(?:s|ed) (?:to|on|collecting|charging)|now (?:pays?|collects?|takes?|charges?|faces?|carry|stands?)|is collecting|collects|stopped|reached|since midnight|imposed under) /;
const pending =
  / (?:(?:yet|still) to be (?:published|announced|named|drawn up|released)|no list has been|(?:lists?|both|set|these|those) (?:\w+ ){0,3}(?:plans?|a plan) for now|(?:are|is) still a plan|public (?:comments?|feedback|hearings?|consultation)|comment period|neither (?:set |list )?(?:is in force|has taken effect|had taken effect|is in effect)|(?:proposed|draft) (?:\w+ ){0,2}(?:list|lists)|intend(?:s|ed)? to (?:tax|charge)|without saying when|not (?:yet )?final) /;

/** "No counter-tariff was announced". */
const unannounced = / (?:no|not|nor|never)(?: [\w'-]+){0,5} (?:announc\w+|declared) /g;
const LEAD = 4;
const LAWS_WITHIN = 3000;

const whole = (doc: Doc): string =>
  ` ${words(doc, { from: 0, to: Math.min(doc.tokens.length, LAWS_WITHIN) })} `;

/** Laws and grounds named anywhere. */
export const lawsOf = perDoc((doc): ReadonlySet<Law> => groundsIn(doc, whole(doc)));

/** A list of goods is spoken of that is not final: hearings, no list, no day. */
export const isListPending = perDoc((doc): boolean => pending.test(whole(doc)));

/** The news is that duties were announced or ordered, and nothing says that they have begun. */
export const isAnnouncement = perDoc((doc): boolean => {
  const text = doc.sentences
    .slice(0, LEAD)
    .map((s) => ` ${words(doc, s)} `)
    .join(' ');
  return announced.test(text.replace(unannounced, ' ')) && !begun.test(text);
});

/** Is the sentence told as the news, at the head of the text? */
export const isHead = (sentence: Sentence): boolean => sentence.i < LEAD;
