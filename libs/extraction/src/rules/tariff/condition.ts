import { type Zone } from './zones';

/** "If they hold back magnets, we will charge them 200 percent": an "if" right ahead of the clause, which is not about the past. */
export const isUnderCondition = ({ doc, clause }: Zone): boolean => {
  const before = doc.clauses[clause.i - 1];
  if (before?.sentence !== clause.sentence || clause.tense.startsWith('past')) return false;
  return /^(?:if|unless)$/.test(before.opener) && before.modality === 'condition';
};
