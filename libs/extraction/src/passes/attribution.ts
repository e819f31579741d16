import { speechActs } from '../lexicon/speech';
import {
  inside,
  overlaps,
  within,
  wordAt,
  type Clause,
  type Mention,
  type Quote,
  type Sentence,
  type Side,
  type SpeechAct,
  type Token,
} from '../doc';
import { clauseWith } from '../with';
import { wordClass } from '../word-class';
import { isActor } from './clauses';

export const actOf = (clause: Clause): SpeechAct | null =>
  speechActs.get(clause.verbs[0]?.lemma ?? '') ?? null;

const views = wordClass('account count view words telling reading');

/** "By his account", "in Beijing's view": the owner of the noun. */
const viewOf = (tokens: readonly Token[], i: number, mentions: readonly Mention[]): Side | null => {
  const before = wordAt(tokens, i - 1) === "'s" ? i - 1 : i;
  const owner = inside(mentions, { from: i - 4, to: before }).find((m) => m.to === before && isActor(m));
  const word = owner === undefined ? '' : wordAt(tokens, owner.from - 1);
  return word === 'by' || word === 'in' ? (owner?.side ?? null) : null;
};

/** "According to the ministry", "in Beijing's view": who vouches for the sentence. */
const accordingTo = (
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
): Side | null => {
  for (let i = sentence.from; i < sentence.to - 1; i += 1) {
    if (wordAt(tokens, i) === 'according' && wordAt(tokens, i + 1) === 'to') {
      return inside(mentions, { from: i + 2, to: Math.min(sentence.to, i + 12) }).find(isActor)?.side ?? null;
    }
    const view = views.at(tokens, i) ? viewOf(tokens, i, mentions) : null;
    if (view !== null) return view;
  }
  return null;
};

/** Openers after which the reporter goes on in his own voice: "Trump said …, while Beijing lifted …". */
const ownVoice = new Set(['while', 'but', 'as', 'whereas', 'though', 'although', 'however']);
/** So long may the closing ", X said" be. */
const LONGEST_CLOSING = 16;

const isSpeech = (clause: Clause): boolean => actOf(clause) !== null && clause.subject !== null;

/** "…, and Beijing lifted its ban": a new subject after "and" begins anew. */
const beginsAnew = (clause: Clause): boolean =>
  ownVoice.has(clause.opener) ||
  (clause.opener === 'and' &&
    clause.subject !== null &&
    within(clause.subject, clause) &&
    clause.subject.kind !== 'pronoun');

const closes = (last: Clause, clause: Clause): boolean =>
  last !== clause &&
  last.opener === '' &&
  last.to - last.from <= LONGEST_CLOSING &&
  actOf(last) === 'assert' &&
  last.verbs[0]?.tense !== 'none' &&
  last.subject !== null &&
  within(last.subject, last);

/** The clause of speech that this one completes: the one before it, or the ", X said" that closes the sentence. */
const parentOf = (clause: Clause, siblings: readonly Clause[]): Clause | null => {
  const before = siblings.slice(0, siblings.indexOf(clause)).reverse().find(isSpeech);
  if (before !== undefined && !beginsAnew(clause)) return before;
  const next = siblings[siblings.indexOf(clause) + 1];
  // "Talks go on, an official said, adding that …": who says it stands right behind.
  if (next !== undefined && closes(next, clause)) return next;
  const last = siblings[siblings.length - 1];
  return last !== undefined && closes(last, clause) ? last : null;
};

const CLOSING_WORDS = 14;
const isShort = (s: Sentence): boolean => s.to - s.from <= CLOSING_WORDS;

/** Speaker of a quotation: the speech verb of its sentence, else of the sentence before, else the last speaker. */
const speakerOf = (quote: Quote, sentences: readonly Sentence[], clauses: readonly Clause[]): Side | null => {
  const around = sentences.filter((s) => overlaps(s, quote));
  const first = around[0];
  if (first === undefined) return null;
  const last = around[around.length - 1];
  const behind = last === undefined ? undefined : sentences[last.i + 1];
  // "It is strong!" Trump wrote: cut off by the mark, yet the quotation's own.
  const closing = quote.to + 1 === behind?.from && isShort(behind) ? behind : undefined;
  const places = [...around, closing, sentences[first.i - 1]].filter((s) => s !== undefined);
  for (const sentence of places) {
    const outside = inside(clauses, sentence).filter(
      (c) => c.verbs.length > 0 && !(c.verbs[0] !== undefined && overlaps(c.verbs[0], quote)),
    );
    const speech = outside.find((c) => actOf(c) !== null && (c.subject?.side ?? null) !== null);
    const side = speech?.subject?.side ?? null;
    if (side !== null) return side;
  }
  return null;
};

const nearby = (quote: Quote, sentences: readonly Sentence[]): Sentence[] => {
  const found = inside(sentences, { from: Math.max(0, quote.from - 400), to: quote.to + 400 });
  return found.length > 0 ? found : [...sentences].filter((s) => overlaps(s, quote));
};

/** Quotations with their speakers; one without a verb of speech near it goes on from the last. */
export const speakers = (
  quotes: readonly Quote[],
  sentences: readonly Sentence[],
  clauses: readonly Clause[],
): Quote[] => {
  let last: Side | null = null;
  return quotes.map((quote) => {
    if (quote.kind === 'scare') return quote;
    const local = nearby(quote, sentences);
    last =
      speakerOf(
        quote,
        local.map((s, i) => ({ ...s, i })),
        clauses,
      ) ?? last;
    return { from: quote.from, to: quote.to, kind: quote.kind, speaker: last };
  });
};

/** Fills parent, speaker and act of every clause. */
export const attribution = (
  tokens: readonly Token[],
  parts: {
    sentences: readonly Sentence[];
    clauses: readonly Clause[];
    quotes: readonly Quote[];
    mentions: readonly Mention[];
  },
): Clause[] => {
  const direct = parts.quotes.filter((q) => q.kind === 'direct');
  const filled: Clause[] = [];
  for (const sentence of parts.sentences) {
    const siblings = inside(parts.clauses, sentence);
    const source = accordingTo(tokens, sentence, parts.mentions);
    for (const clause of siblings) {
      const quote = inside(direct, { from: sentence.from - 200, to: sentence.to }).find(
        (q) => clause.verbs[0] !== undefined && overlaps(q, clause.verbs[0]),
      );
      const parent = parentOf(clause, siblings);
      const speaker = quote?.speaker ?? parent?.subject?.side ?? source;
      filled.push(
        clauseWith(clause, {
          parent: parent?.i ?? null,
          speaker,
          act: parent === null ? (speaker === null ? null : 'assert') : actOf(parent),
        }),
      );
    }
  }
  return filled;
};
