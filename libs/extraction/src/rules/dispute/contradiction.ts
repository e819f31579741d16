import { wordAt } from '../../doc';
import { has, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { aboutOf, otherClaimed } from './claims';

const CONTACT =
  / (?:talks|negotiations?|consultations?|contacts?|calls?|conversation|discussions?|meeting|such|truth|basis|knowledge) /;
const TO_CONTACT = / (?:call|called|phone|phoned|telephoned|speak|spoken|spoke|talk|talked) /;
const HOLDS = /^(?:hold|have|conduct|engage|make|take|initiate|request|be|call|phone|speak|talk|telephone)$/;
const CLAIMED =
  / (?:claims?|reports?|accusations?|allegations?|assertions?|remarks?|statements?|rumou?rs?|suggestions?|charges?) /;

/** "Have not held consultations", "the two have not called each other". */
const isNoContact = ({ doc, sentence, clause, to }: Hit): boolean => {
  const after = { from: to, to: Math.min(sentence.to, to + 9) };
  const verb = clause.verbs.find((v) => v.negated && v.to >= to);
  return (
    verb !== undefined &&
    HOLDS.test(verb.lemma) &&
    verb.modal === null &&
    (has(doc, after, TO_CONTACT) || (has(doc, after, CONTACT) && !has(doc, after, / (?:held|holding) up /)))
  );
};

/** Whose denial it is: who says the clause, or the subject that "knows of no such thing". */
const denierOf = (hit: Hit): Party | null => {
  const spoken = party(hit.clause.speaker);
  if (spoken !== null) return spoken;
  const own = hit.clause.verbs.some((v) => /^(?:say|know|hear|call|insist|tell|state)$/.test(v.lemma));
  return own ? party(hit.clause.subject?.side) : null;
};

const NOT = /^(?:not|haven't|hasn't|didn't|aren't|isn't)$/;

/** What denies a contact answers a claim of one; any other denial may answer any claim. */
const claimIn = ({ trigger }: Hit): RegExp | undefined =>
  NOT.test(trigger) || trigger === 'no' ? SAID_CONTACT : undefined;
const SAID_CONTACT =
  / (?:talks?|talking|calls?|called|phone|phoned|rang|negotiat\w+|contacts?|meeting|met|spoke|spoken|speaking|conversation|consult\w+|deal|progress|exchanges) /;

/** "Any claims of progress are groundless": that there are such claims is said as well. */
const isOfClaim = ({ doc, clause, trigger }: Hit): boolean =>
  /^(?:groundless|baseless|false|bogus|untrue|fabricated|purely fabricated)$/.test(trigger) &&
  has(doc, clause, CLAIMED) &&
  has(doc, clause, SAID_CONTACT);

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
  if (NOT.test(trigger)) return isNoContact(hit);
  if (trigger === 'false') return has(doc, sentence, CLAIMED);
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
    'not',
    "haven't",
    "hasn't",
    "didn't",
    "aren't",
    "isn't",
    'false',
    'bogus',
    'unaware of',
    'not aware of',
    'knows nothing',
    'know nothing',
    'knew nothing',
    'heard of no',
    'no knowledge of',
    'no such thing',
    'made up',
    'not the case',
    'contrary to the facts',
    'no basis in fact',
    'no factual basis',
    'purely fabricated',
  ],
  priority: 8,
  confidence: 0.65,
  read: (hit) => {
    const denier = denierOf(hit);
    const claimant = opposite(denier);
    const told = denier !== null && (isOfClaim(hit) || otherClaimed(hit, denier, claimIn(hit)));
    if (denier === null || claimant === null || !isDenial(hit) || !told) return [];
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
      'Trump said Xi had called him. "The two heads of state have not called each other," a Chinese spokesman said.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      'Trump said his team spoke with China daily. The embassy in Washington knows nothing of any talks, China said.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      '"China has not had any consultation with the US," Guo Jiakun told reporters after Bessent spoke of daily contacts.',
      { claimant: 'US', denier: 'CN' },
    ],
    ['Trump said China had broken its word. China called the claim bogus.', { claimant: 'US', denier: 'CN' }],
    [
      'Bessent said China had begun to buy soybeans. Beijing called the report fake news.',
      { claimant: 'US', denier: 'CN' },
    ],
  ],
  no: [
    'Trump said the trade deal was good. China has not held exports back, its Commerce Ministry said.',
    'Trump said there was no deal with China yet.',
    'China has no plans to cut its tariffs on the US.',
  ],
});
