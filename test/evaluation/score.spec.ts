import { type Line } from './corpus';
import { differences, match } from './score';
import { scores, sum, tally } from './tally';

const tariff = (fields: Readonly<Record<string, string | number | boolean | null>>): Line => ({
  type: 'tariff',
  imposer: 'US',
  rate: 30,
  status: 'in_effect',
  ...fields,
});

const scored = (gold: readonly Line[], read: readonly Line[]): ReturnType<typeof scores> =>
  scores(sum(Object.values(tally(gold, read, match(gold, read)))));

describe('what makes two observations one', () => {
  it('takes a rate within half a point', () => {
    expect(differences(tariff({ rate: 145 }), tariff({ rate: 145.5 }))).toEqual([]);
    expect(differences(tariff({ rate: 145 }), tariff({ rate: 145.6 }))).toEqual(['rate']);
    expect(differences(tariff({ rate: null }), tariff({ rate: 0 }))).toEqual(['rate']);
  });

  it('asks for the accuser of a violation only, for the host of an invitation only', () => {
    const truce = (status: string, by: string | null): Line => ({ type: 'truce', status, by });
    expect(differences(truce('agreed', null), truce('agreed', 'US'))).toEqual([]);
    expect(differences(truce('violation_alleged', 'CN'), truce('violation_alleged', 'US'))).toEqual(['by']);
    const visit = (host: string): Line => ({
      type: 'meeting',
      kind: 'leader_meeting',
      status: 'invited',
      host,
    });
    expect(differences(visit('CN'), visit('US'))).toEqual(['host']);
  });

  it('takes a field left out for null', () => {
    expect(
      differences(
        { type: 'tariff', status: 'past', imposer: 'CN' },
        tariff({ imposer: 'CN', rate: null, status: 'past' }),
      ),
    ).toEqual([]);
  });

  it('never compares two types', () => {
    expect(differences(tariff({}), { type: 'stance', actor: 'US', tone: 'hostile' })).toBeNull();
  });
});

describe('matching', () => {
  it('gives a reading to the required label before the optional one', () => {
    const gold = [tariff({ required: false }), tariff({ required: true })];
    expect(match(gold, [tariff({})]).map(({ gold: i, read }) => [i, read])).toEqual([[1, 0]]);
  });

  it('gives a label the reading with the most details right', () => {
    const gold = [tariff({ required: true, rateFrom: 145, effective: '2025-05-14' })];
    const read = [tariff({ rateFrom: 145 }), tariff({ rateFrom: 150, effective: '2025-05-14' })];
    expect(match(gold, read)).toMatchObject([{ gold: 0, read: 1, details: { right: 2, all: 2 } }]);
  });

  it('takes a day for its month and a word of a name for the name', () => {
    const gold: Line = {
      type: 'meeting',
      kind: 'trade_talks',
      status: 'held',
      required: true,
      date: '2025-07',
      place: 'Stockholm',
    };
    const read: Line = {
      type: 'meeting',
      kind: 'trade_talks',
      status: 'held',
      date: '2025-07-29',
      place: 'stockholm, Sweden',
    };
    expect(match([gold], [read])[0]?.details).toEqual({ right: 2, all: 2 });
    expect(match([{ ...gold, date: '2025-07-29' }], [{ ...read, date: '2025-07' }])[0]?.details.right).toBe(
      1,
    );
  });
});

describe('the figures', () => {
  const gold = [
    tariff({ required: true, rateFrom: 145, scope: 'all' }),
    tariff({ required: true, imposer: 'CN', rate: 10 }),
    tariff({ required: false, rate: 145, status: 'past' }),
  ];

  it('counts recall over the required ones, precision over all that was read', () => {
    // read: one required with one of two details, one optional, one invented: P 2/3, R 1/2
    const read = [
      tariff({ rateFrom: 145, scope: 'product' }),
      tariff({ rate: 145, status: 'past' }),
      tariff({ rate: 99 }),
    ];
    const { precision, recall, f1, detail } = scored(gold, read);
    expect([precision, recall, detail]).toEqual([2 / 3, 1 / 2, 1 / 2]);
    expect(f1).toBeCloseTo(4 / 7, 12);
  });

  it('counts a doubled reading as wrong', () => {
    expect(scored(gold, [tariff({}), tariff({})]).precision).toBe(1 / 2);
  });

  it('has no precision where nothing was read, and no F1', () => {
    expect(scored(gold, [])).toEqual({ precision: null, recall: 0, f1: null, detail: null });
  });

  it('has no recall where nothing was required', () => {
    expect(scored([], [tariff({})])).toEqual({ precision: 0, recall: null, f1: null, detail: null });
  });
});
