import { inside, wordAt, type Mention } from '../../doc';
import { agentOf, has, isActor, lemmas, opposite, party, type Party } from '../helpers';
import { meeting, rule, type Draft, type Hit } from '../rule';
import { isLeader } from './company';
import { daysIn, drafts } from './contact';
import { plannedStatus } from './meeting-status';
import { type Days } from './slots';

const COMING =
  / (?:visit|come|travel|trip|state visit|to beijing|to china|to washington|to the us|to the united states|to america|white house|mar - a - lago) /;

/** Whoever does this with an invitation gives it. */
const EXTENDS = /^(?:extend|issue|offer|make|have|send|repeat|renew|reiterate)$/;

/** "His invitation", "the invitation of Xi", "an invitation from Beijing". */
const owner = (hit: Hit): Mention | undefined => {
  const led = inside(hit.doc.mentions, {
    from: Math.max(hit.sentence.from, hit.from - 4),
    to: hit.from,
  }).filter(isActor);
  const after = /^(?:of|from|by)$/.test(wordAt(hit.doc.tokens, hit.to))
    ? inside(hit.doc.mentions, { from: hit.to, to: hit.to + 6 }).find(isActor)
    : undefined;
  return after ?? led[led.length - 1];
};

const inviter = (hit: Hit): Mention | null | undefined => {
  if (hit.trigger.startsWith('invitation'))
    return EXTENDS.test(hit.clause.verbs[0]?.lemma ?? '') ? hit.clause.subject : owner(hit);
  return agentOf(hit.doc, hit.clause);
};

/** "I reciprocated": after an invitation told just before. */
const answers = (hit: Hit): boolean => {
  const from = hit.doc.sentences[hit.sentence.i - 1]?.from ?? hit.sentence.from;
  return has(hit.doc, { from, to: hit.from }, / (?:invite|invited|invitation|inviting|asked) /);
};

/** Somebody of a third country, or a firm, is asked. */
const asksOther = (hit: Hit): boolean => {
  const told = inside(hit.doc.mentions, { from: hit.sentence.from, to: hit.from });
  if (told.some((m) => m.side === 'other' && m.kind !== 'pronoun' && m.kind !== 'people')) return true;
  const next = inside(hit.doc.mentions, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 5) })[0];
  return next?.side === 'other' || next?.kind === 'firm';
};

/** The side that is asked, where it is named: "asked the Chinese leader to the United States". */
const asked = (hit: Hit): Party | null => {
  const next = inside(hit.doc.mentions, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 4) })[0];
  return next?.kind === 'person' && isLeader(hit.doc, next) ? party(next.side) : null;
};

/** Who invited first, so that an invitation in return is the other's. */
const firstHost = (hit: Hit): Party | null => {
  const from = hit.doc.sentences[hit.sentence.i - 1]?.from ?? hit.sentence.from;
  const first = inside(hit.doc.clauses, { from, to: hit.from }).find((c) =>
    /^(?:invite|ask)$/.test(lemmas(c)[0] ?? ''),
  );
  return party(first?.subject?.side);
};

const isHost = (hit: Hit, m: Mention): boolean =>
  /^(?:country|capital|pronoun)$/.test(m.kind) || isLeader(hit.doc, m);

const hostOf = (hit: Hit, reciprocal: boolean): Party | null => {
  const by = inviter(hit) ?? null;
  const first = reciprocal ? firstHost(hit) : null;
  if (first !== null) return opposite(first);
  const guest = reciprocal ? null : asked(hit);
  if (guest !== null && (by === null || by.kind === 'pronoun' || party(by.side) === null))
    return opposite(guest);
  return by !== null && isHost(hit, by) ? party(by.side) : null;
};

/** Is it an invitation in return for one told before? */
const isReciprocal = (hit: Hit): boolean =>
  /^(?:reciprocate|returned)/.test(hit.trigger) ||
  (hit.trigger === 'invitation' &&
    has(hit.doc, { from: hit.to, to: hit.to + 8 }, / (?:in return|in turn|of his own|back) /));

const isInvitation = (hit: Hit, reciprocal: boolean): boolean => {
  // "Asked to put his visit off": who asks wants something else.
  if (hit.trigger.startsWith('ask') && wordAt(hit.doc.tokens, hit.to) === 'to') return false;
  if (reciprocal) return answers(hit);
  if (
    hit.trigger.startsWith('welcome') &&
    (asked(hit) === null || !has(hit.doc, { from: hit.to, to: hit.to + 6 }, / to (?:visit|come) /))
  )
    return false;
  return (
    has(hit.doc, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 22) }, COMING) && !asksOther(hit)
  );
};

