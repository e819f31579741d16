import { changes, correlate, monthly, paired, pearson, ranks, spearman } from './statistics';

describe('correlation', () => {
  // Anscombe's first set: r = 0.81642 is published with it.
  const anscombe = [
    [10, 8.04],
    [8, 6.95],
    [13, 7.58],
    [9, 8.81],
    [11, 8.33],
    [14, 9.96],
    [6, 7.24],
    [4, 4.26],
    [12, 10.84],
    [7, 4.82],
    [5, 5.68],
  ] as const;

  it('is the published one of a published set', () => {
    expect(pearson(anscombe)).toBeCloseTo(0.81642, 5);
  });

  it('by ranks is 1 for what rises together, however bent, and -1 for what goes apart', () => {
    expect(
      spearman([
        [1, 1],
        [2, 100],
        [3, 101],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spearman([
        [1, 9],
        [2, 3],
        [3, -50],
      ]),
    ).toBeCloseTo(-1, 12);
  });

  it('gives equals the mean of their ranks', () => {
    expect(ranks([30, 10, 30, 20])).toEqual([3.5, 1, 3.5, 2]);
  });

  it('is none of two pairs, nor where one side stands still', () => {
    const two = [
      [1, 1],
      [2, 2],
    ] as const;
    expect(correlate(two)).toEqual({ n: 2, pearson: null, spearman: null });
    expect(pearson([...two, [3, 2], [4, 2]].map(([x]) => [x, 5]))).toBeNull();
  });
});

describe('series', () => {
  it('are paired at the times that both have, in order', () => {
    const x = new Map([
      ['2025-03', 3],
      ['2025-01', 1],
      ['2025-02', 2],
    ]);
    const y = new Map([
      ['2025-01', 10],
      ['2025-03', 30],
    ]);
    expect(paired(x, y)).toEqual([
      [1, 10],
      [3, 30],
    ]);
  });

  it('change from one pair to the next', () => {
    expect(
      changes([
        [1, 10],
        [4, 8],
        [4, 9],
      ]),
    ).toEqual([
      [3, -2],
      [0, 1],
    ]);
  });

  it('of days become means of months', () => {
    const days = new Map([
      ['2025-01-30', 1],
      ['2025-01-31', 2],
      ['2025-02-01', 9],
    ]);
    expect(monthly(days)).toEqual(
      new Map([
        ['2025-01', 1.5],
        ['2025-02', 9],
      ]),
    );
  });
});
