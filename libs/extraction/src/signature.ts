import { type Token } from './doc';

/** Hashes in a signature, words in a shingle: measured to part reprints from other stories at Jaccard 0.5. */
const HASHES = 128;
const SHINGLE = 3;
/** Shingles beyond this many change a signature no more than chance; it bounds the work on a huge text. */
const MOST_SHINGLES = 20_000;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const HIGHEST_BIT = 0x80000000;

const hashWord = (word: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
};

/**
 * Factors and summands of the 128 permutations, from a fixed linear congruence: the same on every machine. The highest bit of the
 * summands is turned, so that comparing with a sign finds the least without one.
 */
const { factors, summands } = (() => {
  const found = { factors: new Int32Array(HASHES), summands: new Int32Array(HASHES) };
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  for (let h = 0; h < HASHES; h += 1) {
    found.factors[h] = next() | 1;
    found.summands[h] = next() ^ HIGHEST_BIT;
  }
  return found;
})();

const mixed = (hash: number): number => {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b ^ (b >>> 16)) >>> 0;
};

/** Hashes of the word 3-shingles; one that occurs twice stands twice, which changes no minimum. */
const shinglesOf = (words: readonly number[]): Int32Array => {
  const shingles = new Int32Array(Math.max(1, Math.min(words.length - SHINGLE + 1, MOST_SHINGLES)));
  for (let i = 0; i < shingles.length; i += 1) {
    let hash = FNV_OFFSET;
    for (let w = i; w < i + SHINGLE && w < words.length; w += 1)
      hash = Math.imul(hash ^ (words[w] ?? 0), FNV_PRIME) ^ (hash >>> 15);
    shingles[i] = mixed(hash >>> 0);
  }
  return shingles;
};

const HIGHEST = 0x7fffffff;
const lesser = (a: number, b: number): number => (b < a ? b : a);
const unsigned = (least: number): number => (least ^ HIGHEST_BIT) >>> 0;

const factorOf = (h: number): number => factors[h] ?? 1;
const summandOf = (h: number): number => summands[h] ?? 0;

/** The least of the shingles under four permutations from `h` on: together they take half the time that they take one by one. */
const leastOfFour = (shingles: Int32Array, h: number): readonly number[] => {
  const [fa, fb, fc, fd] = [factorOf(h), factorOf(h + 1), factorOf(h + 2), factorOf(h + 3)];
  const [sa, sb, sc, sd] = [summandOf(h), summandOf(h + 1), summandOf(h + 2), summandOf(h + 3)];
  let [a, b, c, d] = [HIGHEST, HIGHEST, HIGHEST, HIGHEST];
  let i = shingles.length;
  while (i > 0) {
    i -= 1;
    const shingle = shingles[i] ?? 0;
    a = lesser(a, (Math.imul(shingle, fa) + sa) | 0);
    b = lesser(b, (Math.imul(shingle, fb) + sb) | 0);
    c = lesser(c, (Math.imul(shingle, fc) + sc) | 0);
    d = lesser(d, (Math.imul(shingle, fd) + sd) | 0);
  }
  return [unsigned(a), unsigned(b), unsigned(c), unsigned(d)];
};

/** MinHash over word 3-shingles, 128 numbers of 32 bits; empty for a text without words. */
export const signature = (tokens: readonly Token[]): number[] => {
  const words: number[] = [];
  for (const token of tokens) if (token.kind !== 'mark') words.push(hashWord(token.lower, FNV_OFFSET));
  if (words.length === 0) return [];
  const shingles = shinglesOf(words);
  const found: number[] = [];
  for (let h = 0; h < HASHES; h += 4) found.push(...leastOfFour(shingles, h));
  return found;
};
