import { wordAt, type Span } from '../../doc';
import { dates, has, isLead, span } from '../helpers';
import { rule, truce, type Fields, type Hit } from '../rule';
import { isBilateral } from '../meeting/company';
import { knownBefore, nameInText } from './known';
import { frameOf } from './frames';
import { statusOf } from './pact-status';
import { pactAt, type Pact } from './pact';
import { dateIn, daysIn, daysInText, newsDay, reachedInText, untilIn, untilInText } from './slots';
import { type TruceStatus } from './truce-status';

const TO_START = / (?:enters? into force|takes? effect|take effect|come into force|comes into force) /;

/** It is concluded, but begins only on a day to come. */
const isToStart = (hit: Hit): boolean =>
  has(hit.doc, hit.sentence, TO_START) &&
  dates(hit.doc, hit.sentence).some(
    (d) =>
      d.kind === 'day' &&
      d.future !== null &&
      d.future > (hit.doc.published ?? '') &&
      d.role !== 'until' &&
      !d.ofReport &&
      d.past !== d.date,
  );

/** "In principle", "until the agreement takes effect": agreed, and not in force yet. */
const notYet =
  / (?:in principle|(?:until|before|once|when) (?:the|that|this) (?:\w+ ){1,3}(?:takes? effect|comes? into force|is signed)) /;

/** "Still to be written", "yet to be signed": agreed in words at best, so that naming it does not make it stand. */
const unwritten =
  / (?:still|yet|remains?) to be (?:written|signed|drafted|drawn up|finali[sz]ed|put on paper|put in writing|settled|concluded) /;

/** "China calls it the Kuala Lumpur arrangement": another name, no other pact. */
const isOtherName = (hit: Hit, pact: Pact): boolean =>
  hit.trigger === 'arrangement' &&
  has(
    hit.doc,
    { from: Math.max(hit.sentence.from, pact.phrase.from - 8), to: pact.phrase.from },
    / (?:refers?|speaks?|calls?|known|called) /,
  );

const details = (hit: Hit, pact: Pact, status: TruceStatus, around: Span): Partial<Fields['truce']> => {
  const { doc } = hit;
  const runs = /^(?:agreed|in_force|extended|strained)$/.test(status);
  const news = /^(?:agreed|extended|collapsed)$/.test(status);
  return {
    name: pact.name ?? nameInText(doc, hit.from, news) ?? reachedInText(hit).place,
    until: untilIn(hit, around, hit.sentence) ?? (runs ? untilInText(hit) : null),
    durationDays: daysIn(hit, around) ?? (runs ? daysInText(hit) : null),
  };
};

/** The day, where the noun's own clauses do not tell it. */
const dayOf = (hit: Hit, status: TruceStatus, pact: Pact): string | null => {
  if (/^(?:agreed|extended|collapsed)$/.test(status)) return isLead(hit) ? newsDay(hit) : null;
  const others = pact.name !== null && nameInText(hit.doc, hit.from, false) !== pact.name;
  return others ? null : reachedInText(hit).date;
};

/** "No deal", "had the truce lapsed": none that there is. */
const isUnreal = (hit: Hit, pact: Pact): boolean =>
  /^(?:no|had)$/.test(wordAt(hit.doc.tokens, pact.phrase.from)) ||
  wordAt(hit.doc.tokens, pact.phrase.from - 1) === 'had';

