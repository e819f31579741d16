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
  return isLead(hit) && !frame.behind && frame.clause.tense !== 'past-perfect';
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

const keyOf = (frame: Frame, headline: boolean): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => {
  const own = { ...clauseKey(frame.clause), negated: frame.verb?.negated === true };
  // Headlines tell in the present what is over.
  const key = headline && own.tense === 'present' ? { ...own, tense: 'past' } : own;
  // "Agreed on a framework to carry out the truce": what is planned is the carrying out.
  const plain = frame.verb !== null && frame.verb.modal === null && !frame.verb.infinitive;
  return plain && key.modality === 'plan' ? { ...key, modality: 'fact', tense: frame.verb.tense } : key;
};

const statusOf = (hit: Hit, pact: Pact, frame: Frame, date: string | null): TruceStatus | null => {
  const when = frame.class === 'reach' && !isNews(hit, frame, date) ? 'old' : 'news';
  // A pact of years ago is history, whatever became of it.
  if (date !== null && ageInDays(hit, date) > HISTORY_DAYS && frame.class !== 'expire') return 'agreed';
  if (frame.class === 'seek' && pact.name === 'Phase One') return null;
  if (wordAt(hit.doc.tokens, hit.to) === ':' && hit.sentence.headline) return 'agreed';
  if (frame.class !== '')
    return truceStatus({ ...keyOf(frame, hit.sentence.headline), class: frame.class, when });
  const under = /^(?:under|during)$/.test(wordAt(hit.doc.tokens, pact.phrase.from - 1));
  if (has(hit.doc, pact.phrase, / (?:former|earlier|previous|old) /)) return null;
  return (pact.definite || under) && (pact.strong || pact.name !== null) ? 'in_force' : null;
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
    'phase one',
    'phase 1',
  ],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    const pact = pactAt(hit);
    if (
      pact === null ||
      !isBilateral(hit.doc) ||
      /^(?:no|had)$/.test(wordAt(hit.doc.tokens, pact.phrase.from)) ||
      wordAt(hit.doc.tokens, pact.phrase.from - 1) === 'had'
    )
      return [];
    const known = pact.definite ? knownBefore(hit.doc, hit.from) : null;
    if (!pact.strong && pact.name === null && known === null) return [];
    const frame = frameOf(hit, pact.phrase);
    const around = span(hit.clause, frame.clause);
    const date = dateIn(hit, frame.clause, hit.clause);
    const told = isOtherName(hit, pact) ? null : statusOf(hit, pact, frame, date);
    if (told === null) return [];
    const status = told === 'in_force' && isToStart(hit) ? 'agreed' : told;
    hit.note('frame', `${frame.class || 'named'} (${frame.verb?.lemma ?? 'no verb'})`);
    return [
      {
        fields: truce({
          status,
          date: date ?? dayOf(hit, status, pact),
          ...details(hit, pact, status, around),
        }),
        evidence: span(pact.phrase, hit),
      },
    ];
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
  ],
  no: [
    'The truce in Gaza holds, China said.',
    'The US and Japan signed a trade deal, and China watched.',
    'China approved the TikTok deal with the US.',
  ],
});
