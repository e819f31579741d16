import { BANDS, bandHash, type Signatures } from './signatures';

/** By band hash, which signatures have it: chains in blocks of numbers, for it is the largest index of all. */
export interface BandIndex {
  /** Takes the signature that was added last. */
  readonly add: (index: number) => void;
  /** Indexes of those that share a band with this signature: by band, then as they came. */
  readonly sharing: (signature: Uint32Array) => ReadonlySet<number>;
}

const FIRST_SLOTS = 1 << 12;
/** Says "none" in a chain. */
const NONE = -1;

export const createBandIndex = (signatures: Signatures): BandIndex => {
  // An entry is a signature's index times BANDS plus the band. Slot of a hash to its latest entry; entry to the one before.
  let heads = new Int32Array(FIRST_SLOTS).fill(NONE);
  let previous = new Int32Array(FIRST_SLOTS);
  let count = 0;

  const slotOf = (hash: number): number => hash & (heads.length - 1);

  const link = (index: number): void => {
    const signature = signatures.at(index);
    for (let band = 0; band < BANDS; band += 1) {
      const slot = slotOf(bandHash(signature, band));
      const entry = index * BANDS + band;
      previous[entry] = heads[slot] ?? NONE;
      heads[slot] = entry;
    }
  };

  const grow = (): void => {
    heads = new Int32Array(heads.length * 2).fill(NONE);
    previous = new Int32Array(heads.length);
    for (let index = 0; index < count; index += 1) link(index);
  };

  const chain = (band: number, hash: number): number[] => {
    const found: number[] = [];
    for (let entry = heads[slotOf(hash)] ?? NONE; entry !== NONE; entry = previous[entry] ?? NONE) {
      const index = Math.floor(entry / BANDS);
      if (entry % BANDS === band && bandHash(signatures.at(index), band) === hash) found.push(index);
    }
    return found.reverse();
  };

  return {
    add: (index) => {
      if ((index + 1) * BANDS > heads.length) grow();
      link(index);
      count = index + 1;
    },
    sharing: (signature) => {
      const found = new Set<number>();
      for (let band = 0; band < BANDS; band += 1)
        for (const index of chain(band, bandHash(signature, band))) found.add(index);
      return found;
    },
  };
};
