import { has } from '../helpers';
import { rule } from '../rule';
import { daysIn, drafts, scopeOf } from './contact';
import { isVerb, nextWord, verbStatus } from './meeting-status';
import { kindOf, verbParties } from './parties';
import { byPhone } from './spoke';

/** "Trump met Xi in Busan", "Bessent will meet He Lifeng on Sunday": a contact told by its verb. */
export const meetingVerb = rule({
  id: 'meeting.verb',
  type: 'meeting',
  triggers: [
    'meet',
    'met',
    'meets',
    'meeting',
    'sat',
    'sit down',
    'speak',
    'spoke',
    'spoken',
    'speaks',
    'talk',
    'talked',
    'talking',
    'see each other',
    'saw each other',
  ],
  priority: 12,
  confidence: 0.8,
  read: (hit) => {
    if (!isVerb(hit) || /^(?:up|out|for|of)$/.test(nextWord(hit))) return [];
    const phone = /^(?:sp|talk)/.test(hit.trigger) || byPhone(hit.doc, hit.clause);
    const means = phone ? 'phone' : 'person';
    const company = verbParties(hit, means);
    const kind = company === null ? null : kindOf(hit, company, means);
    if (kind === null) return [];
    const days = daysIn(hit);
    const status = verbStatus(hit, scopeOf(hit), days);
    if (status === null) return [];
    return drafts(hit, { kind, status, days, several: has(hit.doc, hit.clause, / (?:twice|times) /) });
  },
  yes: [
    [
      'Trump met Xi Jinping in Busan on Thursday.',
      { kind: 'leader_meeting', status: 'held', date: '2025-06-05', place: 'Busan' },
    ],
    [
      'Scott Bessent will meet Chinese Vice Premier He Lifeng in Paris on Sunday.',
      { kind: 'trade_talks', status: 'scheduled', date: '2025-06-08', place: 'Paris' },
    ],
    [
      'Presidents Trump and Xi spoke by telephone for two hours and 20 minutes on June 5.',
      { kind: 'leader_call', status: 'held', date: '2025-06-05', durationMinutes: 140 },
    ],
  ],
  no: ['Trump met Modi in Washington on Thursday.', 'Xi told Trump that China would meet its obligations.'],
});
