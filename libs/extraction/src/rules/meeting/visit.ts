import { inside, tokenAt, wordAt, type Doc, type Mention } from '../../doc';
import { has, isActor, party, words, type Party } from '../helpers';
import { rule, type Draft, type Hit } from '../rule';
import { companyOf, isLeader, present } from './company';
import { daysIn, drafts, nounDays, scopeOf } from './contact';
import { isVerb, nounStatus, plannedStatus, verbStatus, type MeetingStatus } from './meeting-status';
import { type Kind } from './parties';
import { isPutOff } from './put-off';
import { daysOf, type Days } from './slots';

/** An invitation to a visit is read by its own rule. */
const ASKING = / (?:invit\w+|ask|asked|asks|asking) /;
const STATES = new Set(['country', 'capital']);

/** The goal stands before the next clause: not in "flew to Egypt, and China …". */
const goalEnd = (hit: Hit): number => {
  let to = hit.to;
  while (
    to < Math.min(hit.sentence.to, hit.to + 14) &&
    wordAt(hit.doc.tokens, to) !== ';' &&
    !(wordAt(hit.doc.tokens, to) === ',' && /^(?:and|but|while)$/.test(wordAt(hit.doc.tokens, to + 1)))
  )
    to += 1;
  return to;
};

/** Right behind the trigger another place is named: "flew to Egypt". */
const isElsewhere = (hit: Hit): boolean => {
  const next = inside(hit.doc.mentions, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 3) })[0];
  const site = next !== undefined && (next.place || next.kind === 'country') && party(next.side) === null;
  return site && !/^(?:in|on)$/.test(wordAt(hit.doc.tokens, next.from - 1));
};

/** Behind the trigger, or behind "to", "in" and the like: not "a visit hosted by Lee, the newly elected U.S. ally". */
const isLedTo = ({ doc, to }: Hit, m: Mention): boolean => {
  const before = wordAt(doc.tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1;
  return before < to || /^(?:to|in|at|into|for|and|or|,|of|here|-)$/.test(wordAt(doc.tokens, before));
};

/** Where a visit goes: the first country or capital of the two after the trigger. */
const goalOf = (hit: Hit): Mention | undefined =>
  isElsewhere(hit)
    ? undefined
    : inside(hit.doc.mentions, { from: hit.to, to: goalEnd(hit) }).find(
        (m) =>
          (STATES.has(m.kind) || m.name === 'White House') &&
          party(m.side) !== null &&
          wordAt(hit.doc.tokens, m.to) !== "'s" &&
          isLedTo(hit, m),
      );

/** "Visit each other's country": both are goals. */
const isMutual = (hit: Hit): boolean =>
  /^ ?(?:to )?each other/.test(words(hit.doc, { from: hit.to, to: hit.to + 3 }));

const SENDS = /^(?:sen|dispatch)/;
const IS_IN = /^(?:is|are|was|were|been) in$/;

/** "Is sending Mnuchin to Beijing": who is sent stands right behind. */
const sentOf = (hit: Hit, goal: Mention): Mention | undefined =>
  inside(hit.doc.mentions, { from: hit.to, to: goal.from }).find(
    (m) => m.kind === 'person' && party(m.side) !== null && m.side !== goal.side,
  );

/** "Liu He was in Washington": he himself, and there. */
const isThere = (hit: Hit, goal: Mention): Mention | undefined => {
  const { subject } = hit.clause;
  return goal.from === hit.to && subject?.kind === 'person' && subject.side !== goal.side
    ? subject
    : undefined;
};

/** "The Chinese are expected in Washington": their negotiators. */
const isTheirs = (doc: Doc, m: Mention): boolean =>
  m.kind === 'people' &&
  wordAt(doc.tokens, m.from - 1) === 'the' &&
  /^(?:are|were|will|had|have|,)$/.test(wordAt(doc.tokens, m.to));

/** Who goes: the actor nearest before the trigger in its clause, its subject, or "by X" after it. */
const guestOf = (hit: Hit, goal: Party): Mention | undefined => {
  const { doc, clause } = hit;
  const from = Math.max(clause.from, hit.from - 12);
  const led = inside(doc.mentions, { from, to: hit.from }).filter(
    (m) => isActor(m) && party(m.side) !== null,
  );
  const after = inside(doc.mentions, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 12) }).filter(
    isActor,
  );
  const candidates = [...led.reverse(), ...(clause.subject === null ? [] : [clause.subject]), ...after];
  return candidates.find(
    (m) =>
      m.side !== goal &&
      party(m.side) !== null &&
      (m.kind === 'person' || m.kind === 'pronoun' || isTheirs(hit.doc, m)),
  );
};

const travellerOf = (hit: Hit, goal: Mention, host: Party): Mention | undefined => {
  if (SENDS.test(hit.trigger)) return sentOf(hit, goal);
  return IS_IN.test(hit.trigger) ? isThere(hit, goal) : guestOf(hit, host);
};

const kindOf = (hit: Hit, guest: Mention): Kind | null => {
  if (isLeader(hit.doc, guest)) return 'leader_meeting';
  return guest.kind === 'person' || isTheirs(hit.doc, guest) ? 'trade_talks' : null;
};

