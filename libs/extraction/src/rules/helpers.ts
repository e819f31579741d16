import {
  inside,
  tokenAt,
  wordAt,
  type Clause,
  type DateMention,
  type Doc,
  type Mention,
  type MentionKind,
  type Side,
  type Span,
  type Value,
  type ValueKind,
} from '../doc';
import { isActor } from '../passes/clauses';
import { clauseAt } from '../passes/choose-dates';
import { type Hit } from './rule';

export { clauseAt, isActor };

export type Party = 'US' | 'CN';

/** `US` or `CN`, else null: both sides and third parties are no party. */
export const party = (side: Side | null | undefined): Party | null =>
  side === 'US' || side === 'CN' ? side : null;
export const opposite = (side: Side | null | undefined): Party | null =>
  side === 'US' ? 'CN' : side === 'CN' ? 'US' : null;

/** Smallest span over all that are given. */
export const span = (...parts: readonly Span[]): Span => ({
  from: Math.min(...parts.map((p) => p.from)),
  to: Math.max(...parts.map((p) => p.to)),
});

const gap = (a: Span, b: Span): number =>
  a.to <= b.from ? b.from - a.to : b.to <= a.from ? a.from - b.to : 0;

/** The thing nearest to a place in the text, or undefined. */
export const nearest = <T extends Span>(items: readonly T[], to: Span): T | undefined =>
  items.reduce<T | undefined>(
    (best, item) => (best === undefined || gap(item, to) < gap(best, to) ? item : best),
    undefined,
  );

/** All words of a document in one line, a space around each, and where each begins in it. */
interface Line {
  readonly text: string;
  readonly starts: readonly number[];
}

let current: Doc | null = null;
const forgetters: (() => void)[] = [];

/**
 * What is asked of a whole document again and again, worked out once for each. Documents are read one after the other, so only
 * what was found in the last is kept: in a WeakMap each lived until the old generation was collected, which cost more than the work.
 */
export const perDoc = <T>(work: (doc: Doc) => T): ((doc: Doc) => T) => {
  let kept: { readonly found: T } | null = null;
  forgetters.push(() => {
    kept = null;
  });
  return (doc) => {
    if (doc !== current) {
      for (const forget of forgetters) forget();
      current = doc;
    }
    kept ??= { found: work(doc) };
    return kept.found;
  };
};

const lineOf = perDoc((doc): Line => {
  const starts: number[] = [];
  let at = 1;
  for (const token of doc.tokens) {
    starts.push(at);
    at += token.lower.length + 1;
  }
  starts.push(at);
  return { text: ` ${doc.tokens.map((t) => t.lower).join(' ')} `, starts };
});

/** Where the words of a span stand in the line; empty where the span is. */
const placeIn = (line: Line, part: Span): readonly [from: number, to: number] => {
  const last = line.starts.length - 1;
  const from = line.starts[Math.max(0, Math.min(part.from, last))] ?? 0;
  const to = line.starts[Math.max(0, Math.min(part.to, last))] ?? 0;
  return [from, Math.max(from, to - 1)];
};

/** Lower-case words of a span, joined by single spaces: for short tests by regular expression. */
export const words = (doc: Doc, part: Span): string => {
  const line = lineOf(doc);
  return line.text.slice(...placeIn(line, part));
};

/** The text of a span exactly as normalised. */
export const textOf = (doc: Doc, part: Span): string =>
  doc.text.slice(tokenAt(doc.tokens, part.from).start, tokenAt(doc.tokens, part.to - 1).end);

/** Is one of these words or phrases in the span? Whole words, hyphens as " - ". */
export const has = (doc: Doc, part: Span, phrase: RegExp): boolean => {
  const line = lineOf(doc);
  const [from, to] = placeIn(line, part);
  return phrase.test(to > from ? line.text.slice(from - 1, to + 1) : '  ');
};

export const mentions = (doc: Doc, part: Span, ...kinds: readonly MentionKind[]): Mention[] =>
  inside(doc.mentions, part).filter((m) => kinds.length === 0 || kinds.includes(m.kind));
