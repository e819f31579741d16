import { wordAt, type Clause, type Doc, type Span } from '../../doc';
import { prepositions } from '../../lexicon/clauses';
import { afterWord, opposite, ownerOf, party, type Party } from '../helpers';
import { blamed, failing, isBlaming } from './blame-words';

/** Is the side the subject of the word at the place, and not what it is done to? */
const does = (doc: Doc, clause: Clause, place: Span, side: Party): boolean => {
  const { subject } = clause;
  if (subject === null || subject.from >= place.from || party(subject.side) !== side) return false;
  // "Practices in China harm …": not China itself.
  if (prepositions.has(wordAt(doc.tokens, subject.from - 1))) return false;
  if (clause.opener === 'that' && subject.from < clause.from) return false;
  return (
    !/^(?:is|are|was|were|be|been|being)$/.test(wordAt(doc.tokens, place.from - 1)) || isActive(doc, place)
  );
};

const isActive = (doc: Doc, place: Span): boolean => wordAt(doc.tokens, place.from).endsWith('ing');

/** "China's unfair practices", "unfair practices by China": whose the conduct is. */
const ownsConduct = (doc: Doc, clause: Clause, place: Span, side: Party): boolean =>
  party(ownerOf(doc, place)?.side) === side ||
  party(afterWord(doc, place.to, clause, /^(?:by|from)$/)?.side) === side;

/** Does a word say what the other side does wrong: "Beijing exploits", "has failed to", "China's unfair practices"? */
export const blames = (doc: Doc, clause: Clause, place: Span, speaker: Party): boolean => {
  const other = opposite(speaker);
  if (other === null) return false;
  const word = wordAt(doc.tokens, place.from);
  // "Fail" is a negation by itself.
  if (failing.has(word))
    return (
      wordAt(doc.tokens, place.to) === 'to' &&
      !/^(?:not|never)$|n't$/.test(wordAt(doc.tokens, place.from - 1)) &&
      does(doc, clause, place, other)
    );
  if (clause.negated) return false;
  if (blamed.has(word) && does(doc, clause, place, other)) return true;
  return isBlaming(word) && ownsConduct(doc, clause, place, other);
};
