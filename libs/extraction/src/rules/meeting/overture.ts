import { inside, wordAt, type Mention, type Span } from '../../doc';
import { agentOf, has, isActor, opposite, ownerOf, party, type Party } from '../helpers';
import { meeting, rule, type Draft, type Hit } from '../rule';
import { isLeader } from './company';

const CONTACT =
  / (?:talks?|talking|negotiat\w+|dialogue|consultations?|discussions?|meet|meeting|meetings|call|calls|conversation|sit down|speak|round) /;
const CALL = / (?:calls?|phone|speak|ring|conversation) /;

const NOUN = /^(?:overtures?|outreach|feelers|approaches)$/;

/** "American overtures", "overtures from the US side": whose they are. */
const ownerOfNoun = (hit: Hit): Mention | undefined => {
  const behind = /^(?:from|by|of)$/.test(wordAt(hit.doc.tokens, hit.to))
    ? inside(hit.doc.mentions, { from: hit.to, to: hit.to + 6 }).find(isActor)
    : undefined;
  return behind ?? ownerOf(hit.doc, hit) ?? undefined;
};

const whose = (hit: Hit): Mention | null | undefined =>
  NOUN.test(hit.trigger) ? (ownerOfNoun(hit) ?? hit.clause.subject) : agentOf(hit.doc, hit.clause);

/** To whom: named behind the trigger, else anywhere in the sentence; a third country there is whom it is made to. */
const isToOther = (hit: Hit, by: Party): boolean => {
  const near: Span = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 6) };
  const first = inside(hit.doc.mentions, near).find(isActor);
  if (first?.side === 'other') return false;
  return inside(hit.doc.mentions, hit.sentence).some((m) => m.side === opposite(by) || m.side === 'both');
};

/** The presidents' call where one is waited for by the other; else it is for the negotiators. */
const kindOf = (hit: Hit): 'leader_call' | 'trade_talks' => {
  const { doc, sentence } = hit;
  const asked = inside(doc.mentions, { from: hit.to, to: Math.min(sentence.to, hit.to + 4) })[0];
  const byLeader = hit.clause.subject !== null && isLeader(doc, hit.clause.subject);
  return byLeader && asked !== undefined && isLeader(doc, asked) && has(doc, sentence, CALL)
    ? 'leader_call'
    : 'trade_talks';
};

/** "Trump is waiting for Xi to call": the one waits for the other. */
const waits = (hit: Hit): Draft<'meeting'>[] => {
  const { doc, to, clause } = hit;
  const subject = clause.subject;
  const other = inside(doc.mentions, { from: to, to: to + 4 }).find(isActor);
  if (subject === null || other === undefined || party(subject.side) === null) return [];
  if (party(other.side) !== opposite(subject.side) || !has(doc, { from: to, to: to + 9 }, CALL)) return [];
  if (!isLeader(doc, subject) || !isLeader(doc, other)) return [];
  return [{ fields: meeting({ kind: 'leader_call', status: 'proposed' }), evidence: hit }];
};

/** "Washington has reached out for talks", "American overtures": one side seeks to speak to the other. */
export const overture = rule({
  id: 'meeting.overture',
  type: 'meeting',
  triggers: [
    'reached out',
    'reaching out',
    'reaches out',
    'reach out',
    'overture',
    'overtures',
    'outreach',
    'feelers',
    'approached',
    'sent word',
    'waiting for',
    'waits for',
    'waited for',
  ],
  priority: 6,
  confidence: 0.6,
  read: (hit) => {
    if (hit.trigger.startsWith('wait')) return waits(hit);
    const by = party(whose(hit)?.side);
    if (by === null || hit.clause.negated || hit.clause.modality === 'condition') return [];
    if (!isToOther(hit, by) || !has(hit.doc, hit.sentence, CONTACT)) return [];
    return [{ fields: meeting({ kind: kindOf(hit), status: 'proposed', initiator: by }), evidence: hit }];
  },
  yes: [
    [
      'The White House has reached out to Beijing about a new round of tariff talks, an adviser said.',
      { kind: 'trade_talks', status: 'proposed', initiator: 'US' },
    ],
    [
      "China's commerce ministry said it was weighing American overtures for talks on tariffs.",
      { kind: 'trade_talks', status: 'proposed', initiator: 'US' },
    ],
    [
      'Chinese officials have put out feelers in Washington to see whether negotiations on tariffs are possible.',
      { status: 'proposed', initiator: 'CN' },
    ],
    [
      'Trump is still waiting for Xi to call him about the tariffs, aides said.',
      { kind: 'leader_call', status: 'proposed' },
    ],
  ],
  no: [
    'Trump is waiting for Xi to lift the tariffs.',
    'Washington has reached out to Tokyo for talks on tariffs, and China looks on.',
    'China said it had not reached out to the United States for talks.',
    'Exporters in China reached out to their American customers after the tariffs.',
  ],
});