const statusOf = (hit: Hit, days: Days | null): MeetingStatus | null => {
  if (IS_IN.test(hit.trigger)) {
    const verb = hit.clause.verbs.find((v) => v.at === hit.from);
    return verb === undefined || verb.negated || verb.modal !== null ? null : 'held';
  }
  const sending = hit.trigger === 'sending' || hit.trigger === 'dispatching';
  if (/^(?:due|expected) in$/.test(hit.trigger) || sending) return plannedStatus(hit, days);
  return (isVerb(hit) ? verbStatus : nounStatus)(hit, scopeOf(hit), days);
};

const BOTH: readonly Party[] = ['CN', 'US'];

/** Both presidents go to the other: one contact for each host. */
const mutual = (hit: Hit, told: MeetingStatus): Draft<'meeting'>[] => {
  const { doc, sentence } = hit;
  if (companyOf(doc, present(doc, sentence)).officials) return [];
  const days = daysOf(hit, { from: hit.to, to: sentence.to });
  const status = days === null ? 'agreed' : told;
  return BOTH.flatMap((host) =>
    drafts(hit, { kind: 'leader_meeting', status, days, more: { host, place: null } }),
  );
};

const oneWay = (hit: Hit, status: MeetingStatus, days: Days | null): Draft<'meeting'>[] => {
  const goal = goalOf(hit);
  const host = party(goal?.side);
  if (goal === undefined || host === null) return [];
  const guest = travellerOf(hit, goal, host);
  const kind = guest === undefined ? null : kindOf(hit, guest);
  if (kind === null || (hit.trigger === 'be in' && kind !== 'leader_meeting' && guest?.role !== 'official'))
    return [];
  return drafts(hit, { kind, status, days, more: { host, place: goal.name } });
};

/** "Is going to punch back", "came to see": no journey. */
const isToDo = (hit: Hit): boolean => {
  const next = tokenAt(hit.doc.tokens, hit.to);
  return (
    /^(?:go|goes|going|went|come|coming|came) to$/.test(hit.trigger) &&
    !next.capital &&
    !/^(?:the|america|washington|china)$/.test(next.lower)
  );
};

/** "Trump will travel to Beijing in April", "Xi's state visit to Washington": one side's president or official in the other's country. */
export const visit = rule({
  id: 'meeting.visit',
  type: 'meeting',
  triggers: [
    'visit',
    'visits',
    'visited',
    'visiting',
    'trip',
    'travel',
    'travels',
    'traveled',
    'travelled',
    'travelling',
    'go to',
    'goes to',
    'going to',
    'went to',
    'come to',
    'coming to',
    'came to',
    'fly to',
    'flies to',
    'flew to',
    'head to',
    'heads to',
    'head for',
    'heads for',
    'headed for',
    'headed to',
    'heading to',
    'heading for',
    'leaves for',
    'left for',
    'departs for',
    'bound for',
    'flew into',
    'flies into',
    'landed in',
    'lands in',
    'touched down in',
    'arrive in',
    'arrives in',
    'arrived in',
    'be in',
    'been in',
    'is in',
    'are in',
    'was in',
    'were in',
    'send',
    'sends',
    'sent',
    'sending',
    'dispatched',
    'dispatching',
    'due in',
    'expected in',
  ],
  priority: 11,
  confidence: 0.75,
  read: (hit) => {
    if (has(hit.doc, { from: hit.clause.from, to: hit.from }, ASKING) || isPutOff(hit) || isToDo(hit))
      return [];
    const days = isVerb(hit) ? daysIn(hit) : nounDays(hit);
    const status = statusOf(hit, days);
    if (status === null || status === 'denied' || status === 'cancelled') return [];
    return isMutual(hit) ? mutual(hit, status) : oneWay(hit, status, days);
  },
  yes: [
    [
      'Trump will travel to Beijing in September.',
      { kind: 'leader_meeting', status: 'scheduled', date: '2025-09', place: 'Beijing', host: 'CN' },
    ],
    [
      'Vice Premier Liu He is expected in Washington on Thursday.',
      { kind: 'trade_talks', status: 'scheduled', date: '2025-06-12', place: 'Washington' },
    ],
    [
      "Xi's state visit to the United States is planned for October.",
      { kind: 'leader_meeting', status: 'scheduled', date: '2025-10', host: 'US' },
    ],
    [
      'Trump is sending Steven Mnuchin to Beijing next week for talks on tariffs.',
      { kind: 'trade_talks', status: 'scheduled', place: 'Beijing' },
    ],
    [
      'Liu He was in Washington on Thursday with an offer on soybeans.',
      { kind: 'trade_talks', status: 'held', place: 'Washington', date: '2025-06-05' },
    ],
    ['Trump and Xi agreed to visit each other.', { kind: 'leader_meeting', status: 'agreed', host: 'CN' }],
  ],
  no: [
    'Trump will visit Japan in September.',
    'Xi ended his visit to South Korea with a dinner hosted by President Lee, a friend of Trump and a U.S. ally.',
    'The White House sent a letter on tariffs to Beijing.',
    'Bessent is in favour of lower tariffs on China.',
    'Chinese tourists travelled to the United States in May.',
    'Trump flew to Egypt, and China sent its congratulations.',
    'Trump is going to punch back, he said of China.',
  ],
});
