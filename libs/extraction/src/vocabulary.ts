// The words that some list of the engine names, numbered. A text's words are looked up once, when it is cut into tokens; from then
// on a list is asked by number, which is several times cheaper than asking a map of strings at every token.
// Lists are made when their module is loaded, before any text is read.

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

/** Small letter of a plain character. */
const small = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);

const mixed = (hash: number, c: number): number => Math.imul(hash ^ c, 0x01000193);
const START = 0x811c9dc5;

const hashOf = (word: string): number => {
  let hash = START;
  for (let i = 0; i < word.length; i += 1) hash = mixed(hash, word.charCodeAt(i));
  return hash;
};

const isSpelled = (word: string, codes: Uint16Array, from: number, to: number): boolean => {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) !== small(codes[from + i] ?? 0)) return false;
  return true;
};

/** The numbers by the hash of their words, each in the first free place from its hash on; as long as a power of two. */
let places = new Int32Array(0);
let placed = 0;

const placeAll = (): void => {
  let length = 1024;
  while (length < spellings.length * 4) length *= 2;
  places = new Int32Array(length);
  spellings.forEach((word, number) => {
    let at = hashOf(word) & (length - 1);
    while (number > 0 && places[at] !== 0) at = (at + 1) & (length - 1);
    if (number > 0) places[at] = number;
  });
  placed = spellings.length;
};

/**
 * The number of the word that stands between two offsets of a text's characters, capitals or not: as `numberOf`, without cutting
 * it out. For plain letters only: accents have capitals that this does not know.
 */
export const numberIn = (codes: Uint16Array, from: number, to: number): number => {
  if (placed !== spellings.length) placeAll();
  let hash = START;
  for (let i = from; i < to; i += 1) hash = mixed(hash, small(codes[i] ?? 0));
  const last = places.length - 1;
  for (let at = hash & last; ; at = (at + 1) & last) {
    const number = places[at] ?? 0;
    if (number === 0 || isSpelled(spellings[number] ?? '', codes, from, to)) return number;
  }
};
