import { wordAt } from '../../doc';
import { has } from '../helpers';
import { rule, type Hit } from '../rule';
import { before } from './company';
import { drafts } from './contact';
import { kindOf } from './parties';
import { daysOf } from './slots';
import { byPhone } from './spoke';

/** The sentence before, or the one with the hit as far as it goes, tells of contacts. */
const told = (hit: Hit): { from: number; to: number } => ({
  from: hit.doc.sentences[hit.sentence.i - 1]?.from ?? hit.sentence.from,
  to: hit.sentence.to,
});

const CONTACT =
  / (?:call|calls|conversation|conversations|spoke|spoken|talked|met|meeting|meetings|talks|round|summit|telephone|phone|video) /;

/** Ends a noun phrase without its noun: "the first, in February", "the latest on 28 July". */
const endsHere = (hit: Hit): boolean =>
  /^(?:,|on|in|at|was|came|took|lasted|one)$/.test(wordAt(hit.doc.tokens, hit.to));

/** "The first, in February, lasted two hours": a contact whose noun stands in the sentence before. */
export const ellipsis = rule({
  id: 'meeting.ellipsis',
  type: 'meeting',
  triggers: [
    'the first',
    'the last',
    'the latest',
    'the previous',
    'the second',
    'the most recent',
    'the last one',
    'the previous one',
    'the first one',
    'after another',
  ],
  priority: 9,
  confidence: 0.6,
  read: (hit) => {
    const around = told(hit);
    if (!endsHere(hit) || !has(hit.doc, around, CONTACT)) return [];
    const days = daysOf(hit, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 8) });
    const company = before(hit);
    if (days === null || company === null) return [];
    const kind = kindOf(hit, company, byPhone(hit.doc, around) ? 'phone' : 'person');
    return kind === null ? [] : drafts(hit, { kind, status: 'held', days });
  },
  yes: [
    [
      'Trump and Xi spoke by phone for the third time this year. The first, in January, lasted an hour.',
      { kind: 'leader_call', status: 'held', date: '2025-01', durationMinutes: 60 },
    ],
    [
      'Biden and Xi have had four conversations by telephone, the latest on 2 April 2024.',
      { kind: 'leader_call', status: 'held', date: '2024-04-02' },
    ],
    [
      'Bessent and He Lifeng have met twice. The last one, in May, was held in Geneva.',
      { kind: 'trade_talks', status: 'held', date: '2025-05', place: 'Geneva' },
    ],
  ],
  no: [
    'China has two lists of tariffs on US goods. The first, in July, covered soybeans.',
    'Trump and Modi met. The last, in May, was short.',
  ],
});
