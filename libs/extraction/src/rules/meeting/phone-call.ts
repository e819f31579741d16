import { rule } from '../rule';
import { daysIn, drafts, nounDays, scopeOf } from './contact';
import { nounStatus, verbStatus } from './meeting-status';
import { kindOf, nounParties } from './parties';
import { isNounCall } from './spoke';

/** "A phone call on Thursday", "their last conversation": a contact by telephone or video told by a noun. */
export const phoneCall = rule({
  id: 'meeting.phone-call',
  type: 'meeting',
  triggers: [
    'by phone',
    'by telephone',
    'by video',
    'on the phone',
    'over the phone',
    'call',
    'calls',
    'phone call',
    'phone calls',
    'phone conversation',
    'telephone conversation',
    'telephone call',
    'telephone calls',
    'video call',
    'video summit',
    'virtual summit',
    'virtual meeting',
    'conversation',
    'conversations',
    'good talk',
    'great talk',
    'long talk',
    'productive talk',
    'excellent talk',
  ],
  priority: 12,
  confidence: 0.75,
  read: (hit) => {
    if (!isNounCall(hit)) return [];
    const by = /^(?:by|on|over) /.test(hit.trigger);
    const company = nounParties(hit, 'phone');
    const kind = company === null ? null : kindOf(hit, company, 'phone');
    if (kind === null) return [];
    const verbless = by && hit.clause.verbs.length === 0;
    const days = verbless ? null : by ? daysIn(hit) : nounDays(hit);
    const status = verbless ? ('held' as const) : (by ? verbStatus : nounStatus)(hit, scopeOf(hit), days);
    if (status === null) return [];
    return drafts(hit, { kind, status, days, several: hit.trigger.endsWith('s') });
  },
  yes: [
    [
      'Trump and Xi held a phone call on Thursday.',
      { kind: 'leader_call', status: 'held', date: '2025-06-05' },
    ],
    [
      'Donald Trump and Xi Jinping will hold a phone call on Friday, June 13.',
      { status: 'scheduled', date: '2025-06-13' },
    ],
    [
      'Xi told Trump in a phone call on Wednesday that tariffs had to go.',
      { kind: 'leader_call', status: 'held', date: '2025-06-04' },
    ],
    [
      'After a call with Xi Jinping on Wednesday, Trump praised China.',
      { kind: 'leader_call', status: 'held', date: '2025-06-04' },
    ],
    [
      'Bessent and He Lifeng held a video call on Monday.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-02' },
    ],
  ],
  no: [
    'Trump said he had had a call with Xi. Beijing denied that there had been any call.',
    'Trump and Modi held a phone call on Thursday.',
    'China called on the US to lift its tariffs.',
    'Trump and Xi ignored a call by farmers.',
  ],
});
