import { type Source } from './assertion';
import { createClusters } from './clusters';
import { createNearDuplicates } from './near-duplicates';

const source = (articleId: string, publishedAt: string): Source => ({
  key: articleId,
  articleId,
  outlet: articleId,
  tier: 'media',
  publishedAt,
  day: publishedAt.slice(0, 10),
});

/** The first `differing` of 128 hashes are of its own. */
const signature = (differing: number): number[] =>
  Array.from({ length: 128 }, (_, i) => (i < differing ? 1000 + i : i));

// 0 and 50 hashes differ: 61 percent alike; 50 and 100 too; 0 and 100 are not.
const [first, bridge, last] = [
  source('a', '2025-06-01'),
  source('b', '2025-06-02'),
  source('c', '2025-05-30'),
] as const;

const set = (): { clusters: ReturnType<typeof createClusters> } => {
  const near = createNearDuplicates(0.5);
  near.take(first, signature(0));
  near.take(bridge, signature(50));
  near.take(last, signature(100));
  return { clusters: createClusters(near) };
};

describe('texts that are one text', () => {
  it('are joined by what lies between, whichever comes last, and told which were', () => {
    const { clusters } = set();
    expect([...clusters.add(first), ...clusters.add(last)]).toEqual([]);
    expect(clusters.clusterOf(first)).not.toBe(clusters.clusterOf(last));
    expect(clusters.add(bridge)).toEqual(expect.arrayContaining([first, last]));
    expect(clusters.clusterOf(first)).toBe(clusters.clusterOf(last));
  });

  it('are parted again when that goes', () => {
    const { clusters } = set();
    for (const one of [first, bridge, last]) clusters.add(one);
    expect(clusters.remove(bridge)).toEqual(expect.arrayContaining([first, last]));
    expect(clusters.clusterOf(first)).not.toBe(clusters.clusterOf(last));
  });

  it('are stood for by the first published, not by the first that came', () => {
    const { clusters } = set();
    for (const one of [first, bridge, last]) clusters.add(one);
    expect(clusters.representative(bridge)).toBe(last);
  });

  it('are stood for by whoever is left, however they came and went', () => {
    const near = createNearDuplicates(0.5);
    const dates = ['2025-06-03', '2025-05-30', '2025-06-01', '2025-05-31', '2025-06-02', '2025-05-29'];
    // Three wordings in a chain, each told by two.
    const all = dates.map((date, i) => source(`s${i}`, date));
    all.forEach((one, i) => near.take(one, signature(50 * (i % 3))));
    const clusters = createClusters(near);
    const there = new Set<Source>();
    const moves = [0, 2, 5, 1, 3, 4, 5, 1, 4, 2, 0, 3, 1, 5];
    for (const at of moves) {
      const [one, before] = [all[at], clusters.revision()];
      if (one === undefined) throw new Error('no such source');
      const wereFor = new Map([...there].map((other) => [other, clusters.representative(other)]));
      if (there.delete(one)) clusters.remove(one);
      else {
        there.add(one);
        clusters.add(one);
      }
      const isOther = (other: Source): boolean =>
        wereFor.has(other) && wereFor.get(other) !== clusters.representative(other);
      for (const other of there) {
        const together = [...there].filter((x) => clusters.clusterOf(x) === clusters.clusterOf(other));
        const [first] = together.sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
        expect(clusters.representative(other)).toBe(first);
      }
      if ([...there].some(isOther)) expect(clusters.revision()).not.toBe(before);
    }
  });

  it('never joins texts without a signature', () => {
    const near = createNearDuplicates(0.5);
    near.take(first, []);
    near.take(last, []);
    const clusters = createClusters(near);
    clusters.add(first);
    clusters.add(last);
    expect(clusters.clusterOf(first)).not.toBe(clusters.clusterOf(last));
  });
});
