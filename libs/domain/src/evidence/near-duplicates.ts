import { type Source } from './assertion';

const BANDS = 32;
const ROWS = 4;
const HASHES = BANDS * ROWS;

/** Which of the texts seen so far are nearly the same as a new one, by MinHash: 32 bands of 4 rows, then the estimate. */
export interface NearDuplicates {
  /** Takes a text in; gives the sources whose texts are nearly the same. An empty signature is like no other. */
  readonly take: (source: Source, signature: readonly number[]) => readonly Source[];
  readonly neighboursOf: (source: Source) => readonly Source[];
}

// One number for four hashes of one band (FNV-1a over 32-bit words).
const bandHash = (signature: Uint32Array, band: number): number => {
  let hash = 0x811c9dc5 ^ band;
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) {
    hash = Math.imul(hash ^ (signature[row] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) * BANDS + band;
};

const similarity = (a: Uint32Array, b: Uint32Array): number => {
  let same = 0;
  for (let i = 0; i < HASHES; i += 1) if (a[i] === b[i]) same += 1;
  return same / HASHES;
};

interface Taken {
  readonly source: Source;
  readonly signature: Uint32Array;
  readonly neighbours: Source[];
}

export const createNearDuplicates = (threshold: number): NearDuplicates => {
  const taken: Taken[] = [];
  const bySource = new Map<Source, Taken>();
  // Band hash to the indexes of texts; most hashes are met once, so that a number alone is kept for those.
  const buckets = new Map<number, number | number[]>();

  const candidates = (signature: Uint32Array): ReadonlySet<number> => {
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band += 1) {
      const bucket = buckets.get(bandHash(signature, band));
      if (typeof bucket === 'number') found.add(bucket);
      else for (const index of bucket ?? []) found.add(index);
    }
    return found;
  };

  const put = (signature: Uint32Array, index: number): void => {
    for (let band = 0; band < BANDS; band += 1) {
      const hash = bandHash(signature, band);
      const bucket = buckets.get(hash);
      if (bucket === undefined) buckets.set(hash, index);
      else if (typeof bucket === 'number') buckets.set(hash, [bucket, index]);
      else bucket.push(index);
    }
  };

  return {
    take: (source, signature) => {
      if (signature.length !== HASHES) return [];
      const one: Taken = { source, signature: Uint32Array.from(signature), neighbours: [] };
      for (const index of candidates(one.signature)) {
        const other = taken[index];
        if (other === undefined || similarity(one.signature, other.signature) < threshold) continue;
        one.neighbours.push(other.source);
        other.neighbours.push(source);
      }
      put(one.signature, taken.length);
      taken.push(one);
      bySource.set(source, one);
      return one.neighbours;
    },
    neighboursOf: (source) => bySource.get(source)?.neighbours ?? [],
  };
};
