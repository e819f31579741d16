import { wordAt } from '../../doc';
import { words } from '../helpers';
import { rule, type Hit } from '../rule';
import { daysIn, drafts, nounDays, scopeOf } from './contact';
import { nounStatus, verbStatus, type MeetingStatus } from './meeting-status';
import { kindOf, nounParties } from './parties';
import { type Days } from './slots';
import { isNounCall } from './spoke';

const IN_PERSON = / (?:meeting|met|meets|summit|sat down|face to face) /;
const BY_PHONE = / (?:phone|phoned|telephone|telephoned|call|called|video|virtual|virtually) /;

/** "At their meeting … Biden described the conversation as open": no call, but what was just told of. */
const isOfMeeting = (hit: Hit): boolean => {
  const { doc, sentence, trigger } = hit;
  if (!trigger.endsWith('conversation') || wordAt(doc.tokens, hit.from - 1) !== 'the') return false;
  const before = doc.sentences[doc.sentences.indexOf(sentence) - 1];
  if (before === undefined) return false;
  const told = ` ${words(doc, before)} ${words(doc, sentence)} `;
  return IN_PERSON.test(told) && !BY_PHONE.test(told);
};

/** "With jobs on the line": no telephone line. */
const isAtStake = ({ trigger, clause }: Hit): boolean =>
  trigger === 'on the line' && !clause.verbs.some((v) => /^(?:be|get|stay|spend|join|come)$/.test(v.lemma));

interface Told {
  readonly days: Days | null;
  readonly status: MeetingStatus | null;
}

/** Of a contact told by its means, "spoke by phone": as its verb says; without a verb, or "after speaking to Xi by phone", it was held. */
const byMeans = (hit: Hit): Told => {
  const { doc, clause } = hit;
  const after = clause.opener === 'after' && clause.verbs[0]?.tense === 'none';
  if (after) return { days: null, status: 'held' };
  if (clause.verbs.length === 0)
    return { days: null, status: doc.clauses[clause.i - 1]?.tense === 'future' ? null : 'held' };
  const days = daysIn(hit);
  return { days, status: verbStatus(hit, scopeOf(hit), days) };
};

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
    'video talk',
    'video talks',
    'video meeting',
    'video conference',
    'videoconference',
    'video link',
    'videolink',
    'video chat',
    'teleconference',
    'conference call',
    'phone talks',
    'telephone talks',
    'virtual talks',
    'phone chat',
    'chinwag',
    'on the line',
    'good talk',
    'great talk',
    'long talk',
    'productive talk',
    'excellent talk',
  ],
  priority: 12,
  confidence: 0.75,
  read: (hit) => {
    if (!isNounCall(hit) || isOfMeeting(hit) || isAtStake(hit)) return [];
    const by = /^(?:by|on|over) /.test(hit.trigger);
    const company = nounParties(hit, 'phone');
    const kind = company === null ? null : kindOf(hit, company, 'phone');
    if (kind === null) return [];
    const { days, status } = by ? byMeans(hit) : { days: nounDays(hit), status: undefined };
    const told = status === undefined ? nounStatus(hit, scopeOf(hit), days) : status;
    if (told === null) return [];
    return drafts(hit, { kind, status: told, days, several: hit.trigger.endsWith('s') });
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
    'Trump met Xi in Busan on Thursday. He described the conversation as warm.',
    'Trump and Modi held a phone call on Thursday.',
    'China called on the US to lift its tariffs.',
    'Trump and Xi ignored a call by farmers.',
  ],
});
