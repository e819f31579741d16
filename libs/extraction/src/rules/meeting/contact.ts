import { type Span } from '../../doc';
import { span } from '../helpers';
import { meeting, type Draft, type Fields, type Hit } from '../rule';
import { type MeetingStatus } from './meeting-status';
import { type Kind } from './parties';
import { daysOf, eachDay, lastDay, minutesOf, placeOf, type Days } from './slots';

const LASTS = /^(?:end|begin|start|open|close|conclude|last|finish|run|take|continue|go)$/;

/** Clause of the trigger, with the one that goes on about it: "talks in Washington | that ended Friday". */
export const scopeOf = (hit: Hit): Span => {
  const next = hit.doc.clauses[hit.clause.i + 1];
  const goesOn =
    next?.sentence === hit.sentence.i &&
    (/^(?:that|which)$/.test(next.opener) || next.verbs.some((v) => LASTS.test(v.lemma)));
  return goesOn ? span(hit.clause, next) : hit.clause;
};

export const daysIn = (hit: Hit): Days | null => daysOf(hit, hit.clause, scopeOf(hit), hit.sentence);

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
  const one = held ? lastDay(doc, days) : (days?.planned ?? null);
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
