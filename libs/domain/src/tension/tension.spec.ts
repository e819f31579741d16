import { tension, type Relation, type TensionReading } from '../index';
import { article, rate, relationOf, type Told } from '../told.fixture';

const duty = (of: string, percent: number, more: object = {}): Told =>
  rate(percent, { scope: 'product', product: of, basis: 'additional', ...more });

const on = (relation: Relation, day: string): TensionReading['contributions'] =>
  tension(relation, { asOf: day }).contributions.filter((one) => one.day === day);
const what = (relation: Relation, day: string): readonly string[] =>
  on(relation, day).map((one) => `${one.facet}: ${one.what}`);

describe('what the tension index must get right', () => {
  it.each([
    ['a duty', duty('Section 301 goods', 100)],
    ['the rate on all goods', rate(20)],
    ['a measure', { type: 'measure', status: 'in_effect', news: false }],
  ] as const)('does not take %s that is only seen standing for an act of the day', (_, told) => {
    const relation = relationOf(article('2025-04-02', [told]));
    expect(on(relation, '2025-04-02')).toEqual([]);
  });

  it('takes a duty that is seen, and began lately, for an act', () => {
    const relation = relationOf(article('2025-04-02', [duty('steel', 25, { effective: '2025-03-12' })]));
    expect(what(relation, '2025-03-12')).toEqual(['tariff/US/steel: 0 to 25 percent']);
  });

  it('counts a list and the lists within it once', () => {
    const relation = relationOf(
      article('2019-05-10', [
        duty('$200 billion of Chinese goods', 25, { rateFrom: 10, effective: '2019-05-10' }),
        duty('$250 billion of Chinese goods', 25, { effective: '2019-05-10' }),
      ]),
    );
    expect(what(relation, '2019-05-10')).toEqual(['tariff/US/$200bn: 0 to 25 percent']);
  });

  it('counts one sentence on several goods once', () => {
    const energy = { imposer: 'CN', status: 'announced', effective: '2025-02-10' };
    const relation = relationOf(article('2025-02-04', [duty('coal and liquefied natural gas', 15, energy)]));
    expect(what(relation, '2025-02-04')).toEqual(['tariff/CN/coal: announced: 15 percent']);
  });

  it('counts the part and the total that one step makes once, and a cut as a cut', () => {
    const step = { status: 'announced', effective: '2025-05-14' };
    const relation = relationOf(
      article('2025-04-10', [rate(145, { effective: '2025-04-10' })]),
      article('2025-05-12', [
        rate(30, { rateFrom: 145, ...step }),
        rate(10, { basis: 'additional', authority: 'reciprocal', ...step }),
      ]),
    );
    expect(on(relation, '2025-05-12').map(({ points }) => points > 0)).toEqual([false]);
  });

  it('counts a signature under what had been agreed', () => {
    const agreed = (day: string): Told => ({ type: 'truce', status: 'agreed', name: 'Phase One', date: day });
    const relation = relationOf(
      article('2019-12-13', [agreed('2019-12-13')]),
      article('2020-01-15', [agreed('2020-01-15')]),
      article('2020-01-20', [agreed('2019-12-13'), agreed('2020-01-15')]),
    );
    expect(what(relation, '2019-12-13')).toEqual(['truce: Phase One agreed']);
    expect(what(relation, '2020-01-15')).toEqual(['truce: Phase One sealed']);
    expect(on(relation, '2020-01-20')).toEqual([]);
  });

  it('does not depend on the order in which articles come', () => {
    const inputs = [
      article('2025-02-04', [duty('coal and liquefied natural gas', 15, { effective: '2025-02-04' })]),
      article('2025-02-05', [duty('liquefied natural gas', 15, { effective: '2025-02-04' })]),
      article('2025-02-06', [duty('coal', 15, { effective: '2025-02-04' })]),
    ];
    const told = tension(relationOf(...inputs), { asOf: '2025-02-06' });
    expect(tension(relationOf(...[...inputs].reverse()), { asOf: '2025-02-06' })).toEqual(told);
  });
});
