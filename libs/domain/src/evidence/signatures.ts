/** MinHash signatures are cut into bands of four hashes: those that share a band are worth comparing. */
export const BANDS = 32;
const ROWS = 4;
export const HASHES = BANDS * ROWS;

/** Signatures a block. */
const BLOCK = 1024;

/** Signatures side by side in blocks: an object for each would double what they weigh. */
export interface Signatures {
  /** Gives its index. */
  readonly push: (signature: Uint32Array) => number;
  readonly at: (index: number) => Uint32Array;
}

export const createSignatures = (): Signatures => {
  const blocks: Uint32Array[] = [];
  let count = 0;
  const at = (index: number): Uint32Array => {
    const start = (index % BLOCK) * HASHES;
    return blocks[Math.floor(index / BLOCK)]?.subarray(start, start + HASHES) ?? new Uint32Array(HASHES);
  };
  return {
    at,
    push: (signature) => {
      if (count % BLOCK === 0) blocks.push(new Uint32Array(BLOCK * HASHES));
      at(count).set(signature);
      count += 1;
      return count - 1;
    },
  };
};

/** One number of 32 bits for the four hashes of a band (FNV-1a over 32-bit words). */
export const bandHash = (signature: Uint32Array, band: number): number => {
  let hash = 0x811c9dc5 ^ band;
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) {
    hash = Math.imul(hash ^ (signature[row] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
};

export const agreeing = (a: Uint32Array, b: Uint32Array): number => {
  let same = 0;
  for (let i = 0; i < HASHES; i += 1) if (a[i] === b[i]) same += 1;
  return same;
};
