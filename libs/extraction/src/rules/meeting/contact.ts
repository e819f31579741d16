import { inside, wordAt, type Span } from '../../doc';
import { actOf } from '../../passes/attribution';
import { has, isLead, span } from '../helpers';
import { meeting, type Draft, type Fields, type Hit } from '../rule';
import { isRelative, leadOf } from './lead';
import { type MeetingStatus } from './meeting-status';
import { type Kind } from './parties';
import { daysOf, eachDay, lastDay, minutesOf, newsDay, placeOf, type Days } from './slots';

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
      (c.subject === null || c.subject.from < c.from),
  );

/** Dates of a contact told by a noun: after "after" and the like only what follows. */
export const nounDays = (hit: Hit): Days | null => {
  const lead = leadOf(hit);
  const scope = scopeOf(hit);
  if (lead.apart) return daysOf(hit, { from: lead.at, to: scope.to });
  return daysOf(hit, scope, ...others(hit));
};

export const daysIn = (hit: Hit): Days | null =>
  daysOf(hit, stretch(hit, hit.clause), scopeOf(hit), ...others(hit));

/** Told in the lead, and not as one of former times. */
const isNews = (hit: Hit): boolean =>
  isLead(hit) &&
  hit.clause.tense !== 'past-perfect' &&
  !has(
    hit.doc,
    { from: hit.from - 8, to: hit.to + 6 },
    / (?:last|previous|earlier|first|since|before|ago|former|then) /,
  );

interface Told {
  readonly kind: Kind;
  readonly status: MeetingStatus;
  readonly days: Days | null;
  /** Each date is a contact of its own: "calls of 24 November and 4 February". */
  readonly several?: boolean;
  readonly more?: Partial<Fields['meeting']>;
}

/** The draft of a contact, or one for each date where several are told together. */
export const drafts = (hit: Hit, told: Told): Draft<'meeting'>[] => {
  const { kind, status, days, more } = told;
  const { doc } = hit;
  const scope = scopeOf(hit);
  const held = status === 'held';
  const one = held
    ? (lastDay(doc, days) ?? (days === null && isNews(hit) ? newsDay(hit) : null))
    : (days?.planned ?? null);
  const several = told.several === true ? eachDay(doc, hit.clause) : [];
  const each = several.length > 1 ? several : [one];
  return each.map((date) => ({
    fields: meeting({
      kind,
      status,
      date,
      place: kind === 'leader_call' ? null : placeOf(hit, scope),
      durationMinutes: held ? (minutesOf(doc, scope) ?? minutesOf(doc, hit.sentence)) : null,
      ...more,
    }),
    evidence: hit,
  }));
};
