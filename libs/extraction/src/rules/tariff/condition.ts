import { type Clause } from '../../doc';
import { words } from '../helpers';
import { type Zone } from './zones';

/** "Without a deal the duties would go back to 145%". */
const lacking =
  / (?:without (?:a|an|any) (?:\w+ )?(?:deal|agreement|extension|settlement|accord)|failing (?:which|that|a)|absent (?:a|an)|otherwise|or else|at which point|in the absence of|if there is no|if no) /;

/** "Duties are set to rise to 25 percent if there is no deal": what is to come depends on the clause behind. */
const isConditional = (clause: Clause, after: Clause | undefined): boolean =>
  after?.sentence === clause.sentence &&
  /^(?:if|unless)$/.test(after.opener) &&
  clause.verbs.length > 0 &&
  clause.tense === 'future';

/** "If they hold back magnets, we will charge them 200 percent": an "if" right ahead of the clause, which is not about the past. */
export const isUnderCondition = ({ doc, clause, near, told }: Zone): boolean => {
  if (lacking.test(` ${words(doc, { from: near.from, to: told.from })} `)) return true;
  const after = doc.clauses[clause.i + 1];
  if (isConditional(clause, after)) return true;
  const before = doc.clauses[clause.i - 1];
  if (before?.sentence !== clause.sentence || clause.tense.startsWith('past')) return false;
  return /^(?:if|unless)$/.test(before.opener) && before.modality === 'condition';
};
