import { type Source } from './assertion';

const BANDS = 32;
const ROWS = 4;
const HASHES = BANDS * ROWS;

/** One wording, with those that are nearly the same. Sources with the very same signature share it. */
export interface Wording {
  readonly signature: Uint32Array;
  readonly neighbours: Wording[];
  readonly sources: Source[];
}

/** Which wordings are nearly the same, by MinHash: 32 bands of 4 rows find the candidates, the estimate decides. */
export interface NearDuplicates {
  /** The wording of a source, put in relation to all taken before. An empty signature is like no other. */
  readonly take: (source: Source, signature: readonly number[]) => Wording;
  readonly wordingOf: (source: Source) => Wording | undefined;
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

const agreeing = (a: Uint32Array, b: Uint32Array): number => {
  let same = 0;
  for (let i = 0; i < HASHES; i += 1) if (a[i] === b[i]) same += 1;
  return same;
};

export const createNearDuplicates = (threshold: number): NearDuplicates => {
  const bySource = new Map<Source, Wording>();
  const wordings: Wording[] = [];
  // Band hash to the indexes of wordings; most hashes are met once, so that a number alone is kept for those.
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

  const put = (wording: Wording): void => {
    const index = wordings.push(wording) - 1;
    for (let band = 0; band < BANDS; band += 1) {
      const hash = bandHash(wording.signature, band);
      const bucket = buckets.get(hash);
      if (bucket === undefined) buckets.set(hash, index);
      else if (typeof bucket === 'number') buckets.set(hash, [bucket, index]);
      else bucket.push(index);
    }
  };

  /** The wording with this signature, or a new one beside its neighbours. */
  const place = (signature: Uint32Array): Wording => {
    const wording: Wording = { signature, neighbours: [], sources: [] };
    for (const index of candidates(signature)) {
      const other = wordings[index];
      const same = other === undefined ? 0 : agreeing(signature, other.signature);
      if (other === undefined || same < threshold * HASHES) continue;
      if (same === HASHES) return other;
      wording.neighbours.push(other);
    }
    for (const other of wording.neighbours) other.neighbours.push(wording);
    put(wording);
    return wording;
  };

  return {
    wordingOf: (source) => bySource.get(source),
    take: (source, signature) => {
      const known = bySource.get(source);
      if (known !== undefined) return known;
      const wording =
        signature.length === HASHES
          ? place(Uint32Array.from(signature))
          : { signature: new Uint32Array(0), neighbours: [], sources: [] };
      bySource.set(source, wording);
      wording.sources.push(source);
      return wording;
    },
  };
};
