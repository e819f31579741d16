import { wordAt, type Doc, type Span } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';

/** By telephone or video, rather than in a room. */
const PHONE =
  / (?:phone|telephone|telephoned|phoned|video|videoconference|virtual|virtually|videolink|call|calls|rang) /;

export const byPhone = (doc: Doc, part: Span): boolean => has(doc, part, PHONE);

/** "A call" of the telephone: not "called on", "a call for", "calls by farmers". */
export const isNounCall = (hit: Hit): boolean => {
  if (!hit.trigger.startsWith('call')) return true;
  const next = wordAt(hit.doc.tokens, hit.to);
  return !/^(?:for|on|to|by|it|him|them)$/.test(next) && !hit.clause.verbs.some((v) => v.at === hit.from);
};
