import { type Clause, type Doc } from '../../doc';
import { clauseWith } from '../../with';
import { words } from '../helpers';

/** "in return for American tariffs": the duty of the other side that is answered. */
export const answers =
  /^(?:in (?:return|response|retaliation|answer|reply) (?:for|to)|in reaction to|retaliation for (?:the|us))/;

/** "25% on American goods in response to Washington's 30%": where the duty that is answered begins, or -1. */
export const answeredAt = (doc: Doc, from: number, to: number): number => {
  for (let i = from; i < to; i += 1) if (answers.test(words(doc, { from: i, to: i + 3 }))) return i;
  return -1;
};

/** Of a duty that is answered only what stands in its own stretch is told; nothing that is said of the answer. */
export const answeredClause = (clause: Clause, from: number): Clause =>
  clauseWith(clause, {
    from,
    verbs: [],
    subject: null,
    tense: 'none',
    modality: 'fact',
    negated: false,
  });
