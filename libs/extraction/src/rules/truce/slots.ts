import { inside, wordAt, type Clause, type DateMention, type Doc, type Span } from '../../doc';
import { clauseAt, dates, has, perDoc, nearest, values } from '../helpers';
import { type Hit } from '../rule';

const DAY_MINUTES = 1440;
const LONGEST_DAYS = 2000;

/** "90-day", "for one year", "of six months", in days; "three weeks ago" is none. */
export const daysIn = (hit: Hit, part: Span): number | null => {
  const found = values(hit.doc, part, 'duration').filter(
    (v) =>
      /^(?:day|week|month|year)$/.test(v.unit) &&
      !/^(?:ago|later|earlier|before|after|remain)$/.test(hit.doc.tokens[v.to]?.lower ?? ''),
  );
  const near = nearest(found, hit);
  const days = near === undefined ? null : Math.round(near.value / DAY_MINUTES);
  return days === null || days > LONGEST_DAYS || days < 3 ? null : days;
};

/** Day on which it ends, told with "until", "expires" and the like. */
export const untilIn = (hit: Hit, ...parts: readonly Span[]): string | null => {
  for (const part of parts) {
    const found = nearest(
      inside(hit.doc.dates, part).filter((d) => d.role === 'until' && d.date !== null),
      hit,
    );
    if (found !== undefined) return found.future ?? found.date;
  }
  return null;
};

const usable = (d: DateMention): boolean => d.role !== 'until' && d.role !== 'by';

/** "Sunday's tariffs": the day of something else. */
const isOfAnother = (hit: Hit, d: DateMention): boolean =>
  wordAt(hit.doc.tokens, d.to) === "'s" && (hit.from < d.from || hit.from - d.to > OWNED);
const OWNED = 5;

/** Day that its verb tells: the nearest date of the verb's clause. */
export const dateIn = (hit: Hit, ...parts: readonly Span[]): string | null => {
  for (const part of parts) {
    const found = nearest(
      dates(hit.doc, part).filter((d) => usable(d) && !isOfAnother(hit, d)),
      hit,
    );
    if (found !== undefined) return behind(hit, found);
  }
  return null;
};

/** "Would sign in January": in a clause on what is to come, and nearer ahead than behind. */
const isToCome = ({ doc }: Hit, { from, past, future }: DateMention): boolean => {
  if (clauseAt(doc.clauses, from)?.tense !== 'future' || doc.published === null) return false;
  const day = Date.parse(doc.published);
  return past === null || future === null || Date.parse(future) - day < day - Date.parse(past);
};

/** Of a month that lies ahead or behind: the one behind, unless the clause tells what is to come ("would sign in January"). */
const behind = (hit: Hit, d: DateMention): string | null =>
  !isToCome(hit, d) && d.date !== null && hit.doc.published !== null && d.date > hit.doc.published
    ? d.past
    : d.date;

/** What is told elsewhere is looked for in so many sentences from the top: a longer text is no longer one story. */
const STORY_SENTENCES = 80;

const PACT =
  / (?:truce|ceasefire|cease - fire|standstill|understanding|bargain|deal|agreement|accord|pact|framework|arrangement|phase|pause|suspension|reprieve|halt|(?:it|they|which) (?:will (?:now )?)?(?:expires?|lapses?|runs?|ends?|lasts?)|90 days|ninety days|deadline) /;

/** The sentences that speak of a pact, of those that are looked through. */
const ofPact = perDoc((doc) => doc.sentences.slice(0, STORY_SENTENCES).filter((s) => has(doc, s, PACT)));

/** End told elsewhere: a day to come after "until" and the like, in a sentence that speaks of the pact. */
export const untilInText = (hit: Hit): string | null => {
  const { doc } = hit;
  for (const s of ofPact(doc)) {
    const found = inside(doc.dates, s).find(
      (d) =>
        d.kind === 'day' &&
        (d.role === 'until' || d.role === 'by') &&
        (d.future ?? '') > (doc.published ?? ''),
    );
    if (found !== undefined) return found.future;
  }
  return null;
};

/** Length told elsewhere, in a sentence that speaks of the pact. */
export const daysInText = (hit: Hit): number | null => {
  for (const s of ofPact(hit.doc)) {
    const days = daysIn(hit, s);
    if (days !== null) return days;
  }
  return null;
};

const LEAD_SENTENCES = 4;
const NEWS_MS = 10 * 86_400_000;

/** Day of the news: a day of the sentence, else of the lead, not long before publication. */
export const newsDay = (hit: Hit): string | null => {
  const { doc, sentence } = hit;
  for (const s of [sentence, ...doc.sentences.slice(0, LEAD_SENTENCES)]) {
    const found = inside(doc.dates, s).find(
      (d) =>
        d.kind === 'day' &&
        d.role !== 'until' &&
        d.past !== null &&
        (d.ofReport || d.date === d.past) &&
        !isOfAnother(hit, d) &&
        isRecent(doc, d.past),
    );
    if (found !== undefined) return found.past;
  }
  return null;
};

const isRecent = (doc: Doc, day: string): boolean =>
  doc.published !== null && day <= doc.published && Date.parse(doc.published) - Date.parse(day) <= NEWS_MS;

const REACHED = / (?:agreed|struck|reached|concluded|signed|made|settled|sealed|announced|called) /;

/** Does the date stand with the verb that tells of it, and not with the tariffs of the next clause? */
const isOfReaching = (doc: Doc, sentence: Span, d: DateMention): boolean => {
  const own: Clause | undefined = inside(doc.clauses, sentence).find((c) => c.from <= d.from && d.to <= c.to);
  return own === undefined || own.verbs.length === 0 || has(doc, own, REACHED) || has(doc, own, PACT);
};

/** Where and when the pact was reached, told in a sentence of its own. */
export const reachedInText = (hit: Hit): { readonly place: string | null; readonly date: string | null } => {
  const { doc } = hit;
  for (const s of ofPact(doc)) {
    if (!has(doc, s, REACHED)) continue;
    const date = dates(doc, s).find(
      (d) =>
        d.role === 'at' && d.past !== null && d.past <= (doc.published ?? d.past) && isOfReaching(doc, s, d),
    );
    const place = inside(doc.mentions, s).find(
      (m) => m.kind === 'place' && /^(?:in|at)$/.test(doc.tokens[m.from - 1]?.lower ?? ''),
    );
    if (date !== undefined || place !== undefined)
      return { place: place?.name ?? null, date: date?.past ?? null };
  }
  return { place: null, date: null };
};
