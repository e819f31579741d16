import { inside, wordAt, type Span } from '../../doc';
import { clauseAt, has, nearest, words } from '../helpers';
import { rule, type Hit } from '../rule';
import { drafts } from './contact';
import { kindOf, nounParties, type Means } from './parties';
import { daysOf, sites } from './slots';

const NOUN =
  /^(?:visit|trip|journey|meeting|summit|talks|round|negotiations|review|consultations|call|videoconference|conference|session|dinner|dialogue|conversation)$/;
const PLANNED = / (?:planned|scheduled|set|due|originally|from|of|slated|fixed) /;

/** So far from its verb the noun may stand: after an active one, before a passive one. */
const OBJECT = 7;
const SUBJECT = 20;

const nounIn = (hit: Hit, part: Span): Span | undefined => {
  const found: Span[] = [];
  for (let i = Math.max(part.from, hit.sentence.from); i < Math.min(part.to, hit.sentence.to); i += 1)
    if (NOUN.test(wordAt(hit.doc.tokens, i))) found.push({ from: i, to: i + 1 });
  return nearest(found, hit);
};

const isPassive = (hit: Hit): boolean => {
  const verb = hit.clause.verbs.find((v) => v.at >= hit.from && v.at < hit.to);
  return verb === undefined || verb.passive || hit.trigger.startsWith('slip');
};

/** The contact that is put off: object after the verb, subject before a passive one. A tariff in between is what is meant. */
const nounOf = (hit: Hit): Hit | null => {
  const after = isPassive(hit) ? undefined : nounIn(hit, { from: hit.to, to: hit.to + OBJECT });
  const reach = isPassive(hit) ? SUBJECT : 1;
  // What is "on hold" stands in its own clause.
  const start = hit.trigger.startsWith('on ')
    ? Math.max(hit.clause.from, hit.from - reach)
    : hit.from - reach;
  const noun = after ?? nounIn(hit, { from: start, to: hit.from });
  if (noun === undefined) return null;
  const gap = noun.from < hit.from ? { from: noun.to, to: hit.from } : { from: hit.to, to: noun.from };
  if (has(hit.doc, gap, TARIFF) || has(hit.doc, gap, / (?:until|after) /)) return null;
  const clause = clauseAt(hit.doc.clauses, noun.from) ?? hit.clause;
  return { ...hit, ...noun, trigger: wordAt(hit.doc.tokens, noun.from), clause };
};

/** "It has been postponed": the contact was told before. */
const isIt = (hit: Hit): boolean =>
  isPassive(hit) &&
  has(hit.doc, { from: Math.max(hit.sentence.from, hit.from - 14), to: hit.from }, / it /) &&
  !has(hit.doc, hit.sentence, TARIFF);

const PUT_OFF = new Set([
  'postponed',
  'postpone',
  'postponing',
  'put',
  'puts',
  'putting',
  'delayed',
  'pushed',
  'called',
  'calls',
  'cancelled',
  'canceled',
  'scrapped',
  'moved',
  'hold',
  'ice',
]);

/** "Put off", "postponed", "on hold": the words at a place that put something off, or null. */
const putsOffAt = ({ doc }: Hit, i: number): Span | null => {
  const word = wordAt(doc.tokens, i);
  if (!PUT_OFF.has(word)) return null;
  if (ON_HOLD.test(word)) return wordAt(doc.tokens, i - 1) === 'on' ? { from: i - 1, to: i + 1 } : null;
  const off = /^(?:off|back)$/.test(wordAt(doc.tokens, i + 1));
  if (/^(?:put|puts|putting|called|calls|pushed)$/.test(word) && !off) return null;
  return { from: i, to: off ? i + 2 : i + 1 };
};
const ON_HOLD = /^(?:hold|ice)$/;

/** Is this noun the one that a verb of its sentence puts off? Then no other rule reads it. */
export const isPutOff = (hit: Hit): boolean => {
  for (let i = hit.sentence.from; i < hit.sentence.to; i += 1) {
    const off = putsOffAt(hit, i);
    if (off === null) continue;
    const clause = clauseAt(hit.doc.clauses, i) ?? hit.clause;
    if (clause.negated) continue;
    const trigger = words(hit.doc, off);
    if (nounOf({ ...hit, ...off, trigger, clause })?.from === hit.from) return true;
  }
  return false;
};

