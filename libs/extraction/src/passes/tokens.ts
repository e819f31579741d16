import { type Token } from '../doc';
import { numberOf, spellingOf } from '../vocabulary';

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7);
const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
const DOT = 46;
const COMMA = 44;
const APOSTROPHE = 39;

/** End of a number: digits with inner commas and one inner point ("1,102", "2.5"). */
const endOfNumber = (text: string, from: number): number => {
  let i = from;
  let points = 0;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const inner = (c === DOT && points === 0) || c === COMMA;
    if (!isDigit(c) && !(inner && isDigit(text.charCodeAt(i + 1)))) break;
    if (c === DOT) points += 1;
    i += 1;
  }
  return i;
};

/** End of an abbreviation of single letters ("U.S.", "a.m."), or `from` where there is none. */
const endOfInitials = (text: string, from: number): number => {
  let i = from;
  let letters = 0;
  while (isLetter(text.charCodeAt(i)) && text.charCodeAt(i + 1) === DOT) {
    i += 2;
    letters += 1;
  }
  return letters >= 2 ? i : from;
};

/** "he'll", "they've", "we're": the verb is a word of its own. */
const CONTRACTION = /^'(?:ll|ve|re)(?![a-zA-Z])/i;

/** End of a word; "'s" and "'ll" are tokens of their own, "n't" and "O'Brien" stay whole. */
const endOfWord = (text: string, from: number): number => {
  let i = from;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (c === APOSTROPHE && isLetter(next)) {
      const possessive = (next === 115 || next === 83) && !isLetter(text.charCodeAt(i + 2));
      if (possessive || CONTRACTION.test(text.slice(i, i + 4))) break;
    } else if (!isLetter(c) && !isDigit(c)) break;
    i += 1;
  }
  return i;
};

const valueOf = (text: string): number => Number(text.includes(',') ? text.split(',').join('') : text);

/** Lower case without dots. Most words are so already, and asking them is cheaper than turning them. */
const lowerOf = (word: string, kind: Token['kind']): string => {
  if (kind === 'number') return word;
  let plain = true;
  for (let i = 0; plain && i < word.length; i += 1) {
    const c = word.charCodeAt(i);
    plain = c < 128 && !isUpper(c) && c !== DOT;
  }
  if (plain) return word;
  const lower = word.toLowerCase();
  return kind === 'word' && lower.includes('.') ? lower.split('.').join('') : lower;
};

const endOfToken = (text: string, i: number): number => {
  const c = text.charCodeAt(i);
  if (isDigit(c)) return endOfNumber(text, i);
  if (isLetter(c)) return Math.max(endOfInitials(text, i), endOfWord(text, i));
  const possessive = c === APOSTROPHE && /^['][sS](?![a-zA-Z])/.test(text.slice(i, i + 3));
  if (c === APOSTROPHE && CONTRACTION.test(text.slice(i, i + 4))) return i + 3;
  return possessive ? i + 2 : i + 1;
};

/** Words, numbers and marks with their offsets; hyphens are marks, so that "90-day" is three tokens. One linear scan. */
export const tokens = (text: string): Token[] => {
  const found: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 10) {
      i += 1;
      continue;
    }
    const end = endOfToken(text, i);
    const word = text.slice(i, end);
    const kind = isDigit(c) ? 'number' : isLetter(c) || end === i + 3 ? 'word' : 'mark';
    const lower = lowerOf(word, kind);
    const number = numberOf(lower);
    found.push({
      i: found.length,
      start: i,
      end,
      kind,
      text: word,
      lower: number === 0 ? lower : spellingOf(number),
      word: number,
      capital: isUpper(c),
      value: kind === 'number' ? valueOf(word) : Number.NaN,
    });
    i = end;
  }
  return found;
};
