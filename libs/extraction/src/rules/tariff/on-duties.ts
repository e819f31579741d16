import { type Doc, type Sentence } from '../../doc';
import { has } from '../helpers';
import { hasDuty } from './is-rate';
import { within } from './zones';

/** "Nobody expects the tariffs to go. It is 40 per cent going in": duties are what the sentence before speaks of. */
const followsDuty = (doc: Doc, sentence: Sentence): boolean => {
  const last = doc.sentences[sentence.i - 1];
  return last !== undefined && !last.headline && hasDuty(doc, within(last, { from: last.to, to: last.to }));
};

/** Longest line of a list, in tokens. */
const LINE = 18;

/** "Sneakers and T-shirts: 7.5%." */
const isLine = (doc: Doc, sentence: Sentence): boolean =>
  sentence.to - sentence.from <= LINE && has(doc, sentence, / : /);

/** What duties were read so far: the sentence of the last, and how many. */
interface SoFar {
  readonly last: number;
  readonly told: number;
}

/** Are duties what the text speaks of here: told in a sentence or two before, or, of lines of a list, a little further up? */
export const isOnDuties = (doc: Doc, sentence: Sentence, { last, told }: SoFar): boolean =>
  sentence.i - last <= (told > 2 && isLine(doc, sentence) ? 6 : 2) || followsDuty(doc, sentence);
