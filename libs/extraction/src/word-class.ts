/** Whole words, as a list that reads like one; asked for a word at a time. */
export interface WordClass {
  readonly test: (word: string) => boolean;
}

/** The class of these words, lower case, parted by spaces. */
export const wordClass = (words: string): WordClass => {
  const all = new Set(words.split(' '));
  return { test: (word) => all.has(word) };
};
