import { tokenAt, type Token } from './doc';
import { enter, wordTable, type WordTable } from './vocabulary';

interface Phrase<T> {
  /** The numbers of its words. */
  readonly words: readonly number[];
  readonly entry: T;
}

/** Phrases by their first word, the longest first: a long list costs nothing where its words do not occur. */
export type PhraseIndex<T> = WordTable<readonly Phrase<T>[]>;

const HYPHEN = enter('-');

const wordsOf = (phrase: string): string[] =>
  phrase.toLowerCase().replaceAll("'s", " 's").split(/[ -]+/).filter(Boolean);

/** Index of phrases (lower case, hyphens as spaces) to what they stand for. */
export const phraseIndex = <T>(rows: Iterable<readonly [string, T]>): PhraseIndex<T> => {
  const index = new Map<string, Phrase<T>[]>();
  for (const [phrase, entry] of rows) {
    const words = wordsOf(phrase);
    const first = words[0];
    if (first === undefined) continue;
    index.set(first, [...(index.get(first) ?? []), { words: words.map(enter), entry }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return wordTable(index);
};

/** End (exclusive) of the phrase that begins at token `i`, or -1; hyphens between its words are passed over. */
export const endOfPhrase = (tokens: readonly Token[], i: number, words: readonly number[]): number => {
  let at = i;
  for (let w = 0; w < words.length; w += 1) {
    if (w > 0 && tokenAt(tokens, at).word === HYPHEN) at += 1;
    if (tokenAt(tokens, at).word !== words[w]) return -1;
    at += 1;
  }
  return at;
};

/** The longest phrase that begins at token `i`. */
export const phraseAt = <T>(
  index: PhraseIndex<T>,
  tokens: readonly Token[],
  i: number,
): { to: number; entry: T } | null => {
  const list = index[tokenAt(tokens, i).word];
  if (list === undefined) return null;
  for (const { words, entry } of list) {
    const to = endOfPhrase(tokens, i, words);
    if (to >= 0) return { to, entry };
  }
  return null;
};
