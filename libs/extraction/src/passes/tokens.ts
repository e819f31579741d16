import { type Span, type Token } from '../doc';
import { numberIn, numberOf, spellingOf } from '../vocabulary';

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7);
const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
const DOT = 46;
const COMMA = 44;
const APOSTROPHE = 39;

/** The characters of a text as numbers, and a few nothings behind: every character is looked at several times, and a string is slow at that. */
const codesOf = (text: string): Uint16Array => {
  const codes = new Uint16Array(text.length + 4);
  for (let i = 0; i < text.length; i += 1) codes[i] = text.charCodeAt(i);
  return codes;
};

/** The character at an offset, 0 behind the end. */
const at = (codes: Uint16Array, i: number): number => codes[i] ?? 0;

/** End of a number: digits with inner commas and one inner point ("1,102", "2.5"). */
const endOfNumber = (codes: Uint16Array, from: number): number => {
  let i = from;
  let points = 0;
  while (i < codes.length) {
    const c = at(codes, i);
    const inner = (c === DOT && points === 0) || c === COMMA;
    if (!isDigit(c) && !(inner && isDigit(at(codes, i + 1)))) break;
    if (c === DOT) points += 1;
    i += 1;
  }
  return i;
};

/** End of an abbreviation of single letters ("U.S.", "a.m."), or `from` where there is none. */
const endOfInitials = (codes: Uint16Array, from: number): number => {
  let i = from;
  let letters = 0;
  while (isLetter(at(codes, i)) && at(codes, i + 1) === DOT) {
    i += 2;
    letters += 1;
  }
  return letters >= 2 ? i : from;
};

/** "he'll", "they've", "we're": the verb is a word of its own. */
const CONTRACTION = /^'(?:ll|ve|re)(?![a-zA-Z])/i;

/** End of a word; "'s" and "'ll" are tokens of their own, "n't" and "O'Brien" stay whole. */
const endOfWord = (text: string, codes: Uint16Array, from: number): number => {
  let i = from;
  while (i < codes.length) {
    const c = at(codes, i);
    const next = at(codes, i + 1);
    if (c === APOSTROPHE && isLetter(next)) {
      const possessive = (next === 115 || next === 83) && !isLetter(at(codes, i + 2));
      if (possessive || CONTRACTION.test(text.slice(i, i + 4))) break;
    } else if (!isLetter(c) && !isDigit(c)) break;
    i += 1;
  }
  return i;
};

const valueOf = (text: string): number => Number(text.includes(',') ? text.split(',').join('') : text);

/** Lower case without dots. */
const lowerOf = (word: string, kind: Token['kind']): string => {
  if (kind === 'number') return word;
  const lower = word.toLowerCase();
  return kind === 'word' && lower.includes('.') ? lower.split('.').join('') : lower;
};

/** How a stretch is written: in small plain characters, with capitals among them, or with dots and accents. */
const writtenIn = (codes: Uint16Array, from: number, to: number): 'small' | 'capitals' | 'other' => {
  let capitals = false;
  for (let i = from; i < to; i += 1) {
    const c = at(codes, i);
    if (c >= 128 || c === DOT) return 'other';
    capitals ||= isUpper(c);
  }
  return capitals ? 'capitals' : 'small';
};

type Spelt = Pick<Token, 'text' | 'lower' | 'word'>;

/** A stretch as written, in lower case, and its number. Most words are known and small: those are not even cut out. */
const spelt = (text: string, codes: Uint16Array, { from, to }: Span, kind: Token['kind']): Spelt => {
  const how = writtenIn(codes, from, to);
  const word = how === 'other' ? 0 : numberIn(codes, from, to);
  if (word > 0) {
    const lower = spellingOf(word);
    return { text: how === 'small' ? lower : text.slice(from, to), lower, word };
  }
  const cut = text.slice(from, to);
  if (how === 'small') return { text: cut, lower: cut, word: 0 };
  const lower = lowerOf(cut, kind);
  return { text: cut, lower, word: how === 'other' ? numberOf(lower) : 0 };
};

const endOfToken = (text: string, codes: Uint16Array, i: number): number => {
  const c = at(codes, i);
  if (isDigit(c)) return endOfNumber(codes, i);
  if (isLetter(c)) return Math.max(endOfInitials(codes, i), endOfWord(text, codes, i));
  const possessive = c === APOSTROPHE && /^['][sS](?![a-zA-Z])/.test(text.slice(i, i + 3));
  if (c === APOSTROPHE && CONTRACTION.test(text.slice(i, i + 4))) return i + 3;
  return possessive ? i + 2 : i + 1;
};

/** Words, numbers and marks with their offsets; hyphens are marks, so that "90-day" is three tokens. One linear scan. */
export const tokens = (text: string): Token[] => {
  const codes = codesOf(text);
  const found: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const c = at(codes, i);
    if (c === 32 || c === 10) {
      i += 1;
      continue;
    }
    const end = endOfToken(text, codes, i);
    const kind = isDigit(c) ? 'number' : isLetter(c) || end === i + 3 ? 'word' : 'mark';
    const token = spelt(text, codes, { from: i, to: end }, kind);
    found.push({
      i: found.length,
      start: i,
      end,
      kind,
      text: token.text,
      lower: token.lower,
      word: token.word,
      capital: isUpper(c),
      value: kind === 'number' ? valueOf(token.text) : Number.NaN,
    });
    i = end;
  }
  return found;
};
