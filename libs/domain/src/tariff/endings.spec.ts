import { article, rate, relationOf, tariff, type Told } from '../told.fixture';

const part = (percent: number, authority: string, more: object = {}): Told =>
  rate(percent, { basis: 'additional', authority, ...more });

const stands = article('2025-11-10', [
  rate(20, { rateFrom: 30, effective: '2025-11-10' }),
  part(10, 'fentanyl', { effective: '2025-11-10' }),
  part(10, 'reciprocal', { effective: '2025-11-10' }),
  part(24, 'reciprocal', { status: 'suspended', until: '2026-11-10' }),
]);
const surcharge = { effective: '2026-02-24', until: '2026-07-24' };

describe('what a reading must get right of the end of an authority', () => {
  it('names the part that is told in force from the day on which the others ended, and drops what was suspended of them', () => {
    const relation = relationOf(
      stands,
      article('2026-02-20', [
        rate(20, { status: 'past', authority: 'ieepa', until: '2026-02-24' }),
        part(10, 'fentanyl', { status: 'past', until: '2026-02-24' }),
        part(10, 'section_122', { status: 'announced', ...surcharge }),
      ]),
      article('2026-02-24', [rate(10, { rateFrom: 20, ...surcharge }), part(10, 'section_122', surcharge)]),
      article('2026-04-06', [rate(10, { basis: 'additional', effective: '2026-02-24' })]),
    );
    expect(tariff(relation, '2026-02-23').suspended).toHaveLength(1);
    expect(tariff(relation, '2026-02-24')).toMatchObject({
      rate: 10,
      parts: [{ authority: 'section_122', rate: 10 }],
      suspended: [],
    });
  });

  it('keeps what is suspended of a part that only changes its level', () => {
    const relation = relationOf(
      article('2025-04-10', [
        rate(145, { effective: '2025-04-10' }),
        part(125, 'reciprocal'),
        part(20, 'fentanyl'),
      ]),
      article('2025-05-14', [
        part(125, 'reciprocal', { status: 'past', until: '2025-05-14' }),
        rate(30, { rateFrom: 145, effective: '2025-05-14' }),
        part(10, 'reciprocal', { effective: '2025-05-14' }),
        part(24, 'reciprocal', { status: 'suspended', until: '2025-08-12' }),
      ]),
    );
    expect(tariff(relation, '2025-05-15')).toMatchObject({
      rate: 30,
      parts: [{ authority: 'fentanyl' }, { authority: 'reciprocal', rate: 10 }],
      suspended: [{ rate: 24 }],
    });
  });

  it.each([
    ['with the rate', rate(20, { status: 'past', authority: 'ieepa', until: '2026-02-24' })],
    [
      'without a number',
      rate(null, { status: 'past', authority: 'ieepa', until: '2026-02-24', basis: 'unknown' }),
    ],
  ])(
    'falls to nought when a court struck the authority down and nothing takes its place, told %s',
    (_, told) => {
      const relation = relationOf(stands, article('2026-02-20', [told]));
      expect(tariff(relation, '2026-02-23').rate).toBe(20);
      expect(tariff(relation, '2026-02-24')).toMatchObject({ rate: 0, parts: [], suspended: [] });
    },
  );

  it('keeps the other parts when one of them is struck down', () => {
    const relation = relationOf(
      stands,
      article('2026-02-20', [part(10, 'fentanyl', { status: 'past', until: '2026-02-24' })]),
    );
    expect(tariff(relation, '2026-02-24')).toMatchObject({
      rate: 10,
      parts: [{ authority: 'reciprocal', rate: 10 }],
      suspended: [{ rate: 24 }],
    });
  });

  it('does not know what follows a level that was left', () => {
    const relation = relationOf(
      article('2025-04-10', [rate(145, { effective: '2025-04-10' })]),
      article('2025-05-20', [rate(145, { status: 'past', until: '2025-05-14', news: false })]),
    );
    expect(tariff(relation, '2025-05-20').rate).toBe(145);
  });
});

describe('what a reading must get right of a number that counts more than what stands', () => {
  it.each([
    ['announced', 'tariffs would fall to 47 percent'],
    ['in_effect', 'tariffs came down to 47 percent'],
  ])('keeps "fall to 47 percent", where 30 stands, with the totals: %s', (status, text) => {
    const relation = relationOf(
      article('2025-05-14', [rate(30, { effective: '2025-05-14' })]),
      article('2025-10-30', [rate(47, { status, basis: 'unknown', evidence: { text } })]),
    );
    expect(tariff(relation, '2025-10-30')).toMatchObject({
      rate: 30,
      announced: [],
      totals: [{ basis: 'unknown', rate: 47 }],
    });
  });

  it('takes "fall to 20 percent", where 30 stands, for the rate', () => {
    const relation = relationOf(
      article('2025-05-14', [rate(30, { effective: '2025-05-14' })]),
      article('2025-10-30', [
        rate(20, {
          status: 'announced',
          basis: 'unknown',
          effective: '2025-11-10',
          evidence: { text: 'tariffs would fall to 20 percent' },
        }),
      ]),
    );
    expect(tariff(relation, '2025-11-10').rate).toBe(20);
  });
});