/** Actors of a span: sides, persons, institutions, resolved pronouns; no places. */
export const actors = (doc: Doc, part: Span): Mention[] => inside(doc.mentions, part).filter(isActor);
/** Numbers of a span; the old rate of a pair and the lower end of a range are left out. */
export const values = (doc: Doc, part: Span, kind: ValueKind): Value[] =>
  inside(doc.values, part).filter((v) => v.kind === kind && v.role === 'main');
/** Dates of a span that say when something happens: no windows, no day of a statement. */
export const dates = (doc: Doc, part: Span): DateMention[] =>
  inside(doc.dates, part).filter((d) => d.date !== null && !d.ofReport);

/** When: the nearest date of the clause, else of the sentence, `until` dates aside. */
export const dateOf = (hit: Hit, near: Span = hit): string | null => {
  const when = (part: Span): DateMention[] => dates(hit.doc, part).filter((d) => d.role !== 'until');
  const found = nearest(when(hit.clause), near) ?? nearest(when(hit.sentence), near);
  if (found !== undefined)
    hit.note('date', `${textOf(hit.doc, found)} = ${found.date ?? ''} (${hit.clause.tense})`);
  return found?.date ?? null;
};

/** Who does it: the subject of an active clause, "by X" of a passive one. Null where nobody is named. */
export const agentOf = (doc: Doc, clause: Clause): Mention | null => {
  const last = clause.verbs[clause.verbs.length - 1];
  if (last?.passive !== true) return clause.subject;
  for (let i = last.to; i < clause.to; i += 1) {
    if (wordAt(doc.tokens, i) === 'by')
      return actors(doc, { from: i, to: Math.min(i + 5, clause.to) })[0] ?? null;
  }
  return null;
};

/** Owner right before a noun: "China's duties", "American tariffs", "Trump's new levy". Looks back over at most six words. */
export const ownerOf = (doc: Doc, noun: Span): Mention | null => {
  const before = actors(doc, { from: noun.from - 7, to: noun.from });
  const last = before[before.length - 1];
  if (last === undefined) return null;
  const between = words(doc, { from: last.to, to: noun.from });
  const link =
    last.kind === 'people' ||
    last.kind === 'country' ||
    last.kind === 'capital' ||
    (last.kind === 'pronoun' && /^(?:its|their|his|her|our|my|your)/.test(words(doc, last))) ||
    /^(?:(?:team|crew|government|administration|side|regime|cabinet|people) )?'s/.test(between);
  return link &&
    !/\b(?:on|to|from|of|with|by|in|that|and|for|under|after|before|at|against|into|without)\b|[,.;:?!]/.test(
      between,
    )
    ? last
    : null;
};

/** What a verb or preposition is directed at: the first mention after `on`, `against`, `to`, `from` … within eight words. */
export const afterWord = (doc: Doc, start: number, part: Span, preposition: RegExp): Mention | null => {
  for (let i = start; i < Math.min(part.to, start + 8); i += 1) {
    if (!preposition.test(wordAt(doc.tokens, i))) continue;
    const found = inside(doc.mentions, { from: i + 1, to: Math.min(part.to, i + 9) }).find(
      (m) => m.side !== null,
    );
    if (found !== undefined) return found;
  }
  return null;
};

/** Are both sides named in the span, or "the two sides"? */
export const bothSides = (doc: Doc, part: Span): boolean => {
  const sides = new Set(inside(doc.mentions, part).map((m) => m.side));
  return sides.has('both') || (sides.has('US') && sides.has('CN'));
};

export const thirdParty = (doc: Doc, part: Span): Mention | undefined =>
  inside(doc.mentions, part).find((m) => m.side === 'other');

/** All base forms of the clause's verb chain: "threatened to impose" gives threaten, impose. */
export const lemmas = (clause: Clause): string[] => clause.verbs.map((v) => v.lemma);

/** Does the span lie in the headline or the first two paragraphs? What is told there is news rather than background. */
export const isLead = (hit: Hit): boolean => hit.sentence.headline || hit.sentence.paragraph <= 2;
