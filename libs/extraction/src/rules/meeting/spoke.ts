import { inside, wordAt, type Doc, type Span } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';

/** By telephone or video, rather than in a room. */
const PHONE =
  / (?:phone|telephone|telephoned|phoned|video|videoconference|teleconference|virtual|virtually|videolink|online|call|calls|rang|on the line) /;

export const byPhone = (doc: Doc, part: Span): boolean => has(doc, part, PHONE);

/** "A call" of the telephone: not "called on", "a call for", "calls by farmers"; yet "a call on Friday", "a call to Xi". */
export const isNounCall = (hit: Hit): boolean => {
  if (!hit.trigger.startsWith('call')) return true;
  if (hit.clause.verbs.some((v) => v.at === hit.from)) return false;
  const { doc, to } = hit;
  const next = wordAt(doc.tokens, to);
  const behind = { from: to + 1, to: to + 5 };
  if (next === 'on') return inside(doc.dates, behind).some((d) => d.from === behind.from);
  if (next === 'to')
    return inside(doc.mentions, behind).some((m) => m.from === behind.from && m.kind === 'person');
  return !/^(?:for|by|it|him|them)$/.test(next);
};
