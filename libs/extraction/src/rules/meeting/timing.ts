import { type Hit } from '../rule';
import { type Lead } from './lead';
import { daysOf } from './slots';

/** "Before the two restart talks": what is told in the present there is to come. */
const isBeforeClause = ({ clause }: Hit): boolean =>
  /^(?:before|until|till)$/.test(clause.opener) && clause.tense === 'present' && !clause.negated;

/** "Before talks collapsed last week": they were under way. */
const isOverBefore = ({ clause, to }: Hit): boolean =>
  clause.opener === 'before' &&
  /^(?:past|perfect)$/.test(clause.tense) &&
  (clause.verbs[0]?.from ?? 0) >= to &&
  !/^(?:schedule|plan|set|slate|expect)$/.test(clause.verbs[0]?.lemma ?? '');

const LONG_AGO_MS = 20 * 86_400_000;

/** "Held talks in November 2023 ahead of the summit": what followed is over as well. */
const isLongOver = (hit: Hit, lead: Lead): boolean => {
  const { published } = hit.doc;
  if (!lead.apart || published === null || !/^(?:past|past-perfect)$/.test(hit.clause.tense)) return false;
  const days = daysOf(hit, hit.clause);
  return days?.last.length === 10 && Date.parse(published) - Date.parse(days.last) > LONG_AGO_MS;
};

/** What the words before a noun say of its time, weighed against the clause that they lead. */
export const timeOf = (hit: Hit, lead: Lead): Lead['says'] => {
  if (lead.says === 'ahead') return isOverBefore(hit) || isLongOver(hit, lead) ? 'over' : 'ahead';
  return isBeforeClause(hit) && lead.says !== 'wish' ? 'ahead' : lead.says;
};
