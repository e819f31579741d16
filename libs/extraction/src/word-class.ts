import { tokenAt, type Token } from './doc';
import { enter } from './vocabulary';

/** Whole words, as a list that reads like one. */
export interface WordClass {
  readonly test: (word: string) => boolean;
  /** The same of a token, for what is asked at each. */
  readonly at: (tokens: readonly Token[], i: number) => boolean;
}

/** The class of these words, lower case, parted by spaces. */
export const wordClass = (words: string): WordClass => {
  const all = new Set(words.split(' '));
  const numbers = [...all].map(enter);
  const marks = new Uint8Array(Math.max(...numbers) + 1);
  for (const number of numbers) marks[number] = 1;
  return { test: (word) => all.has(word), at: (tokens, i) => marks[tokenAt(tokens, i).word] === 1 };
};