/** The pact of the noun, where it is one by its own words or by one told before. */
const knownPact = (hit: Hit): Pact | null => {
  const pact = isBilateral(hit.doc) ? pactAt(hit) : null;
  if (pact === null || isUnreal(hit, pact) || isOtherName(hit, pact)) return null;
  const known = pact.definite && knownBefore(hit.doc, hit.from) !== null;
  return pact.strong || pact.name !== null || known ? pact : null;
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
    'understanding',
    'bargain',
    'settlement',
    'compromise',
    'standstill',
    'moratorium',
    'pause',
    'suspension',
    'reprieve',
    'respite',
    'breather',
    'detente',
    'détente',
    'phase one',
    'phase 1',
  ],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    const pact = knownPact(hit);
    if (pact === null) return [];
    const frame = frameOf(hit, pact.phrase);
    const own = dateIn(hit, frame.clause, hit.clause);
    const told = statusOf(hit, pact, frame, own);
    if (told === null || (told === 'in_force' && has(hit.doc, hit.sentence, unwritten))) return [];
    const ahead = isToStart(hit) || has(hit.doc, hit.sentence, notYet);
    const status = told === 'in_force' && ahead ? 'agreed' : told;
    hit.note('frame', `${frame.class || 'named'} (${frame.verb?.lemma ?? 'no verb'})`);
    const date = own ?? dayOf(hit, status, pact);
    const more = details(hit, pact, status, span(hit.clause, frame.clause));
    return [{ fields: truce({ status, date, ...more }), evidence: span(pact.phrase, hit) }];
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
    [
      'American and Chinese officials discussed the status of the trade deal that both signed in January.',
      { status: 'in_force' },
    ],
    ['Stocks rose as a US-China deal drew near.', { status: 'proposed' }],
    ['Trump and Xi extended their tariff truce by 90 days.', { status: 'extended', durationDays: 90 }],
    ['China said the trade deal with the United States was dead.', { status: 'collapsed' }],
    [
      'The US and China stretched their trade truce on Monday. It will now run until 12:01 a.m. EST on September 10.',
      { status: 'extended', date: '2025-06-02', until: '2025-09-10' },
    ],
    ['Beijing and Washington agreed to seek an extension of their tariff truce.', { status: 'in_force' }],
    ['Trump and Xi agreed to trade war truce.', { status: 'agreed' }],
    [
      'Negotiators of the US and China reached a preliminary consensus in Madrid.',
      { status: 'agreed', name: 'Madrid' },
    ],
    ['The trade truce between China and the United States has run out.', { status: 'expired' }],
    ['The US and China are nearing a trade deal, Mnuchin said.', { status: 'proposed' }],
    ['Gold fell as optimism for a US-China trade deal rose.', { status: 'proposed' }],
    ['A deal with China on tariffs is possible, Bessent said.', { status: 'proposed' }],
    ['Hopes rose for the US and China to strike a preliminary trade deal.', { status: 'proposed' }],
    [
      'China and the US hold to their trade deal. There was no sign that the trade deal was in danger.',
      { status: 'in_force' },
    ],
    [
      'Trump and Xi declared a one-year truce in their trade war in Busan on Thursday.',
      { status: 'agreed', name: 'Busan', durationDays: 365 },
    ],
    [
      'The standstill between Washington and Beijing on tariffs runs until 10 October 2025.',
      { status: 'in_force', until: '2025-10-10' },
    ],
    [
      'The tariff pause between the US and China has been prolonged to September 10.',
      { status: 'extended', until: '2025-09-10' },
    ],
    ['At midnight the pause ran out, and US duties on Chinese goods went back up.', { status: 'expired' }],
    [
      'Trump signed an order that gave the truce between China and the US another 60 days.',
      { status: 'extended' },
    ],
    ["Beijing's move puts at risk the tariff truce with the US.", { status: 'strained' }],
    ['It seemed that the trade truce of China and the US would not last.', { status: 'strained' }],
    ['A trade deal between China and the US is not near, two officials said.', { status: 'proposed' }],
    [
      'The Chinese ministry spoke of the understanding on trade that the US and China struck in London in May.',
      { status: 'in_force', name: 'London' },
    ],
    [
      'China and the United States would sign their trade pact at the beginning of July, Mnuchin said.',
      { status: 'proposed', date: '2025-07' },
    ],
  ],
  no: [
    'The US extended its pause on tariffs for other countries, and China took note.',
    'China and the US signed a memorandum of understanding on fisheries.',
    'The truce in Gaza holds, China said.',
    'The US and Japan signed a trade deal, and China watched.',
    'China approved the TikTok deal with the US.',
    'Rebels agreed to a ceasefire, said mediators; Washington and China took note.',
    'Xi and Trump should act on the important consensus that they reached, Beijing said.',
    'Hearings in Washington turned to the trade agreement talks with China.',
    'In 2019, during a former truce, China had spared American cars.',
    'The text of Phase One, as Washington and Beijing call it, is still to be written.',
  ],
});
