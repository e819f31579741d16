import { wordAt, type Span } from '../../doc';
import { clauseAt, has, nearest } from '../helpers';
import { rule, type Hit } from '../rule';
import { drafts } from './contact';
import { kindOf, nounParties, type Means } from './parties';
import { daysOf, sites } from './slots';

const NOUN = /^(?:visit|trip|meeting|summit|talks|round|negotiations|review|consultations|call)$/;
const PLANNED = / (?:planned|scheduled|set|due|originally|from|of|slated|fixed) /;

/** The contact that is put off: the noun nearest to the verb in the sentence. */
const nounOf = (hit: Hit): Hit | null => {
  const found: Span[] = [];
  for (let i = hit.sentence.from; i < hit.sentence.to; i += 1)
    if (NOUN.test(wordAt(hit.doc.tokens, i)) && (i < hit.from || i >= hit.to))
      found.push({ from: i, to: i + 1 });
  const noun = nearest(found, hit);
  if (noun === undefined) return null;
  const gap =
    noun.from < hit.from ? { from: noun.to, to: hit.to + 5 } : { from: hit.from - 8, to: noun.from };
  return has(hit.doc, gap, TARIFF)
    ? null
    : {
        ...hit,
        ...noun,
        trigger: wordAt(hit.doc.tokens, noun.from),
        clause: clauseAt(hit.doc.clauses, noun.from) ?? hit.clause,
      };
};

const meansOf = (noun: string): Means =>
  /^(?:talks|round|negotiations|review|consultations)$/.test(noun)
    ? 'talks'
    : /^(?:visit|trip)$/.test(noun)
      ? 'visit'
      : 'person';

/** A duty, or a rise of one, is put off too: it stands nearer than any meeting. */
const TARIFF =
  / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|increases?|rises?|fees?|hikes?|deal|controls|rule|ban|auction) /;

/** The old date stands with "planned for" and the like, else with the noun; the new one after "until" or "to". */
const oldDays = (hit: Hit): ReturnType<typeof daysOf> => {
  const planned = hit.doc.clauses.filter((c) => c.sentence === hit.sentence.i && has(hit.doc, c, PLANNED));
  return daysOf(hit, ...planned, { from: hit.sentence.from, to: hit.from });
};

/** "Trump's visit to China has been postponed", "called off the talks": a contact that does not take place as planned. */
export const putOff = rule({
  id: 'meeting.put-off',
  type: 'meeting',
  triggers: [
    'postponed',
    'postpone',
    'postponing',
    'put off',
    'puts off',
    'delayed',
    'delays',
    'delay',
    'pushed back',
    'pushes back',
    'being moved',
    'moved back',
    'called off',
    'calls off',
    'cancelled',
    'canceled',
    'cancels',
    'cancel',
    'scrapped',
    'shelved',
  ],
  priority: 14,
  confidence: 0.8,
  read: (hit) => {
    const noun = nounOf(hit);
    const at = noun ?? (has(hit.doc, { from: hit.sentence.from, to: hit.from }, / it /) ? hit : null);
    if (at === null) return [];
    const means = noun === null ? 'visit' : meansOf(at.trigger);
    const company = nounParties(at, means);
    const kind = company === null ? null : kindOf(at, company, means);
    if (kind === null) return [];
    const off = /^(?:called|calls|cancel|cancell|scrapped|shelved)/.test(hit.trigger);
    const status = off ? ('cancelled' as const) : ('postponed' as const);
    const place = sites(hit.doc, hit.sentence)[0]?.name ?? null;
    return drafts(at, { kind, status, days: oldDays(hit), more: { place } });
  },
  yes: [
    [
      "Trump's meeting with Xi Jinping, planned for June 20 in Beijing, has been postponed.",
      { kind: 'leader_meeting', status: 'postponed', date: '2025-06-20' },
    ],
    [
      'The United States called off the trade talks with China.',
      { kind: 'trade_talks', status: 'cancelled' },
    ],
    ['US and Chinese negotiators postponed their meeting.', { kind: 'trade_talks', status: 'postponed' }],
  ],
  no: ['Trump postponed his meeting with Modi.', 'The US delayed the tariff on Chinese goods.'],
});
