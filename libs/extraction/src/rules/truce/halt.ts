import { inside, wordAt, type Doc, type Span } from '../../doc';
import { has, isLead } from '../helpers';
import { rule, truce, type Hit } from '../rule';
import { companyOf, isBilateral, isPair, present } from '../meeting/company';
import { nameInText } from './known';
import { dateIn, daysIn, daysInText, newsDay, untilIn, untilInText } from './slots';

const TRADE =
  / (?:tariffs?|duties|levies|trade war|trade dispute|trade fight|trade conflict|tariff war|export controls|quarrel|conflict|hostilities) /;
const AGREES =
  /^(?:agree|call|declare|settle|put|withdraw|halt|suspend|pause|promise|will|announce|say|roll)$/;

/** "Trump and Xi", "the two countries", "they": both at once, not one to the other. */
const asPair = (doc: Doc, part: Span): boolean => {
  const who = present(doc, part);
  return who.some(
    (m, i) =>
      m.side === 'both' ||
      (i > 0 &&
        isPair(companyOf(doc, who.slice(i - 1, i + 1))) &&
        /^(?:and|,|-)$/.test(wordAt(doc.tokens, who[i - 1]?.to ?? 0).replace(/^'s$/, 'and'))) ||
      (wordAt(doc.tokens, m.from - 1) === 'and' && i > 0 && isPair(companyOf(doc, who.slice(0, i + 1)))),
  );
};

/** Both sides do it together: named so before the trigger, or anywhere in the sentence where the quarrel itself is put on hold. */
const together = (hit: Hit): boolean =>
  asPair(hit.doc, { from: hit.sentence.from, to: hit.trigger === 'on hold' ? hit.sentence.to : hit.from }) ||
  (hit.trigger === 'on hold' && has(hit.doc, hit.sentence, / (?:trade|tariff) war /));

/** They agree on it, it is about trade, and no third country's. */
const isAgreed = (hit: Hit): boolean => {
  const { doc, clause, sentence } = hit;
  if (clause.negated || /^(?:possible|wish|condition|question|threat)$/.test(clause.modality)) return false;
  const foreign = present(doc, sentence).some((m) => m.side === 'other' && m.kind !== 'people');
  const led = inside(doc.clauses, sentence).filter((c) => c.from <= hit.from);
  return !foreign && has(doc, sentence, TRADE) && led.some((c) => c.verbs.some((v) => AGREES.test(v.lemma)));
};

/** "A pause runs" tells of one already told. */
const isNoun = (hit: Hit): boolean =>
  /^(?:pause|paused|lower|suspend|slash|withdraw)$/.test(hit.trigger) &&
  !hit.clause.verbs.some((v) => v.at === hit.from);

/** "A deal to roll back tariffs": read as a pact by its noun. */
const isOfPact = (hit: Hit): boolean =>
  has(
    hit.doc,
    { from: Math.max(hit.sentence.from, hit.from - 5), to: hit.from },
    / (?:deal|agreement|pact|truce|accord|framework) /,
  );

const NEWS_MS = 10 * 86_400_000;

const isFresh = (hit: Hit, date: string | null): boolean =>
  date === null || hit.doc.published === null || Date.parse(hit.doc.published) - Date.parse(date) < NEWS_MS;

/** "Agreed to refrain from new tariffs", "put the trade war on hold": a truce that nobody calls by the name. */
export const halt = rule({
  id: 'truce.halt',
  type: 'truce',
  triggers: [
    'refrain from',
    'unwind',
    'roll back',
    'slash',
    'scale back',
    'call halt',
    'called a halt',
    'day halt',
    'halt to',
    'stop adding',
    'stop raising',
    'on hold',
    'hold off',
    'no new tariffs',
    'no more tariffs',
    'no further tariffs',
    'withdraw',
    'stand down',
    'settled for',
    'pause',
    'paused',
    'halt new',
    'halt further',
    'freeze',
    'call a truce',
    'come to terms',
    'came to terms',
    'temporarily lower',
    'lower',
    'suspend',
  ],
  priority: 6,
  confidence: 0.6,
  read: (hit) => {
    if (isNoun(hit) || isOfPact(hit) || !isBilateral(hit.doc) || !together(hit) || !isAgreed(hit)) return [];
    const date = dateIn(hit, hit.clause, hit.sentence);
    return [
      {
        fields: truce({
          status: isFresh(hit, date) && isLead(hit) ? 'agreed' : 'in_force',
          name: nameInText(hit.doc, hit.from, true),
          date: date ?? newsDay(hit),
          until: untilIn(hit, hit.clause) ?? untilInText(hit),
          durationDays: daysIn(hit, hit.sentence) ?? daysInText(hit),
        }),
        evidence: hit,
      },
    ];
  },
  yes: [
    [
      'Trump and Xi agreed on Thursday to refrain from new tariffs.',
      { status: 'agreed', date: '2025-06-05' },
    ],
    [
      'The United States and China will withdraw most of their tariffs for 90 days.',
      { status: 'agreed', durationDays: 90 },
    ],
    [
      'The United States and China agreed on Wednesday to pause their trade war. The pause lasts 90 days.',
      { status: 'agreed', date: '2025-06-04', durationDays: 90 },
    ],
    ['China and the US put their trade war on hold on Wednesday.', { status: 'agreed', date: '2025-06-04' }],
  ],
  no: ['The US put its tariff on Canada on hold, and China took note.', 'China will withdraw its complaint.'],
});
