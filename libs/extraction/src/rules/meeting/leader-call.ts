import { type Doc, type Span } from '../../doc';
import { dateOf, inLeaders, values } from '../helpers';
import { meeting, rule, type Hit } from '../rule';
import { clauseKey } from '../status';
import { meetingStatus } from './meeting-status';

const minutes = (doc: Doc, part: Span): number | null =>
  values(doc, part, 'duration').find((v) => v.unit === 'minute' || v.unit === 'hour')?.value ?? null;

const whenOf = (hit: Hit, date: string | null): string =>
  date === null ? 'none' : hit.clause.tense === 'future' ? 'day' : 'none';

/** "Trump and Xi held a phone call on Thursday": both leaders beside a word for a call. */
export const leaderCall = rule({
  id: 'meeting.leader-call',
  type: 'meeting',
  triggers: [
    'phone call',
    'telephone call',
    'call',
    'by phone',
    'by telephone',
    'by video',
    'video call',
    'phone conversation',
    'on the phone',
  ],
  priority: 10,
  confidence: 0.75,
  read: (hit) => {
    if (!inLeaders(hit.doc, hit.sentence)) return [];
    const date = dateOf(hit);
    const status = meetingStatus({ class: 'meet', ...clauseKey(hit.clause), when: whenOf(hit, date) });
    if (status === null) return [];
    return [
      {
        fields: meeting({
          kind: 'leader_call',
          status,
          date,
          durationMinutes: minutes(hit.doc, hit.sentence),
        }),
        evidence: hit,
      },
    ];
  },
  yes: [
    [
      'Trump and Xi held a phone call on Thursday.',
      { kind: 'leader_call', status: 'held', date: '2025-06-05' },
    ],
    [
      'Presidents Trump and Xi spoke by telephone for two hours and 20 minutes on June 5.',
      { status: 'held', date: '2025-06-05' },
    ],
    [
      'Donald Trump and Xi Jinping will hold a phone call on Friday, June 13.',
      { status: 'scheduled', date: '2025-06-13' },
    ],
  ],
  no: ['Trump and Modi held a phone call on Thursday.', 'China called on the US to lift its tariffs.'],
});
