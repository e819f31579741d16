import { type Doc, type Mention, type Span } from '../../doc';
import { mentions, nearest } from '../helpers';

/** How far from the trigger the thing may stand: a compound before it, a phrase after it. */
const BEFORE = 5;
const AFTER = 14;

/** Products and firms around a trigger that belong to it, in the order of the text, each once. */
export const thingsOf = (doc: Doc, trigger: Span, within: Span): Mention[] => {
  const part = {
    from: Math.max(within.from, trigger.from - BEFORE),
    to: Math.min(within.to, trigger.to + AFTER),
  };
  const found = mentions(doc, part, 'product', 'firm');
  return found.filter((m, i) => found.findIndex((other) => other.name === m.name) === i);
};

/** "gallium, germanium and antimony": what a measure is about, or what it is called where nothing is named. */
export const subjectOf = (things: readonly Mention[], otherwise: string): string => {
  const names = things.map((m) => m.name.toLowerCase()).slice(0, 4);
  const last = names[names.length - 1];
  if (last === undefined) return otherwise;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** The evidence: from the trigger to the nearest thing that it is about. */
export const withThing = (trigger: Span, things: readonly Mention[]): readonly Span[] => {
  const close = nearest(things, trigger);
  return close === undefined ? [trigger] : [trigger, close];
};

/** Names that say no more than the kind does. */
const plain =
  /^(?:exports|technology|imports|port fees|us goods|us goods and services|restrictive measures)$/;

const partsOf = (subject: string): string[] => subject.split(/, | and /);

/** Do two subjects name one thing: alike, one of them plain, or one of them within the other's list? */
export const sameSubject = (a: string, b: string): boolean => {
  if (a === b || plain.test(a) || plain.test(b)) return true;
  const [few, many] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length);
  return few?.length === 1 && many?.includes(few[0] ?? '') === true;
};