const meansOf = (noun: string): Means =>
  /^(?:talks|round|negotiations|review|consultations|session|dialogue)$/.test(noun)
    ? 'talks'
    : /^(?:visit|trip)$/.test(noun)
      ? 'visit'
      : 'person';

/** A duty, or a rise of one, is put off too: it stands nearer than any meeting. */
const TARIFF =
  / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|increases?|rises?|fees?|hikes?|deal|controls|rule|ban|auction) /;

/** The old date stands with "planned for" and the like, else with the noun; the new one after "until" or "to". */
const oldDays = (hit: Hit): ReturnType<typeof daysOf> => {
  const planned = inside(hit.doc.clauses, hit.sentence).filter((c) => has(hit.doc, c, PLANNED));
  return daysOf(hit, ...planned, { from: hit.sentence.from, to: hit.from });
};

/** So many sentences around may tell when it was to have been. */
const AROUND = 4;
const WAS_TO =
  / (?:would have|was to have|were to have|was to|were to|was due|were due|had been (?:due|set|planned|scheduled)|originally) /;

/** "It would have been held from March 31": the old day in a sentence of its own. */
const daysElsewhere = (hit: Hit): ReturnType<typeof daysOf> => {
  const near = hit.doc.sentences.slice(Math.max(0, hit.sentence.i - AROUND), hit.sentence.i + AROUND);
  const told = near.find(
    (s) => has(hit.doc, s, WAS_TO) && has(hit.doc, s, / (?:visit|trip|meeting|summit|talks|it) /),
  );
  return told === undefined ? null : daysOf({ ...hit, from: told.from, to: told.from }, told);
};

/** "A trip to China", "his Beijing visit": where it was to go. */
const goalOf = (at: Hit): string | null => {
  const named = inside(at.doc.mentions, { from: at.from - 2, to: at.from }).find((m) => m.to === at.from);
  const behind =
    wordAt(at.doc.tokens, at.to) === 'to'
      ? inside(at.doc.mentions, { from: at.to, to: at.to + 4 })[0]
      : undefined;
  const goal = behind ?? named;
  return goal?.kind === 'country' || goal?.kind === 'capital' ? goal.name : null;
};

const placeOf = (at: Hit): string | null => goalOf(at) ?? sites(at.doc, at.sentence)[0]?.name ?? null;

/** "His threat to cancel the meeting": it still stands. */
const isFeared = (hit: Hit): boolean =>
  /^(?:threat|possible|condition|question)$/.test(hit.clause.modality) ||
  has(
    hit.doc,
    { from: hit.from - 4, to: hit.from },
    / (?:threats?|threatened|threatens|threatening|could|might|may) /,
  );

/** "Pushed the trip back": only with "back" behind it. */
const isBack = (hit: Hit): boolean =>
  !hit.trigger.startsWith('push') ||
  has(hit.doc, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 9) }, / back /);

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
    'pushed',
    'pushes',
    'push',
    'pushing',
    'slips',
    'slipped',
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
    'on hold',
    'on ice',
  ],
  priority: 14,
  confidence: 0.8,
  read: (hit) => {
    if (hit.clause.negated || !isBack(hit) || isFeared(hit)) return [];
    const noun = nounOf(hit);
    const at = noun ?? (isIt(hit) ? hit : null);
    if (at === null) return [];
    const means = noun === null ? 'visit' : meansOf(at.trigger);
    const company = nounParties(at, means);
    const kind = company === null ? null : kindOf(at, company, means);
    if (kind === null) return [];
    const off = /^(?:called|calls|cancel|cancell|scrapped|shelved)/.test(hit.trigger);
    const status = off ? ('cancelled' as const) : ('postponed' as const);
    return drafts(at, {
      kind,
      status,
      days: oldDays(hit) ?? daysElsewhere(hit),
      more: { place: placeOf(at) },
    });
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
    [
      'Trump pushed his Beijing trip back by a month. It was to have begun on June 20.',
      { kind: 'leader_meeting', status: 'postponed', date: '2025-06-20', place: 'Beijing' },
    ],
    ["Trump's visit to China slips as the Gulf burns.", { status: 'postponed', place: 'China' }],
    ['US and Chinese negotiators postponed their meeting.', { kind: 'trade_talks', status: 'postponed' }],
  ],
  no: [
    'Analysts spoke of his threat to cancel the meeting of Trump and Xi.',
    'Trump postponed his meeting with Modi.',
    'The US delayed the tariff on Chinese goods.',
  ],
});
