import { inside, wordAt } from '../../doc';
import { agentOf, has, values, words } from '../helpers';
import { rule, type Draft, type Hit } from '../rule';
import { companyOf, isLeaderPair, isPair, type Company } from './company';
import { daysIn, drafts, scopeOf } from './contact';
import { isVerb, verbStatus } from './meeting-status';
import { kindOf, verbParties, type Kind, type Means } from './parties';
import { daysOf } from './slots';
import { byPhone } from './spoke';

/** "Speak out", "meet the other halfway", "talk of". */
const OTHER_SENSE =
  /^(?:up|out|of|halfway|the other|each other's|for (?:the|its|his|her|their|all|china|us|itself))\b/;
/** Is the object right behind: "received Xi", not "from what we saw, both leaders"? */
const hasObject = (hit: Hit): boolean =>
  inside(hit.doc.mentions, { from: hit.to, to: hit.to + 8 })[0]?.from === hit.to;

/** "Spent four hours together", "spent an hour with Wang": how long, and with whom or at what. */
const isTimeSpent = (hit: Hit): boolean => {
  const rest = { from: hit.to, to: Math.min(hit.clause.to, hit.to + 16) };
  return (
    values(hit.doc, rest, 'duration').some((v) => /^(?:minute|hour|day)$/.test(v.unit)) &&
    has(
      hit.doc,
      rest,
      / (?:together|with|in talks|in session|talking|on the phone|on the line|at the table) /,
    )
  );
};

/** "Was received by Xi": who received stands behind "by". */
const ofPassive = (hit: Hit): Company | null => {
  const host = agentOf(hit.doc, hit.clause);
  const guest = hit.clause.subject;
  return host === null || guest === null ? null : companyOf(hit.doc, [guest, host]);
};

/** Verbs of many senses, which need a person on either side. */
const ONE_SIDED = /^(?:see|saw|host|receiv|welcom|greet)/;
const bothPersons = (c: Company): boolean => isLeaderPair(c) || (isPair(c) && c.officials);

const AT_SUMMIT =
  / (?:summit|sidelines|margins|face to face|face - to - face|in person|g ?- ?20|g20|apec|dinner) /;

/** "The two leaders spoke candidly", after it was told that they met. */
const haveMet = (hit: Hit): boolean => {
  const { doc, sentence, clause } = hit;
  const pair = inside(doc.mentions, { from: clause.from, to: hit.from }).some((m) => m.kind === 'pair');
  const told = doc.sentences[sentence.i - 1];
  return pair && told !== undefined && has(doc, told, / (?:met|meeting|summit) /) && !byPhone(doc, told);
};

const meansOf = (hit: Hit): Means => {
  const near = { from: hit.from - 2, to: Math.min(hit.clause.to, hit.to + 15) };
  // "Will speak with Xi at the G20": in person, but for "by phone".
  if (!byPhone(hit.doc, near) && (has(hit.doc, near, AT_SUMMIT) || haveMet(hit))) return 'person';
  return /^(?:speak|spok|talk)/.test(hit.trigger) || byPhone(hit.doc, near) ? 'phone' : 'person';
};

const kindHere = (hit: Hit): Kind | null => {
  const means = meansOf(hit);
  if (hit.clause.verbs.some((v) => v.at === hit.from && v.passive)) {
    const both = ofPassive(hit);
    return both !== null && bothPersons(both) ? kindOf(hit, both, means) : null;
  }
  const company = verbParties(hit, means);
  if (company === null || (ONE_SIDED.test(hit.trigger) && !(bothPersons(company) && hasObject(hit))))
    return null;
  // "The US and China are to talk": states talk by their negotiators.
  const states = hit.trigger.startsWith('talk') && company.stated && !isLeaderPair(company);
  return kindOf(hit, company, states ? 'talks' : means);
};

/** "Has talked with Xi many times": no one contact. */
const HABIT =
  / (?:many times|several times|countless times|all the time|often|regularly|frequently|repeatedly) /;

/** "After meeting Xi in South Korea", "before speaking to He Lifeng". */
const isGerund = (hit: Hit): boolean => {
  const { doc, from, to } = hit;
  if (!/^(?:meeting|speaking|talking|hosting)$/.test(hit.trigger)) return false;
  const object = /^(?:with|to)$/.test(wordAt(doc.tokens, to)) ? to + 1 : to;
  return (
    /^(?:after|since|before|upon|while)$/.test(wordAt(doc.tokens, from - 1)) &&
    inside(doc.mentions, { from: object, to: object + 8 })[0]?.from === object
  );
};

const ofGerund = (hit: Hit): Draft<'meeting'>[] => {
  const means = meansOf(hit);
  const company = verbParties(hit, means);
  const kind = company === null ? null : kindOf(hit, company, means);
  if (kind === null) return [];
  const ahead = wordAt(hit.doc.tokens, hit.from - 1) === 'before';
  const days = daysOf(hit, { from: hit.from, to: hit.clause.to });
  if (ahead && hit.clause.tense !== 'past') return drafts(hit, { kind, status: 'scheduled', days });
  const day = days?.run[days.run.length - 1]?.past;
  return drafts(hit, { kind, status: 'held', days, ...(day === undefined ? {} : { more: { date: day } }) });
};

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
    'sit across',
    'sits down',
    'speak',
    'spoke',
    'spoken',
    'speaks',
    'speaking',
    'talk',
    'talked',
    'talking',
    'shook hands',
    'shake hands',
    'spent',
    'spend',
    'dined',
    'huddled',
    'had dinner',
    'had lunch',
    'had breakfast',
    'had tea',
    'broke bread',
    'get together',
    'got together',
    'ran into',
    'reconvene',
    'reconvenes',
    'reconvened',
    'gather',
    'see',
    'seen',
    'saw',
    'sees',
    'hosted',
    'hosts',
    'hosting',
    'receives',
    'received',
    'receive',
    'welcomed',
    'greeted',
  ],
  priority: 12,
  confidence: 0.8,
  read: (hit) => {
    if (has(hit.doc, hit.clause, HABIT)) return [];
    if (isGerund(hit)) return ofGerund(hit);
    if (!isVerb(hit) || OTHER_SENSE.test(words(hit.doc, { from: hit.to, to: hit.to + 2 }))) return [];
    if (hit.trigger.startsWith('spen') && !isTimeSpent(hit)) return [];
    const kind = kindHere(hit);
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
    [
      'Gina Raimondo and her Chinese counterpart Wang Wentao met for four hours in Beijing on Monday.',
      { kind: 'trade_talks', status: 'held', durationMinutes: 240 },
    ],
    [
      'Trump said tariffs would fall after meeting Xi Jinping in South Korea on Thursday.',
      { kind: 'leader_meeting', status: 'held', place: 'South Korea', date: '2025-06-05' },
    ],
    [
      'President Biden met on June 2 in Bali with Chinese President Xi Jinping. The two leaders spoke candidly.',
      { kind: 'leader_meeting', status: 'held', date: '2025-06-02', place: 'Bali' },
    ],
    [
      'Biden and Xi spent some three hours together in Bali on Monday.',
      { kind: 'leader_meeting', status: 'held', date: '2025-06-02', durationMinutes: 180 },
    ],
    [
      'Trump was received by Xi Jinping in Beijing on Thursday.',
      { kind: 'leader_meeting', status: 'held', place: 'Beijing', date: '2025-06-05' },
    ],
    ['Trump flew home after speaking to Xi Jinping by telephone.', { kind: 'leader_call', status: 'held' }],
    [
      'Trump meets Xi in Busan on June 20.',
      { kind: 'leader_meeting', status: 'scheduled', date: '2025-06-20' },
    ],
    ['Trump will speak with Xi at the G20 summit in Japan.', { kind: 'leader_meeting', status: 'scheduled' }],
    [
      'Bessent and Greer will travel to Switzerland to meet He Lifeng.',
      { kind: 'trade_talks', place: 'Switzerland' },
    ],
  ],
  no: [
    'Trump would only say that he had talked with Xi many times.',
    'Trump met Modi in Washington on Thursday.',
    'Trump and Xi have spent years on their trade war.',
    'China has spent three days counting its soybeans from the United States.',
    'Xi told Trump that China would meet its obligations.',
  ],
});
