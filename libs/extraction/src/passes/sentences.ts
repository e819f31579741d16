import { boilerplate, abbreviations, starters } from '../lexicon/sentences';
import { tokenAt, wordAt, type Sentence, type Token } from '../doc';

const closers = new Set(['"', "'", ')', ']']);
/** A text without punctuation is cut after so many tokens, so that work within a sentence stays bounded. */
const LONGEST = 160;

const isInitial = (t: Token): boolean => t.text.length === 1 && t.capital;

/** Does the dot after `before` belong to the word? */
const dotOfWord = (before: Token, after: Token): boolean =>
  abbreviations.has(before.lower) || (isInitial(before) && after.capital) || after.kind === 'none';

const stops = new Set(['.', '!', '?']);

/** Last of the closing quotes and brackets that stand right after token `i`. */
const pastClosers = (tokens: readonly Token[], i: number): number => {
  let last = i;
  while (
    closers.has(wordAt(tokens, last + 1)) &&
    tokenAt(tokens, last + 1).start === tokenAt(tokens, last).end
  )
    last += 1;
  return last;
};

/** Does a sentence end with token `i`, closing quotes included? Answers the index of its last token, or -1. */
const endAt = (tokens: readonly Token[], i: number): number => {
  const token = tokenAt(tokens, i);
  const initials = token.kind === 'word';
  if (initials ? !token.text.endsWith('.') : !stops.has(token.lower)) return -1;
  const last = pastClosers(tokens, i);
  const next = tokenAt(tokens, last + 1);
  if (next.start === tokenAt(tokens, last).end) return -1;
  if (initials) return next.capital && starters.has(next.lower) ? last : -1;
  if (token.lower === '.' && dotOfWord(tokenAt(tokens, i - 1), next)) return -1;
  return next.capital || next.kind !== 'word' ? last : -1;
};

/** Is there a paragraph's end between the two tokens? A single line feed before a small letter is a hard wrap. */
const lineBreak = (text: string, a: Token, b: Token): boolean => {
  if (b.start - a.end < 1) return false;
  const gap = text.slice(a.end, b.start);
  const first = gap.indexOf('\n');
  if (first < 0) return false;
  return gap.includes('\n', first + 1) || !/[a-z]/.test(b.text.charAt(0));
};

const isBoilerplate = (line: string): boolean => line.length < 300 && boilerplate.some((p) => p.test(line));

/** Sentences as spans of tokens; the headline is the first, a line end closes one. */
export const sentences = (text: string, tokens: readonly Token[], bodyStart: number): Sentence[] => {
  const found: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const next = tokenAt(tokens, i + 1);
    const broken = next.kind === 'none' || lineBreak(text, tokenAt(tokens, i), next);
    const end = broken || i - from >= LONGEST ? i : endAt(tokens, i);
    if (end < 0) continue;
    const first = tokenAt(tokens, from);
    const last = tokenAt(tokens, end);
    found.push({
      i: found.length,
      from,
      to: end + 1,
      paragraph,
      headline: first.start < bodyStart,
      boilerplate: isBoilerplate(text.slice(first.start, last.end)),
    });
    if (broken || lineBreak(text, last, tokenAt(tokens, end + 1))) paragraph += 1;
    from = end + 1;
    i = end;
  }
  return found;
};
