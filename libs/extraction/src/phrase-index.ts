import { tokenAt, type Token } from './doc';

/** Phrases by their first word, the longest first: a long list costs nothing where its words do not occur. */
export type PhraseIndex<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly entry: T }[]
>;

const wordsOf = (phrase: string): string[] =>
  phrase.toLowerCase().replaceAll("'s", " 's").split(/[ -]+/).filter(Boolean);

/** Index of phrases (lower case, hyphens as spaces) to what they stand for. */
export const phraseIndex = <T>(rows: Iterable<readonly [string, T]>): PhraseIndex<T> => {
  const index = new Map<string, { words: string[]; entry: T }[]>();
  for (const [phrase, entry] of rows) {
    const words = wordsOf(phrase);
    const first = words[0];
    if (first === undefined) continue;
    const list = index.get(first);
    if (list === undefined) index.set(first, [{ words, entry }]);
    else list.push({ words, entry });
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
};

/** End (exclusive) of the phrase that begins at token `i`, or -1; hyphens between its words are passed over. */
export const endOfPhrase = (tokens: readonly Token[], i: number, words: readonly string[]): number => {
  let at = i;
  for (let w = 0; w < words.length; w += 1) {
    if (w > 0 && tokenAt(tokens, at).lower === '-') at += 1;
    if (tokenAt(tokens, at).lower !== words[w]) return -1;
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
  const list = index.get(tokenAt(tokens, i).lower);
  if (list === undefined) return null;
  for (const { words, entry } of list) {
    const to = endOfPhrase(tokens, i, words);
    if (to >= 0) return { to, entry };
  }
  return null;
};
