import { wordAt, type Mention } from '../../doc';
import { afterWord, agentOf, has, ownerOf, party, type Party } from '../helpers';
import { meeting, rule, type Hit } from '../rule';
import { before, companyOf, isLeaderPair, present } from './company';

const CALL = / (?:call|calls|conversation|phone|telephone) /;

/** Who asked for it: the subject of an active verb, "by X" of a passive one, "at X's request". */
const initiator = (hit: Hit): Party | null => {
  const { doc, clause } = hit;
  if (hit.trigger === 'at the request of' || hit.trigger === 'side had sought')
    return party((afterWord(doc, hit.to - 1, hit.sentence, /^of$/) ?? subjectBefore(hit))?.side);
  if (hit.trigger === 'request')
    return wordAt(doc.tokens, hit.from - 1) === "'s" ? party(ownerOf(doc, hit)?.side) : null;
  return party(agentOf(doc, clause)?.side ?? subjectBefore(hit)?.side);
};

const subjectBefore = (hit: Hit): Mention | undefined =>
  present(hit.doc, { from: Math.max(hit.sentence.from, hit.from - 6), to: hit.from + 1 }).pop();

/** "Trump initiated the call", "a call that the American side had sought": which side asked for the presidents' call. */
export const initiated = rule({
  id: 'meeting.initiator',
  type: 'meeting',
  triggers: [
    'initiated',
    'placed by',
    'sought by',
    'requested by',
    'side had sought',
    'had sought',
    'at the request of',
    'request',
  ],
  priority: 5,
  confidence: 0.6,
  read: (hit) => {
    const { doc, sentence, clause } = hit;
    const company = before({ ...hit, from: hit.to }, true) ?? companyOf(doc, present(doc, sentence));
    const by = initiator(hit);
    if (by === null || !isLeaderPair(company) || clause.negated || clause.tense === 'future') return [];
    if (!has(doc, sentence, CALL)) return [];
    return [{ fields: meeting({ kind: 'leader_call', status: 'held', initiator: by }), evidence: hit }];
  },
  yes: [
    [
      'Trump and Xi spoke by phone. State media said that Trump initiated the call.',
      { kind: 'leader_call', initiator: 'US' },
    ],
    ['Trump and Xi spoke on Thursday in a call that the Chinese side had sought.', { initiator: 'CN' }],
    ['Xi and Trump spoke by phone; the call had been placed by the American side.', { initiator: 'US' }],
  ],
  no: [
    'Trump and Xi spoke by phone. Washington initiated a probe of Chinese ships.',
    'Trump and Modi spoke in a call that India had sought.',
  ],
});