/** "He accepted an invitation to visit Beijing in April": the guest is who accepts. */
const accepted = (hit: Hit, inviter: Party, days: Days | null): Draft<'meeting'>[] => {
  const host = opposite(party(hit.clause.subject?.side)) ?? inviter;
  const goal = inside(hit.doc.mentions, { from: hit.to, to: hit.to + 6 }).find(
    (m) => (m.kind === 'country' || m.kind === 'capital') && m.side === host,
  );
  const more = goal === undefined ? { host } : { host, place: goal.name };
  return drafts(hit, { kind: 'leader_meeting', status: plannedStatus(hit, days) ?? 'agreed', days, more });
};

const TALKS = / (?:talks?|round|negotiations?|consultations?|meeting|discussions?) /;

/** "Liu He invited Lighthizer and Mnuchin to Beijing for talks": one side's officials asked by the other. */
const ofOfficials = (hit: Hit): Draft<'meeting'>[] => {
  const { doc, sentence, to } = hit;
  if (!hit.trigger.startsWith('invit') || !has(doc, sentence, TALKS)) return [];
  const host = party((hit.trigger.startsWith('invitation') ? inviter(hit) : agentOf(doc, hit.clause))?.side);
  const guest = inside(doc.mentions, { from: to, to: Math.min(sentence.to, to + 6) }).find(
    (m) => m.kind === 'person',
  );
  if (host === null || guest === undefined || party(guest.side) !== opposite(host)) return [];
  if (isLeader(doc, guest) || hit.clause.negated) return [];
  return [
    { fields: meeting({ kind: 'trade_talks', status: 'invited', host, initiator: host }), evidence: hit },
  ];
};

/** "Xi invited Trump to visit China", "Xi's invitation", "and I reciprocated": one president asks the other home. */
export const invitation = rule({
  id: 'meeting.invitation',
  type: 'meeting',
  triggers: [
    'invited',
    'invite',
    'invites',
    'inviting',
    'invitation',
    'reciprocated',
    'reciprocate',
    'returned the invitation',
    'welcomed',
    'welcomes',
    'welcome',
    'asked',
    'asks',
    'asking',
  ],
  priority: 14,
  confidence: 0.85,
  read: (hit) => {
    const reciprocal = isReciprocal(hit);
    const host = isInvitation(hit, reciprocal) ? hostOf(hit, reciprocal) : null;
    if (host === null) return ofOfficials(hit);
    const kind = 'leader_meeting';
    const days = reciprocal ? null : daysIn(hit);
    if (hit.trigger.startsWith('invitation') && hit.clause.verbs[0]?.lemma === 'accept')
      return accepted(hit, host, days);
    const date = days !== null && days.first > (hit.doc.published ?? days.first) ? days.first : null;
    return [{ fields: meeting({ kind, status: 'invited', host, initiator: host, date }), evidence: hit }];
  },
  yes: [
    ['Xi invited Trump to visit China.', { status: 'invited', host: 'CN', kind: 'leader_meeting' }],
    [
      '"President Xi kindly invited me to Beijing, and I reciprocated," Trump wrote.',
      { status: 'invited', host: 'US' },
    ],
    [
      'Trump accepted an invitation to visit Beijing in September, which Xi had made.',
      { status: 'scheduled', host: 'CN', place: 'Beijing', date: '2025-09' },
    ],
    [
      'Vice Premier Liu He has invited Robert Lighthizer to Beijing for another round of talks.',
      { kind: 'trade_talks', status: 'invited', host: 'CN' },
    ],
    ['Xi spoke and welcomed Trump to visit China.', { status: 'invited', host: 'CN' }],
    ['Xi repeated his invitation for Trump to come to China.', { status: 'invited', host: 'CN' }],
    [
      'Trump asked Xi to come to the United States next year.',
      { status: 'invited', host: 'US', date: '2026' },
    ],
  ],
  no: [
    'Trump invited Modi to visit Washington.',
    'China asked the US to lift its tariffs.',
    'Trump invited Boeing to the White House.',
    'China invited Japanese officials to Beijing for talks on American tariffs.',
    'Trump asked to put off his visit to China.',
  ],
});
