import { actOf } from '../../passes/attribution';
import { inside, type Clause, type Doc, type Span } from '../../doc';
import { has, opposite, party, perDoc, type Party } from '../helpers';
import { type Hit } from '../rule';
import { type Days } from './slots';

const CONTACT =
  / (?:talks|negotiations?|consultations?|contacts?|calls?|called|phoned|telephoned|conversation|spoken|spoke) /;
const NO_CONTACT =
  / (?:no|any|not|never|such) (?:\w+ ){0,4}(?:talks|negotiations?|consultations?|calls?|called|phoned|conversation) /;
const MAY_DENY = / (?:no|any|not|never|den(?:y|ies|ied)) /;

/** Who denies a contact in a clause: its speaker, or the subject of "denied". */
const denierIn = (doc: Doc, clause: Clause): Party | null => {
  if (actOf(clause) === 'deny' && has(doc, clause, CONTACT)) return party(clause.subject?.side);
  const speaker = party(clause.speaker);
  if (clause.act === 'deny' && has(doc, clause, CONTACT)) return speaker;
  return speaker !== null && clause.negated && clause.tense !== 'future' && has(doc, clause, NO_CONTACT)
    ? speaker
    : null;
};

/** The sides that deny a contact somewhere in the text. */
const deniers = perDoc((doc): ReadonlySet<Party> => {
  const found = new Set<Party>();
  for (const sentence of doc.sentences) {
    if (!has(doc, sentence, MAY_DENY) || !has(doc, sentence, CONTACT)) continue;
    for (const clause of inside(doc.clauses, sentence)) {
      const by = denierIn(doc, clause);
      if (by !== null) found.add(by);
    }
  }
  return found;
});

const CLAIM_OF =
  / (?:claims?|assertions?|allegations?|suggestions?|reports?|rumou?rs?|speculation|talk) (?:that|of|about|on|regarding) /;
const CALLED_FALSE =
  / (?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|groundless|baseless|false|fake|untrue|unfounded|fabricated|bogus) /;
const HOLDS =
  /^(?:be|have|hold|conduct|engage|make|take|get|do|start|begin|open|enter|know|hear|confirm|initiate|request|seek|agree|plan|schedule|see|receive|participate|join|attend)$/;
const CLAIM_REACH = 10;
const NEGATED_REACH = 10;

/**
 * Is a contact said not to have been: "rejected the claim that talks were under way", "have not held consultations or
 * negotiations", or told by one side alone, or of no day, while the other denies any?
 */
export const isDisclaimed = (hit: Hit, days: Days | null): boolean => {
  const { doc, clause, sentence } = hit;
  const before: Span = { from: Math.max(sentence.from, hit.from - CLAIM_REACH), to: hit.from };
  if (has(doc, before, CLAIM_OF) && has(doc, sentence, CALLED_FALSE)) return true;
  if (
    clause.verbs.some(
      (v) => v.negated && HOLDS.test(v.lemma) && v.to <= hit.from && hit.from - v.to <= NEGATED_REACH,
    )
  )
    return true;
  const denier = opposite(clause.speaker);
  const denied = deniers(doc);
  return (denier !== null && denied.has(denier)) || (days === null && denied.size > 0);
};
