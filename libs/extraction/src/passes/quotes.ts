import { isFinite as isFiniteVerb } from '../lexicon/verbs';
import { tokenAt, type Quote, type Sentence, type Token } from '../doc';

/** A single-quoted stretch longer than this is taken for a stray apostrophe. */
const LONGEST_SINGLE = 60;
/** Fewer words than this, or no verb, is a scare quote: still the reporter's voice. */
const DIRECT_WORDS = 4;

const opensSingle = (tokens: readonly Token[], i: number): boolean => {
  const next = tokenAt(tokens, i + 1);
  const token = tokenAt(tokens, i);
  return next.start === token.end && next.kind === 'word' && tokenAt(tokens, i - 1).end !== token.start;
};

const closesSingle = (tokens: readonly Token[], i: number): boolean =>
  tokenAt(tokens, i).lower === "'" && tokenAt(tokens, i + 1).start !== tokenAt(tokens, i).end;

const closeOf = (tokens: readonly Token[], open: number, end: number): number => {
  const double = tokenAt(tokens, open).lower === '"';
  const stop = double ? end : Math.min(end, open + LONGEST_SINGLE);
  for (let i = open + 1; i < stop; i += 1) {
    if (double ? tokenAt(tokens, i).lower === '"' : closesSingle(tokens, i)) return i;
  }
  return -1;
};

const isDirect = (tokens: readonly Token[], from: number, to: number): boolean => {
  let words = 0;
  let verb = false;
  for (let i = from; i < to; i += 1) {
    if (tokenAt(tokens, i).kind === 'word') words += 1;
    verb ||= isFiniteVerb(tokenAt(tokens, i).lower);
  }
  return words >= DIRECT_WORDS && verb;
};

/** First token after the paragraph that begins with sentence `s`, and the sentence after it. */
const paragraphEnd = (sentences: readonly Sentence[], s: number): { to: number; next: number } => {
  const paragraph = sentences[s]?.paragraph;
  let next = s;
  while (sentences[next]?.paragraph === paragraph && next < sentences.length) next += 1;
  return { to: sentences[next - 1]?.to ?? 0, next };
};

const quotesBetween = (tokens: readonly Token[], from: number, to: number): Quote[] => {
  const found: Quote[] = [];
  for (let i = from; i < to; i += 1) {
    const mark = tokenAt(tokens, i).lower;
    if (mark !== '"' && !(mark === "'" && opensSingle(tokens, i))) continue;
    const close = closeOf(tokens, i, to);
    // A quotation that goes on in the next paragraph has no closing mark here.
    if (close < 0 && mark === "'") continue;
    const end = close < 0 ? to : close;
    found.push({
      from: i + 1,
      to: end,
      kind: isDirect(tokens, i + 1, end) ? 'direct' : 'scare',
      speaker: null,
    });
    i = end;
  }
  return found;
};

/** Quotations, paragraph by paragraph; who speaks is for the attribution to say. */
export const quotes = (tokens: readonly Token[], sentences: readonly Sentence[]): Quote[] => {
  const found: Quote[] = [];
  let s = 0;
  while (s < sentences.length) {
    const { to, next } = paragraphEnd(sentences, s);
    for (const quote of quotesBetween(tokens, sentences[s]?.from ?? 0, to)) found.push(quote);
    s = next;
  }
  return found;
};
