import { dateOf, has, party } from '../helpers';
import { type Span } from '../../doc';
import { meeting, rule, type Hit } from '../rule';
import { before, isLeaderPair } from './company';

const TALKS = / (?:talks|negotiations?|consultations?|discussions?) /;
const CALL = / (?:calls?|phone|conversation|telephone) /;
/** So far behind "no" its noun stands: "no economic or trade negotiations". */
const NEAR = 6;

/** Who had the contact that is denied: the leaders told before, or named as heads of state in the sentence. */
const leadersIn = (hit: Hit): boolean => {
  const company = before({ ...hit, from: hit.sentence.to });
  return company !== null && isLeaderPair(company);
};

const isSaid = (hit: Hit): boolean =>
  party(hit.clause.speaker) !== null ||
  hit.clause.verbs.some((v) => /^(?:say|know|deny|tell|insist|state)$/.test(v.lemma));

const NOT = /^(?:not|haven't|hasn't|didn't|aren't|isn't)$/;
const TO_CALL = / (?:called|phoned|telephoned|spoken|spoke|call|phone) (?!off|on|for|into|back|out)/;

/** Does it deny a call: by the noun behind "no", or by the verb behind "not"? */
const deniesCall = (hit: Hit, after: Span): boolean =>
  has(hit.doc, after, CALL) || (NOT.test(hit.trigger) && has(hit.doc, after, TO_CALL));

/** "No choice after failed negotiations": what there is none of is no contact. */
const isOther = ({ doc, trigger, to }: Hit): boolean =>
  /^(?:no|any)$/.test(trigger) &&
  has(
    doc,
    { from: to, to: to + NEAR },
    /^ (?:\w+ )?\w+ (?:after|before|during|amid|from|in|at|since|despite|until) .*(?:talks|negotiations?|consultations?|discussions?) /,
  );

const isDenied = ({ clause, trigger, to }: Hit): boolean => {
  if (NOT.test(trigger)) {
    const verb = clause.verbs.find((v) => v.negated && v.to >= to);
    return (
      verb?.modal === null && /^(?:hold|have|conduct|engage|call|phone|telephone|speak)$/.test(verb.lemma)
    );
  }
  const denies = clause.negated || trigger === 'never' || clause.verbs.some((v) => v.lemma === 'deny');
  return denies && clause.verbs.some((v) => /^(?:be|have|hold|take|know|conduct|deny|make)$/.test(v.lemma));
};

/** "There are no negotiations of any kind, the ministry said", "no such call": a contact that a side denies. */
export const deniedContact = rule({
  id: 'meeting.denied',
  type: 'meeting',
  triggers: ['no', 'any', 'never', 'not', "haven't", "hasn't", "didn't", "aren't", "isn't"],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const after = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + NEAR) };
    const call = deniesCall(hit, after);
    if ((!call && !has(doc, after, TALKS)) || isOther(hit)) return [];
    if (clause.tense === 'future' || clause.modality !== 'fact' || !isDenied(hit) || !isSaid(hit)) return [];
    const kind = call && leadersIn(hit) ? 'leader_call' : 'trade_talks';
    return [{ fields: meeting({ kind, status: 'denied', date: dateOf(hit) }), evidence: hit }];
  },
  yes: [
    [
      'China and the US are at odds. The Commerce Ministry said there were no trade negotiations with Washington.',
      { kind: 'trade_talks', status: 'denied' },
    ],
    [
      'Trump claimed that Xi Jinping had phoned him. Beijing said there had been no such call.',
      { kind: 'leader_call', status: 'denied' },
    ],
    [
      'Trump claimed that Xi had phoned him. "The two heads of state have not called each other recently," a Chinese spokesman said.',
      { kind: 'leader_call', status: 'denied' },
    ],
    [
      '"China and the US have not held consultations or negotiations," the Foreign Ministry spokesman said.',
      { kind: 'trade_talks', status: 'denied' },
    ],
    [
      'Beijing said it had not held any consultations with the United States on tariffs.',
      { status: 'denied' },
    ],
  ],
  no: ['Trump said no talks with Japan were needed.', 'No deal came out of the talks, China said.'],
});
