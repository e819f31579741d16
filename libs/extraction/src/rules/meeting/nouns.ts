import { rule, type Hit } from '../rule';
import { daysIn, drafts, scopeOf } from './contact';
import { nounStatus } from './meeting-status';
import { kindOf, nounParties, type Means } from './parties';
import { byPhone } from './spoke';

const meansOf = (hit: Hit): Means => {
  if (/^(?:talks|negotiations|consultations|round)$/.test(hit.trigger)) return 'talks';
  if (byPhone(hit.doc, hit.clause)) return 'phone';
  return hit.trigger === 'summit' ? 'summit' : 'person';
};

/** "Talks in Geneva", "the summit in Busan", "a round of negotiations": a contact in person told by a noun. */
export const meetingNoun = rule({
  id: 'meeting.noun',
  type: 'meeting',
  triggers: [
    'meeting',
    'meetings',
    'summit',
    'talks',
    'negotiations',
    'consultations',
    'round',
    'dinner',
    'sit down',
    'face to face',
  ],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    const means = meansOf(hit);
    const company = nounParties(hit, means);
    const days = daysIn(hit);
    const status = nounStatus(hit, scopeOf(hit), days);
    if (company === null || status === null) return [];
    // Talks to come are held by negotiators, whoever agreed on them.
    const kind = means === 'talks' && status !== 'held' ? 'trade_talks' : kindOf(hit, company, means);
    if (kind === null) return [];
    return drafts(hit, { kind, status, days });
  },
  yes: [
    [
      'US and Chinese negotiators held talks in Geneva on Thursday.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-05', place: 'Geneva' },
    ],
    [
      'The summit of Trump and Xi in Busan ended on Tuesday.',
      { kind: 'leader_meeting', status: 'held', place: 'Busan' },
    ],
    [
      'A round of US-China trade talks will open in London on Monday.',
      { kind: 'trade_talks', status: 'scheduled', date: '2025-06-09', place: 'London' },
    ],
  ],
  no: [
    'US and EU officials held talks in Brussels on China.',
    'A meeting of the Federal Reserve is due on Thursday.',
  ],
});
