import { inside, tokenAt, wordAt, type Clause, type Span } from '../../doc';
import { actOf } from '../../passes/attribution';
import { has, isLead, span } from '../helpers';
import { meeting, type Draft, type Fields, type Hit } from '../rule';
import { isDisclaimed } from './disclaimed';
import { isRelative, leadOf } from './lead';
import { type MeetingStatus } from './meeting-status';
import { type Kind } from './parties';
import { datelinePlace, daysOf, eachDay, lastDay, minutesOf, newsDay, placeOf, type Days } from './slots';

/** The stretch between semicolons around a hit, up to "since": what follows that is of another day. */
const stretch = (hit: Hit, part: Span): Span => {
  let { from, to } = part;
  for (let i = part.from; i < part.to; i += 1) {
    const word = wordAt(hit.doc.tokens, i);
    if (word !== ';' && !(word === 'since' && i > hit.to)) continue;
    if (i < hit.from) from = i + 1;
    else to = Math.min(to, i);
  }
  return { from, to };
};

const LASTS = /^(?:end|begin|start|open|close|conclude|last|finish|run|take|continue|go)$/;

/** Clause of the trigger, with the one that goes on about it: "talks in Washington | that ended Friday". */
export const scopeOf = (hit: Hit): Span => {
  const next = hit.doc.clauses[hit.clause.i + 1];
  const goesOn =
    next?.sentence === hit.sentence.i &&
    (isRelative(hit, next) || next.verbs.some((v) => LASTS.test(v.lemma)));
  return stretch(hit, goesOn ? span(hit.clause, next) : hit.clause);
};

/** Clauses of the sentence that may hold the date: none of speech, none that tells since when, none with a subject of its own. */
const others = (hit: Hit): Span[] =>
  inside(hit.doc.clauses, hit.sentence).filter(
    (c) =>
      c !== hit.clause &&
      c.opener !== 'since' &&
      actOf(c) === null &&
      (c.subject === null || c.subject.from < c.from) &&
      !isOfAnother(hit, c),
  );

/** "The deal, which was launched in 2020": a relative clause far behind the trigger is about something else. */
const RELATIVE_REACH = 8;
const isOfAnother = (hit: Hit, c: Clause): boolean =>
  /^(?:which|that|who)$/.test(c.opener) && (c.from < hit.from || c.from - hit.to > RELATIVE_REACH);

/** "Traded barbs on Thursday | as talks got under way": the day of the main clause is that of the talks. */
const mainOf = (hit: Hit): Span[] => {
  const main = hit.doc.clauses[hit.clause.i - 1];
  return /^(?:as|when|while)$/.test(hit.clause.opener) && main?.sentence === hit.sentence.i ? [main] : [];
};

/** Dates of a contact told by a noun: after "after" and the like only what follows. */
export const nounDays = (hit: Hit): Days | null => {
  const lead = leadOf(hit);
  const scope = scopeOf(hit);
  if (lead.apart) return daysOf(hit, { from: lead.at, to: scope.to });
  return daysOf(hit, scope, ...others(hit), ...mainOf(hit));
};

export const daysIn = (hit: Hit): Days | null =>
  daysOf(hit, stretch(hit, hit.clause), scopeOf(hit), ...(isVague(hit) ? [] : others(hit)));

/** "At a later date" leaves no day for another clause to tell. */
const isVague = ({ doc, clause }: Hit): boolean => inside(doc.dates, clause).some((d) => d.kind === 'vague');

/** "At the Woodside Summit": one that has a name is known from before. */
const isNamed = ({ doc, from }: Hit): boolean =>
  tokenAt(doc.tokens, from).capital &&
  inside(doc.mentions, { from: from - 4, to: from }).some((m) => m.kind === 'place' && m.to === from);

/** Told in the lead, and not as one of former times. */
const isNews = (hit: Hit): boolean =>
  isLead(hit) &&
  !isNamed(hit) &&
  hit.clause.tense !== 'past-perfect' &&
  !has(
    hit.doc,
    { from: hit.from - 8, to: hit.to + 6 },
    / (?:last|previous|earlier|first|since|before|ago|former|then|failed|stalled|collapsed|(?:days?|weeks?|months?|year) (?:after|later)) /,
  );

/** Of what is under way, "is hosting", "are meeting", with no day told: the day of publication. */
const underWay = (hit: Hit): string | null => {
  const verb = hit.clause.verbs[0];
  const now = verb?.progressive === true && hit.clause.tense === 'present';
  return now && isNews(hit) ? hit.doc.published : null;
};

const FORMER_MS = 60 * 86_400_000;

/** "Held talks on November 9, 2023, ahead of the meeting of the two": of the year of what it is told beside, and no news. */
const yearBeside = ({ doc, clause }: Hit): string | null => {
  const { published } = doc;
  const former = inside(doc.dates, clause).find(
    ({ date, past, future, kind, role }) =>
      kind === 'day' &&
      role === 'at' &&
      past === future &&
      date !== null &&
      published !== null &&
      Date.parse(published) - Date.parse(date) > FORMER_MS,
  );
  return former?.date?.slice(0, 4) ?? null;
};

const heldOn = (hit: Hit, days: Days | null): string | null => {
  const told = lastDay(hit.doc, days);
  if (told !== null || days !== null) return told;
  return yearBeside(hit) ?? (isNews(hit) ? (newsDay(hit) ?? underWay(hit)) : null);
};

interface Told {
  readonly kind: Kind;
  readonly status: MeetingStatus;
  readonly days: Days | null;
  /** Each date is a contact of its own: "calls of 24 November and 4 February". */
  readonly several?: boolean;
  readonly more?: Partial<Fields['meeting']>;
}

/** Of what was held on the day of the news: where the report was written. */
const newsPlace = (hit: Hit, day: string | null): string | null =>
  day !== null && isNews(hit) && day === newsDay(hit) ? datelinePlace(hit) : null;

/** The draft of a contact, or one for each date where several are told together. */
export const drafts = (hit: Hit, told: Told): Draft<'meeting'>[] => {
  const { kind, status, days, more } = told;
  const { doc } = hit;
  if (status === 'held' && isDisclaimed(hit, days)) return [];
  const scope = scopeOf(hit);
  const held = status === 'held';
  const one = held ? heldOn(hit, days) : (days?.planned ?? null);
  const site = kind === 'leader_call' ? null : (placeOf(hit, scope) ?? newsPlace(hit, held ? one : null));
  const several = told.several === true ? eachDay(doc, hit.clause) : [];
  const each = several.length > 1 ? several : [one];
  return each.map((date) => ({
    fields: meeting({
      kind,
      status,
      date,
      place: site,
      durationMinutes: held ? (minutesOf(doc, scope) ?? minutesOf(doc, hit.sentence)) : null,
      ...more,
    }),
    evidence: hit,
  }));
};
