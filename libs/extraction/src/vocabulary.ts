/**
 * Numbers of the words that some list of the engine names. A text's words are looked up once, when it is cut into tokens; from
 * then on a list is asked by number, which is several times cheaper than asking a map of strings at every token.
 * Lists are made when their module is loaded, before any text is read.
 */
const numbers = new Map<string, number>();
const spellings: string[] = [''];

/** The number of a word, lower case; 0 where no list names it. */
export const numberOf = (word: string): number => numbers.get(word) ?? 0;

/** The word of a number: one string for all texts. */
export const spellingOf = (number: number): string => spellings[number] ?? '';

/** The number of a word that a list names, given to it where it has none. */
export const enter = (word: string): number => {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  spellings.push(word);
  numbers.set(word, spellings.length - 1);
  return spellings.length - 1;
};

/** What a list says of a word, by the word's number: `table[token.word]`. */
export type WordTable<T> = readonly (T | undefined)[];

export const wordTable = <T>(rows: Iterable<readonly [word: string, entry: T]>): WordTable<T> => {
  const entries = new Map<number, T>();
  for (const [word, entry] of rows) entries.set(enter(word), entry);
  return Array.from({ length: spellings.length }, (_, number) => entries.get(number));
};
