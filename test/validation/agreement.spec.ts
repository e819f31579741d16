import { agree, disagreements, kindOf, shares, total, type Comparison } from './agreement';
import { parseCsv } from './reference';

const NONE = { want: [], got: [] };
const at = (date: string, want: Comparison['want'], got: Comparison['got']): Comparison => ({
  field: 'lists',
  date,
  what: 'CN $16bn',
  want,
  got,
  soon: NONE,
  because: [],
});

describe('agreement', () => {
  it.each([
    [25, 25.5, true],
    [25, 25.6, false],
    [null, 0, true],
    [null, 10, false],
    ['2025-08-12', '2025-08-12', true],
    ['2025-08-12', null, false],
  ])('of %s and %s: %s', (want, got, expected) => {
    expect(agree(want, got)).toBe(expected);
  });

  it.each([
    ['early', null, 10, { want: [10], got: [] }],
    ['late', 30, 20, { want: [30], got: [20, 30] }],
    ['missing', 25, null, NONE],
    ['other value', 25, 10, NONE],
    ['not in the reference', null, 10, NONE],
  ] as const)('that fails is told as %s', (kind, want, got, soon) => {
    expect(kindOf({ want, got, soon })).toBe(kind);
  });

  it('that fails over consecutive steps is one disagreement, and another once it was right', () => {
    const found = disagreements([
      at('2018-08-23', 25, null),
      at('2018-09-17', 25, null),
      at('2018-09-24', 25, 25),
      at('2019-05-10', 25, null),
    ]);
    expect(found.map(({ from, to, steps }) => [from, to, steps])).toEqual([
      ['2018-08-23', '2018-09-17', 2],
      ['2019-05-10', '2019-05-10', 1],
    ]);
  });

  it('is counted by field', () => {
    const of = shares([at('2018-08-23', 25, null), at('2018-09-17', 25, 25)]);
    expect([...of]).toEqual([['lists', { right: 1, all: 2 }]]);
    expect(total(of.values())).toEqual({ right: 1, all: 2 });
  });
});

describe('the reference', () => {
  it('is read from CSV under its remarks, with commas in quotes and empty cells', () => {
    expect(parseCsv('# source, and year\ndate,rate,page\n2018-01-01,3.0,"a, b"\n2018-07-05,,c\n')).toEqual([
      { date: '2018-01-01', rate: '3.0', page: 'a, b' },
      { date: '2018-07-05', rate: '', page: 'c' },
    ]);
  });
});
