import { inside, wordAt, type Mention } from '../../doc';
import { has, isActor, party, words, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { companyOf, isLeader, present } from './company';
import { daysIn, drafts, nounDays, scopeOf } from './contact';
import { isVerb, nounStatus, plannedStatus, verbStatus } from './meeting-status';
import { type Kind } from './parties';
import { isPutOff } from './put-off';
import { daysOf } from './slots';

/** An invitation to a visit is read by its own rule. */
const ASKING = / (?:invit\w+|ask|asked|asks|asking) /;
const STATES = new Set(['country', 'capital']);

/** Where a visit goes: the first country or capital of the two after the trigger. */
const goalOf = (hit: Hit): Mention | undefined =>
  inside(hit.doc.mentions, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 14) }).find(
    (m) => STATES.has(m.kind) && party(m.side) !== null && wordAt(hit.doc.tokens, m.to) !== "'s",
  );

/** "Visit each other's country": both are goals. */
const isMutual = (hit: Hit): boolean =>
  /^ ?(?:to )?each other/.test(words(hit.doc, { from: hit.to, to: hit.to + 3 }));

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
    (m) => m.side !== goal && party(m.side) !== null && (m.kind === 'person' || m.kind === 'pronoun'),
  );
};

const kindOf = (hit: Hit, guest: Mention): Kind | null => {
  if (isLeader(hit.doc, guest)) return 'leader_meeting';
  return guest.kind === 'person' ? 'trade_talks' : null;
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
    'arrive in',
    'arrives in',
    'arrived in',
    'be in',
    'due in',
    'expected in',
  ],
  priority: 11,
  confidence: 0.75,
  read: (hit) => {
    const { doc } = hit;
    if (has(doc, { from: hit.clause.from, to: hit.from }, ASKING) || isPutOff(hit)) return [];
    const due = /^(?:due|expected) in$/.test(hit.trigger);
    const verb = isVerb(hit);
    const days = verb ? daysIn(hit) : nounDays(hit);
    const status = due ? plannedStatus(hit, days) : (verb ? verbStatus : nounStatus)(hit, scopeOf(hit), days);
    if (status === null || status === 'denied' || status === 'cancelled') return [];
    if (isMutual(hit)) {
      const own = daysOf(hit, { from: hit.to, to: hit.sentence.to });
      const who = companyOf(doc, present(doc, hit.sentence));
      const both: Party[] = ['CN', 'US'];
      return who.officials
        ? []
        : both.flatMap((host) =>
            drafts(hit, {
              kind: 'leader_meeting',
              status: own === null ? ('agreed' as const) : status,
              days: own,
              more: { host, place: null },
            }),
          );
    }
    const goal = goalOf(hit);
    const host = party(goal?.side);
    const guest = host === null ? undefined : guestOf(hit, host);
    const kind = guest === undefined ? null : kindOf(hit, guest);
    if (kind === null || goal === undefined || (hit.trigger === 'be in' && kind !== 'leader_meeting'))
      return [];
    return drafts(hit, { kind, status, days, more: { host, place: goal.name } });
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
    ['Trump and Xi agreed to visit each other.', { kind: 'leader_meeting', status: 'agreed', host: 'CN' }],
  ],
  no: ['Trump will visit Japan in September.', 'Chinese tourists travelled to the United States in May.'],
});
