import { wordAt } from '../../doc';
import { has, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { aboutOf, otherClaimed } from './claims';

const CONTACT =
  / (?:talks|negotiations?|consultations?|contacts?|calls?|conversation|discussions?|meeting|such|truth|basis|knowledge) /;

/** Whose denial it is: who says the clause, or the subject that "knows of no such thing". */
const denierOf = (hit: Hit): Party | null => {
  const spoken = party(hit.clause.speaker);
  if (spoken !== null) return spoken;
  const own = hit.clause.verbs.some((v) => /^(?:say|know|call|insist|tell|state)$/.test(v.lemma));
  return own ? party(hit.clause.subject?.side) : null;
};

const isDenial = (hit: Hit): boolean => {
  const { doc, sentence, trigger } = hit;
  const after = { from: hit.to, to: Math.min(sentence.to, hit.to + 6) };
  // "There are no negotiations", "there is no truth in it"; not "no more talks", "no reason".
  if (trigger === 'no')
    return (
      has(doc, after, CONTACT) &&
      hit.clause.verbs.some((v) => /^(?:be|have|know|hold|take)$/.test(v.lemma)) &&
      hit.clause.tense !== 'future'
    );
  if (trigger === 'irresponsible') return has(doc, after, / (?:accuse|blame|claim|say) /);
  if (trigger === 'never')
    return /^(?:made|called|phoned|happened|took|asked|agreed|promised|said|rang)$/.test(
      wordAt(doc.tokens, hit.to),
    );
  return true;
};

/** "There have been no talks", "fake news", "never made the calls": a side's own words against the other's claim. */
export const contradiction = rule({
  id: 'dispute.contradiction',
  type: 'dispute',
  triggers: [
    'no',
    'never',
    'fake news',
    'not true',
    'untrue',
    'groundless',
    'baseless',
    'fabricated',
    'did not happen',
    'confusing people',
    'misleading the public',
    'irresponsible',
    'stop spreading',
  ],
  priority: 8,
  confidence: 0.65,
  read: (hit) => {
    const denier = denierOf(hit);
    const claimant = opposite(denier);
    if (denier === null || claimant === null || !isDenial(hit) || !otherClaimed(hit, denier)) return [];
    return [{ fields: { claimant, denier, about: aboutOf(hit) }, evidence: hit }];
  },
  yes: [
    [
      'Trump said talks with China were under way. The Commerce Ministry said there were no negotiations between the two countries.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      'Trump claimed that Xi had phoned him. China says it knows of no such call.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      'Bessent said China had begun to buy soybeans. Beijing called the report fake news.',
      { claimant: 'US', denier: 'CN' },
    ],
  ],
  no: ['Trump said there was no deal with China yet.', 'China has no plans to cut its tariffs on the US.'],
});
