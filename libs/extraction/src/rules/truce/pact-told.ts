import { clauseAt, isLead, span } from '../helpers';
import { rule, truce, type Hit } from '../rule';
import { clauseKey } from '../status';
import { isBilateral } from '../meeting/company';
import { frameOf, type Frame } from './frames';
import { pactAt, type Pact } from './pact';
import { dateIn, daysIn, untilIn } from './slots';
import { truceStatus, type TruceStatus } from './truce-status';

/** A pact of so many days ago is still news; an older one is background. */
const NEWS_DAYS = 10;

const ageInDays = (hit: Hit, date: string): number => {
  const day = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
  return (Date.parse(hit.doc.published ?? day) - Date.parse(day)) / 86_400_000;
};

/** Was it concluded just now? By its date, else by where and how the text tells it. */
const isNews = (hit: Hit, pact: Pact, frame: Frame, date: string | null): boolean => {
  if (date !== null) return ageInDays(hit, date) <= NEWS_DAYS && date.length > 4;
  return isLead(hit) && !frame.behind && frame.clause.tense !== 'past-perfect';
};

const statusOf = (hit: Hit, pact: Pact, frame: Frame, date: string | null): TruceStatus | null => {
  const key = clauseKey(frame.clause);
  const when = frame.class === 'reach' && !isNews(hit, pact, frame, date) ? 'old' : 'news';
  if (frame.class !== '') return truceStatus({ ...key, class: frame.class, when });
  return pact.definite && (pact.strong || pact.name !== null) ? 'in_force' : null;
};

/** "The Geneva truce", "agreed on a 90-day truce", "the deal is dead": a pact told by its noun and what governs it. */
export const pactTold = rule({
  id: 'truce.pact',
  type: 'truce',
  triggers: [
    'truce',
    'ceasefire',
    'cease fire',
    'armistice',
    'deal',
    'agreement',
    'accord',
    'pact',
    'framework',
    'arrangement',
    'consensus',
    'phase one',
    'phase 1',
  ],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    const pact = pactAt(hit);
    if (pact === null || !isBilateral(hit.doc)) return [];
    const frame = frameOf(hit, pact.phrase);
    const around = span(hit.clause, frame.clause);
    const date = dateIn(hit, frame.clause, hit.clause);
    if (!pact.strong && pact.name === null) return [];
    const status = statusOf(hit, pact, frame, date);
    if (status === null) return [];
    hit.note('frame', `${frame.class || 'named'} (${frame.verb?.lemma ?? 'no verb'})`);
    return [
      {
        fields: truce({
          status,
          name: pact.name,
          date,
          until: untilIn(hit, around, hit.sentence),
          durationDays: daysIn(hit, around),
        }),
        evidence: span(pact.phrase, hit),
      },
    ];
  },
  yes: [
    [
      'The United States and China agreed on a 90-day trade truce in Geneva on Thursday.',
      { status: 'agreed', name: 'Geneva', date: '2025-06-05', durationDays: 90 },
    ],
    [
      'China criticised the new duties. Under the Busan truce, which runs until November 10, Washington had cut its tariffs.',
      { status: 'in_force', name: 'Busan' },
      '2026-02-20',
    ],
    ['The trade truce between China and the United States is fragile.', { status: 'strained' }],
    ['Trump and Xi extended their tariff truce by 90 days.', { status: 'extended', durationDays: 90 }],
    ['China said the trade deal with the United States was dead.', { status: 'collapsed' }],
  ],
  no: [
    'The truce in Gaza holds, China said.',
    'The US and Japan signed a trade deal, and China watched.',
    'China approved the TikTok deal with the US.',
  ],
});
