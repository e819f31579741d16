import { dateOf, has, party } from '../helpers';
import { meeting, rule, type Hit } from '../rule';
import { before, isLeaderPair } from './company';

const TALKS = / (?:talks|negotiations?|consultations?|discussions?) /;
const CALL = / (?:calls?|phone|conversation|telephone) /;
/** So far behind "no" its noun stands: "no economic or trade negotiations". */
const NEAR = 6;

const isSaid = (hit: Hit): boolean =>
  party(hit.clause.speaker) !== null ||
  hit.clause.verbs.some((v) => /^(?:say|know|deny|tell|insist|state)$/.test(v.lemma));

const isDenied = ({ clause, trigger }: Hit): boolean => {
  const denies = clause.negated || trigger === 'never' || clause.verbs.some((v) => v.lemma === 'deny');
  return denies && clause.verbs.some((v) => /^(?:be|have|hold|take|know|conduct|deny|make)$/.test(v.lemma));
};

/** "There are no negotiations of any kind, the ministry said", "no such call": a contact that a side denies. */
export const deniedContact = rule({
  id: 'meeting.denied',
  type: 'meeting',
  triggers: ['no', 'any', 'never'],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const after = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + NEAR) };
    const call = has(doc, after, CALL);
    if (!call && !has(doc, after, TALKS)) return [];
    if (clause.tense === 'future' || clause.modality !== 'fact' || !isDenied(hit) || !isSaid(hit)) return [];
    const company = before(hit);
    const kind = call && company !== null && isLeaderPair(company) ? 'leader_call' : 'trade_talks';
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
      'Beijing said it had not held any consultations with the United States on tariffs.',
      { status: 'denied' },
    ],
  ],
  no: ['Trump said no talks with Japan were needed.', 'No deal came out of the talks, China said.'],
});
