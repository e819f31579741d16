import { article, product, rate, relationOf, type Told } from '../told.fixture';
import { readFacet } from '../index';

const duty = (of: string, percent: number | null, more: object = {}): Told =>
  rate(percent, { imposer: 'CN', scope: 'product', product: of, basis: 'additional', ...more });

const march = [
  article('2025-03-04', [
    duty('chicken, wheat, corn and cotton', 15, { status: 'announced', effective: '2025-03-10' }),
  ]),
  article('2025-03-10', [duty('soybeans, pork and beef', 10, { effective: '2025-03-10' })]),
];
const oldCars = article('2025-02-10', [duty('soybeans and pork', 25, { effective: '2018-07-06' })]);
const fruit = article('2025-03-11', [duty('fruit', 25, { effective: '2018-04-02' })]);

describe('what a reading must get right of the end of a duty', () => {
  it('ends the members of a collection whose end is told: "lifts the duties of up to 15 percent on US farm goods"', () => {
    const relation = relationOf(
      ...march,
      article('2025-11-10', [duty('US farm goods', 0, { rateFrom: 15 })]),
    );
    for (const goods of ['soybeans', 'pork', 'beef', 'chicken', 'wheat', 'corn', 'cotton']) {
      expect(product(relation, `tariff/CN/${goods}`, '2025-11-09').status).toBe('in_effect');
      expect(product(relation, `tariff/CN/${goods}`, '2025-11-10')).toMatchObject({
        status: 'past',
        until: '2025-11-10',
      });
    }
    expect(readFacet(relation, 'tariff/CN/dairy', { asOf: '2025-12-01' })).toBeNull();
  });

  it('ends them on the day that was announced for it, unconfirmed', () => {
    const relation = relationOf(
      ...march,
      article('2025-11-05', [
        duty('agricultural goods', 0, { rateFrom: 15, status: 'announced', effective: '2025-11-10' }),
      ]),
    );
    expect(product(relation, 'tariff/CN/wheat', '2025-11-09')).toMatchObject({
      status: 'in_effect',
      announced: [{ rate: 0 }],
    });
    expect(readFacet(relation, 'tariff/CN/wheat', { asOf: '2025-11-10' })).toMatchObject({
      status: 'past',
      standing: 'unconfirmed',
    });
  });

  it('ends only those that were imposed in the month named, and not those above the rate', () => {
    const ended = article('2025-11-10', [
      duty('US farm products', 15, { status: 'past', effective: '2025-03', news: false }),
    ]);
    const relation = relationOf(...march, fruit, ended);
    expect(product(relation, 'tariff/CN/corn', '2025-11-10').status).toBe('past');
    expect(product(relation, 'tariff/CN/fruit', '2025-11-10')).toMatchObject({
      status: 'in_effect',
      rate: 25,
    });
    const high = relationOf(oldCars, article('2025-11-10', [duty('farm goods', 0, { rateFrom: 15 })]));
    expect(product(high, 'tariff/CN/pork', '2025-11-10').status).toBe('in_effect');
  });

  it('leaves the members alone where only a rise of the collection is called off', () => {
    const relation = relationOf(
      article('2018-09-24', [duty('$60 billion of US goods', 10, { effective: '2018-09-24' })]),
      article('2019-10-11', [
        duty('$110 billion of US goods', 30, { status: 'suspended', effective: '2019-10-15' }),
      ]),
    );
    expect(product(relation, 'tariff/CN/$60bn', '2019-10-20')).toMatchObject({
      status: 'in_effect',
      rate: 10,
    });
  });

  it('takes a rate of nought, down from another, for the end of a duty', () => {
    const relation = relationOf(
      ...march,
      article('2025-06-01', [duty('beef', 0, { rateFrom: 10, effective: '2025-06-01' })]),
    );
    expect(product(relation, 'tariff/CN/beef', '2025-06-01')).toMatchObject({
      status: 'past',
      until: '2025-06-01',
    });
  });

  it('does not take a duty that begins at nought for an end', () => {
    const relation = relationOf(
      article('2025-01-01', [duty('semiconductors', 50, { effective: '2025-01-01' })]),
      article('2025-12-23', [duty('semiconductors', 0, { status: 'announced' })]),
    );
    expect(product(relation, 'tariff/CN/semiconductors', '2025-12-23')).toMatchObject({
      status: 'in_effect',
      rate: 50,
    });
  });

  it('is over after the term that it was put on for', () => {
    const relation = relationOf(
      article('2025-07-01', [duty('brandy', 30, { effective: '2025-07-05', until: '2025-08-31' })]),
    );
    expect(product(relation, 'tariff/CN/brandy', '2025-08-31').status).toBe('in_effect');
    expect(readFacet(relation, 'tariff/CN/brandy', { asOf: '2025-09-01' })).toMatchObject({
      status: 'past',
      standing: 'unconfirmed',
    });
  });
});
