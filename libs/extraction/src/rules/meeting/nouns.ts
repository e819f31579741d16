import { wordAt, type Span } from '../../doc';
import { has } from '../helpers';
import { rule, type Hit } from '../rule';
import { companyOf, present } from './company';
import { nounDays, drafts, scopeOf } from './contact';
import { nounStatus } from './meeting-status';
import { kindOf, nounParties, type Means } from './parties';
import { isPutOff } from './put-off';
import { byPhone } from './spoke';

/** So near its noun stands the word that tells by what means they met. */
const aroundNoun = (hit: Hit): Span => {
  let to = hit.to;
  while (to < Math.min(hit.clause.to, hit.to + 9) && !/^(?:and|or|,)$/.test(wordAt(hit.doc.tokens, to)))
    to += 1;
  return { from: Math.max(hit.clause.from, hit.from - 4), to };
};

const meansOf = (hit: Hit): Means => {
  if (/^(?:phone|telephone|video|virtual)$/.test(wordAt(hit.doc.tokens, hit.from - 1))) return 'phone';
  // "Spoke for 90 minutes in their first talks": by telephone.
  if (
    hit.trigger === 'talks' &&
    hit.clause.verbs.some((v) => v.to <= hit.from && /^(?:speak|telephone|phone)$/.test(v.lemma))
  )
    return 'phone';
  if (/^(?:talks|negotiations|consultations|discussions|round|dialogue)$/.test(hit.trigger)) return 'talks';
  if (byPhone(hit.doc, aroundNoun(hit))) return 'phone';
  return hit.trigger === 'summit' ? 'summit' : 'person';
};

const TALKS = / (?:talks|negotiat\w+|discuss\w+|consultations|meet|met|meeting|meetings|delegation|envoys?) /;

const OF_OTHERS =
  / of .*(?:tariffs?|duties|levies|sanctions|increases|layoffs|controls|restrictions|curbs|funding|retaliation|countermeasures|stimulus) /;

/** Rounds and sessions are of talks, not of tariffs: the words around say so. */
const isRoundOfTalks = (hit: Hit): boolean => {
  if (hit.trigger !== 'round' && hit.trigger !== 'session') return true;
  if (has(hit.doc, { from: hit.to, to: hit.to + 7 }, OF_OTHERS)) return false;
  if (companyOf(hit.doc, present(hit.doc, hit.sentence)).officials) return true;
  if (hit.clause.verbs.some((v) => /^(?:hold|conclude|open|close)$/.test(v.lemma))) return true;
  const next = wordAt(hit.doc.tokens, hit.to) === 'of' ? hit.to + 1 : hit.to;
  if (next > hit.to) return has(hit.doc, { from: next, to: next + 4 }, TALKS);
  const from = hit.doc.sentences[hit.sentence.i - 1]?.from ?? hit.sentence.from;
  return has(hit.doc, { from, to: hit.sentence.to }, TALKS);
};

const NOUN_LEAD =
  /^(?:'s|a|the|his|her|their|first|second|third|fourth|fifth|rare|long|last|latest|previous|next|another|planned|recent|brief|formal|annual|economic|strategic|hour)$/;

/** "Thursday's face-to-face", "the first formal dialogue between the two": a noun here, no adverb or thing of the mind. */
const isContactNoun = (hit: Hit): boolean => {
  const { doc, from, to, clause } = hit;
  if (hit.trigger === 'dialogue') {
    const held = clause.verbs.some((v) =>
      /^(?:hold|conclude|open|close|convene|co-chair|attend)$/.test(v.lemma),
    );
    return held || has(doc, { from: from - 4, to: from }, / (?:first|second|third|formal|annual|round of) /);
  }
  if (hit.trigger.startsWith('exchange')) {
    const had = clause.verbs.some((v) => v.to <= from && /^(?:have|hold)$/.test(v.lemma));
    return had && !/^(?:stock|in|foreign|rate|student|cultural)$/.test(wordAt(doc.tokens, from - 1));
  }
  if (!/^(?:face to face|sit down|sitdown|one on one)$/.test(hit.trigger)) return true;
  return (
    NOUN_LEAD.test(wordAt(doc.tokens, from - 1)) &&
    !/^(?:talks?|meetings?|summit)$/.test(wordAt(doc.tokens, to))
  );
};

/** The summit of many states, or a word before another noun: "the G20 summit", "summit results". */
const isForum = (hit: Hit): boolean =>
  (has(
    hit.doc,
    { from: hit.from - 3, to: hit.from },
    / (?:20|g20|apec|twenty|asean|pacific|leaders) (?:economic )?(?:leaders ?)?/,
  ) &&
    hit.trigger === 'summit') ||
  /^(?:results?|outcomes?|agenda|dates?|declaration|venue|room|table|point)$/.test(
    wordAt(hit.doc.tokens, hit.to),
  );

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
    'discussions',
    'round',
    'session',
    'dinner',
    'encounter',
    'dialogue',
    'face to face',
    'sit down',
    'sitdown',
    'one on one',
    'lunch',
    'rendezvous',
    'get together',
    'exchange',
    'exchanges',
  ],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    if (isPutOff(hit) || !isRoundOfTalks(hit) || !isContactNoun(hit) || isForum(hit)) return [];
    const means = meansOf(hit);
    const company = nounParties(hit, means);
    const days = nounDays(hit);
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
      'Negotiators last met on March 3 and 4, 2024, ahead of the meeting of Biden and Xi in California.',
      { kind: 'leader_meeting', status: 'held', date: '2024', place: 'California' },
    ],
    [
      'A round of US-China trade talks will open in London on Monday.',
      { kind: 'trade_talks', status: 'scheduled', date: '2025-06-09', place: 'London' },
    ],
    [
      'Xi and Trump held phone talks on Wednesday.',
      { kind: 'leader_call', status: 'held', date: '2025-06-04' },
    ],
    [
      'China and the US have agreed to hold a fifth round of economic and trade consultations.',
      { kind: 'trade_talks', status: 'agreed' },
    ],
    [
      'Bessent told reporters after a meeting with He Lifeng this morning that tariffs would stay.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-06' },
    ],
    [
      'The talks between He Lifeng and US negotiators ended on Tuesday with no deal.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-03' },
    ],
  ],
  no: [
    'US and EU officials held talks in Brussels on China.',
    'The US will pause its duties on Chinese goods to allow time for talks with other countries.',
    'A meeting of the Federal Reserve is due on Thursday.',
    'The US said a new round of 10% tariffs on Chinese goods would be held back.',
    'China and the United States say that there are no talks scheduled.',
    'If trade talks between Washington and Beijing fail, tariffs will rise.',
  ],
});
