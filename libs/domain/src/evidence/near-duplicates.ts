import { inserted } from '../shared/sorted';
import { type Source } from './assertion';
import { createBandIndex } from './band-index';
import { agreeing, createSignatures, HASHES } from './signatures';

/** One wording, with those that are nearly the same. Sources with the very same signature share it. */
export interface Wording {
  neighbours: Wording[];
  sources: Source[];
}

/** Which wordings are nearly the same, by MinHash: 32 bands of 4 rows find the candidates, the estimate decides. */
export interface NearDuplicates {
  /** The wording of a source, put in relation to all taken before. An empty signature is like no other. */
  readonly take: (source: Source, signature: readonly number[]) => Wording;
  readonly wordingOf: (source: Source) => Wording | undefined;
}

export const createNearDuplicates = (threshold: number): NearDuplicates => {
  const bySource = new Map<Source, Wording>();
  const wordings: Wording[] = [];
  const signatures = createSignatures();
  const bands = createBandIndex(signatures);

  /** The wording with this signature, or a new one beside its neighbours. */
  const place = (signature: Uint32Array): Wording => {
    const neighbours: Wording[] = [];
    for (const index of bands.sharing(signature)) {
      const other = wordings[index];
      const same = other === undefined ? 0 : agreeing(signature, signatures.at(index));
      if (other === undefined || same < threshold * HASHES) continue;
      if (same === HASHES) return other;
      neighbours.push(other);
    }
    const wording: Wording = { neighbours: [...neighbours], sources: [] };
    for (const other of neighbours)
      other.neighbours = inserted(other.neighbours, other.neighbours.length, wording);
    wordings.push(wording);
    bands.add(signatures.push(signature));
    return wording;
  };

  return {
    wordingOf: (source) => bySource.get(source),
    take: (source, signature) => {
      const known = bySource.get(source);
      if (known !== undefined) return known;
      const wording: Wording =
        signature.length === HASHES ? place(Uint32Array.from(signature)) : { neighbours: [], sources: [] };
      bySource.set(source, wording);
      wording.sources = inserted(wording.sources, wording.sources.length, source);
      return wording;
    },
  };
};
