import { wordAt, type Span } from '../../doc';
import { dates, has, isLead, span } from '../helpers';
import { rule, truce, type Fields, type Hit } from '../rule';
import { clauseKey, type StatusKey } from '../status';
import { isBilateral } from '../meeting/company';
import { knownBefore, nameInText } from './known';
import { frameOf, type Frame } from './frames';
import { pactAt, type Pact } from './pact';
import { dateIn, daysIn, daysInText, newsDay, reachedInText, untilIn, untilInText } from './slots';
import { truceStatus, type TruceStatus } from './truce-status';

/** A pact of so many days ago is still news; an older one is background. */
const NEWS_DAYS = 10;

const HISTORY_DAYS = 700;

const ageInDays = (hit: Hit, date: string): number => {
  const day = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
  return (Date.parse(hit.doc.published ?? day) - Date.parse(day)) / 86_400_000;
};

/** Was it concluded just now? By its date, else by where and how the text tells it. */
const isNews = (hit: Hit, frame: Frame, date: string | null): boolean => {
  const { published } = hit.doc;
  if (date?.length === 10) return ageInDays(hit, date) <= NEWS_DAYS;
  if (date !== null) return date === published?.slice(0, 7) && !frame.behind;
  return (
    isLead(hit) && !frame.behind && (frame.clause.tense !== 'past-perfect' || frame.clause.speaker !== null)
  );
};

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

/** "Optimism for the two to strike a deal", "as they sign the pact": not yet, unless somebody "managed to". */
const isToBeReached = ({ verb, clause }: Frame): boolean => {
  if (verb === null || verb.tense === 'past') return false;
  const head = clause.verbs[0];
  if (verb.infinitive)
    return head !== verb && !/^(?:manage|help|work|come|gather|meet|go)$/.test(head?.lemma ?? '');
  return /^(?:as|when|once|until)$/.test(clause.opener) && clause.tense === 'present';
};

const keyOf = (frame: Frame, headline: boolean): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => {
  const own = { ...clauseKey(frame.clause), negated: frame.verb?.negated === true };
  // Headlines tell in the present what is over.
  const key = headline && own.tense === 'present' ? { ...own, tense: 'past' } : own;
  if (frame.class === 'reach' && key.modality === 'fact' && isToBeReached(frame))
    return { ...key, modality: 'plan' };
  // "Agreed on a framework to carry out the truce": what is planned is the carrying out.
  const plain = frame.verb !== null && frame.verb.modal === null && !frame.verb.infinitive;
  return plain && key.modality === 'plan' ? { ...key, modality: 'fact', tense: frame.verb.tense } : key;
};

/** "In principle", "until the agreement takes effect": agreed, and not in force yet. */
const notYet =
  / (?:in principle|(?:until|before|once|when) (?:the|that|this) (?:\w+ ){1,3}(?:takes? effect|comes? into force|is signed)) /;

/** "Still to be written", "yet to be signed": agreed in words at best, so that naming it does not make it stand. */
const unwritten =
  / (?:still|yet|remains?) to be (?:written|signed|drafted|drawn up|finali[sz]ed|put on paper|put in writing|settled|concluded) /;

/** "Accused China of breaking the terms of their truce": read as a charge. */
const BROKEN =
  / (?:violat\w+|breach\w*|breaking|broken|broke|undermin\w+|flout\w+|reneg\w+|slow - rolling|compliance with) /;

/** Named without a verb that says more: it stands. */
const standing = (hit: Hit, pact: Pact): TruceStatus | null => {
  const before = { from: Math.max(hit.sentence.from, pact.phrase.from - 5), to: pact.phrase.from };
  if (has(hit.doc, before, BROKEN)) return null;
  if (has(hit.doc, pact.phrase, / (?:former|earlier|previous|old) /)) return null;
  const under = /^(?:under|during)$/.test(wordAt(hit.doc.tokens, pact.phrase.from - 1));
  return (pact.definite || under) && (pact.strong || pact.name !== null) ? 'in_force' : null;
};

const isHistory = (hit: Hit, frame: Frame, date: string | null): boolean =>
  date !== null && ageInDays(hit, date) > HISTORY_DAYS && frame.class !== 'expire';

const statusOf = (hit: Hit, pact: Pact, frame: Frame, date: string | null): TruceStatus | null => {
  const former = has(hit.doc, pact.phrase, / (?:former|old|bygone) /);
  if (former && /^(?:|keep|start)$/.test(frame.class)) return null;
  // A pact of years ago is history, whatever became of it.
  if (isHistory(hit, frame, date)) return 'agreed';
  if (frame.class === 'seek' && pact.name === 'Phase One') return null;
  const { headline } = hit.sentence;
  if (headline && wordAt(hit.doc.tokens, hit.to) === ':') return 'agreed';
  if (frame.class === '') return standing(hit, pact);
  const when = frame.class === 'reach' && !isNews(hit, frame, date) ? 'old' : 'news';
  return truceStatus({ class: frame.class, when, ...keyOf(frame, headline) }, hit.note);
};

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
  ],
  no: [
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
