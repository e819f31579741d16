import { type Token } from './doc';

/** Hashes in a signature, words in a shingle: measured to part reprints from other stories at Jaccard 0.5. */
const HASHES = 128;
const SHINGLE = 3;
/** Shingles beyond this many change a signature no more than chance; it bounds the work on a huge text. */
const MOST_SHINGLES = 20_000;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const hashWord = (word: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
};

/** Multipliers of the 128 permutations, from a fixed linear congruence: the same on every machine. */
const multipliers = (() => {
  const found = new Uint32Array(HASHES * 2);
  let state = 0x9e3779b9;
  for (let i = 0; i < found.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    found[i] = i % 2 === 0 ? (state | 1) >>> 0 : state;
  }
  return found;
})();

const mixed = (hash: number): number => {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b ^ (b >>> 16)) >>> 0;
};

/** MinHash over word 3-shingles, 128 numbers of 32 bits; empty for a text without words. */
export const signature = (tokens: readonly Token[]): number[] => {
  const words = tokens.filter((t) => t.kind !== 'mark').map((t) => hashWord(t.lower, FNV_OFFSET));
  if (words.length === 0) return [];
  const shingles = new Set<number>();
  const last = Math.max(1, Math.min(words.length - SHINGLE + 1, MOST_SHINGLES));
  for (let i = 0; i < last; i += 1) {
    let hash = FNV_OFFSET;
    for (let w = i; w < i + SHINGLE && w < words.length; w += 1)
      hash = Math.imul(hash ^ (words[w] ?? 0), FNV_PRIME) ^ (hash >>> 15);
    shingles.add(mixed(hash >>> 0));
  }
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let h = 0; h < HASHES; h += 1) {
      const value = (Math.imul(shingle, multipliers[2 * h] ?? 1) + (multipliers[2 * h + 1] ?? 0)) >>> 0;
      if (value < (least[h] ?? 0)) least[h] = value;
    }
  }
  return [...least];
};
