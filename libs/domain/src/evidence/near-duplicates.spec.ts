import { type Source } from './assertion';
import { createNearDuplicates } from './near-duplicates';
import { bandHash, BANDS, HASHES } from './signatures';

const THRESHOLD = 0.8;

/** Numbers below n that look random and are always the same (mulberry32). */
const numbers = (seed: number): ((n: number) => number) => {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
};

/** Forty texts, each told over with more or fewer words of its own, some to the letter. */
const signatures = (count: number): readonly (readonly number[])[] => {
  const below = numbers(7);
  const fresh = (): number => below(2 ** 32);
  const told = Array.from({ length: 40 }, () => Array.from({ length: HASHES }, fresh));
  return Array.from({ length: count }, () => {
    const text = told[below(40)] ?? [];
    const own = below(60);
    return text.map((hash, i) => (i < own ? fresh() : hash));
  });
};

const source = (key: string): Source => ({
  ...{ key, articleId: key, outlet: key, publisher: key, tier: 'media', day: '2025-06-05' },
  ...{ publishedAt: '2025-06-05T00:00:00.000Z', url: null, title: key },
});

const nearTo = (a: readonly number[], b: readonly number[]): boolean => {
  const [one, other] = [Uint32Array.from(a), Uint32Array.from(b)];
  const bands = Array.from({ length: BANDS }, (_, band) => band);
  const agreeing = a.filter((hash, i) => hash === b[i]).length;
  return (
    agreeing >= THRESHOLD * HASHES &&
    agreeing < HASHES &&
    bands.some((band) => bandHash(one, band) === bandHash(other, band))
  );
};

describe('near-duplicates', () => {
  // Enough for the index to grow several times and for more than one block of signatures.
  const all = signatures(1500);
  const near = createNearDuplicates(THRESHOLD);
  const sources = all.map((_, i) => source(String(i)));
  sources.forEach((one, i) => near.take(one, all[i] ?? []));

  it('are those that share a band and agree in most of their hashes, however many were taken', () => {
    let pairs = 0;
    for (let i = 0; i < all.length; i += 37) {
      const [one, signature] = [sources[i], all[i]];
      if (one === undefined || signature === undefined) throw new Error('no such source');
      const wording = near.wordingOf(one);
      const found = new Set(wording?.neighbours.flatMap((other) => other.sources.map(({ key }) => key)));
      const wanted = sources.filter((_, j) => nearTo(signature, all[j] ?? [])).map(({ key }) => key);
      expect([...found].sort()).toEqual(wanted.sort());
      pairs += wanted.length;
    }
    expect(pairs).toBeGreaterThan(40);
  });

  it('are one wording where the signature is the same', () => {
    const first = near.take(source('again'), all[3] ?? []);
    expect(first.sources.map(({ key }) => key)).toContain('3');
    expect(first).toBe(near.wordingOf(sources[3] ?? source('3')));
  });

  it('are none of a text without a signature', () => {
    expect(near.take(source('empty'), []).neighbours).toEqual([]);
  });
});
