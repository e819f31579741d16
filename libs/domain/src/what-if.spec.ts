import { readFacet, record, type MeetingsValue, type Relation } from './index';
import {
  article,
  call,
  GOOD,
  leaders,
  open,
  pact,
  product,
  read,
  relationOf,
  summary,
  summit,
  tariff,
  truce,
  type Told,
} from './told.fixture';

// What a careful analyst would say of histories that did not happen. Labelled as people label: without what a number counts.

const list3 = (percent: number | null, more: object = {}): Told =>
  open(percent, { scope: 'product', product: '$200 billion of Chinese goods', ...more });

describe('what if', () => {
  describe('a truce ends before its day', () => {
    const begun = article('2027-01-10', [
      pact('agreed', { name: 'Lima', date: '2027-01-10', until: '2027-06-30' }),
    ]);

    it('has expired from the day on which the sides let it lapse', () => {
      const relation = relationOf(
        begun,
        article('2027-04-10', [pact('expired', { name: 'Lima', date: '2027-04-10' })]),
      );
      expect(truce(relation, '2027-04-09').status).toBe('agreed');
      expect(truce(relation, '2027-04-10')).toMatchObject({ status: 'expired', endedOn: '2027-04-10' });
      expect(truce(relation, '2027-07-15')).toMatchObject({ status: 'expired', endedOn: '2027-04-10' });
    });

    it('has collapsed, and is not revived by its own end date told again', () => {
      const relation = relationOf(
        begun,
        article('2027-03-02', [pact('collapsed', { name: 'Lima', date: '2027-03-01' })]),
        article('2027-03-20', [pact('agreed', { name: 'Lima', date: '2027-01-10', until: '2027-06-30' })]),
      );
      expect(truce(relation, '2027-02-28').status).toBe('agreed');
      expect(truce(relation, '2027-03-20')).toMatchObject({ status: 'collapsed', endedOn: '2027-03-01' });
    });
  });

  describe('a truce is prolonged again and again', () => {
    const relation = relationOf(
      article('2027-01-05', [pact('agreed', { name: 'Bali', date: '2027-01-05', until: '2027-04-05' })]),
      article('2027-04-03', [pact('extended', { name: 'Bali', date: '2027-04-03', until: '2027-07-04' })]),
      article('2027-07-01', [pact('extended', { name: 'Bali', date: '2027-07-01', durationDays: 90 })]),
      article('2027-07-02', [pact('extended', { name: 'Bali', date: '2027-07-02', durationDays: 90 })]),
    );

    it('has each end from the day on which it was told', () => {
      expect([truce(relation, '2027-04-02').until, truce(relation, '2027-04-03').until]).toEqual([
        '2027-04-05',
        '2027-07-04',
      ]);
    });

    it('reckons "another 90 days" from the old end, once', () => {
      expect(truce(relation, '2027-07-02')).toMatchObject({ status: 'extended', until: '2027-10-02' });
      expect(truce(relation, '2027-10-03').status).toBe('expired');
    });
  });

  describe('a second truce takes the place of the first', () => {
    const first = article('2027-01-05', [
      pact('in_force', { name: 'Bali', date: '2027-01-05', until: '2027-09-30' }),
    ]);

    it('counts from the day it is agreed where it has an end, named or not', () => {
      for (const name of ['Perth', null]) {
        const relation = relationOf(
          first,
          article('2027-08-20', [pact('agreed', { name, date: '2027-08-20', until: '2028-08-20' })]),
        );
        expect(truce(relation, '2027-08-19').name).toBe('Bali');
        expect(truce(relation, '2027-10-15')).toMatchObject({ status: 'agreed', until: '2028-08-20' });
      }
    });

    it('stands beside it until the first is over where it has none, though reports have it in force', () => {
      const relation = relationOf(
        first,
        article('2027-06-11', [pact('agreed', { name: 'Perth', date: '2027-06-10' })]),
        article('2027-08-20', [pact('in_force', { name: 'Perth', news: false })]),
      );
      expect(truce(relation, '2027-08-20')).toMatchObject({ name: 'Bali', beside: [{ name: 'Perth' }] });
    });

    it('stands beside it where it is told with the end of the first', () => {
      const relation = relationOf(
        first,
        article('2027-06-11', [pact('agreed', { name: 'Perth', date: '2027-06-10' })]),
        article('2027-07-09', [pact('in_force', { name: 'Perth', date: '2027-06-10', until: '2027-09-30' })]),
      );
      expect(truce(relation, '2027-07-10').name).toBe('Bali');
    });

    it('counts also where the same report has its end as that of the first', () => {
      const relation = relationOf(
        first,
        article('2027-08-15', [pact('agreed', { name: 'Lima', date: '2027-08-15', until: '2027-09-30' })]),
        article('2027-08-20', [
          pact('agreed', { name: 'Perth', date: '2027-08-20', until: '2028-08-20' }),
          pact('agreed', { name: 'Bali', date: '2027-08-20', until: '2028-08-20' }),
        ]),
      );
      expect(truce(relation, '2027-08-21')).toMatchObject({ name: 'Perth', until: '2028-08-20' });
    });

    it('stands beside it also where the end of the first is only reckoned', () => {
      const relation = relationOf(
        article('2027-01-05', [pact('agreed', { name: 'Bali', date: '2027-01-05', durationDays: 270 })]),
        article('2027-06-11', [pact('in_force', { name: 'Perth' })]),
      );
      expect(truce(relation, '2027-06-20')).toMatchObject({ name: 'Bali', until: '2027-10-02' });
    });
  });

  it('a truce is only proposed', () => {
    const relation = relationOf(article('2027-01-05', [pact('proposed', { name: 'Bali' })]));
    expect(summary(relation, '2027-01-06').truce).toMatchObject({ status: 'proposed', name: 'Bali' });
  });

  describe('a summit is cancelled', () => {
    const plans = [
      article('2027-01-10', [call('held', { date: '2027-01-10' })]),
      article('2027-02-01', [summit('scheduled', { date: '2027-03-12', place: 'Beijing', host: 'CN' })]),
      article('2027-02-02', [summit('agreed', { host: 'US', date: '2027' })]),
    ];

    it.each([
      ['by its day', { date: '2027-03-12' }],
      ['by its place', { place: 'Beijing' }],
      ['by its host', { host: 'CN' }],
    ])('is planned no more, told %s; the return visit is', (_, told) => {
      const relation = relationOf(...plans, article('2027-03-01', [summit('cancelled', told)]));
      expect(summary(relation, '2027-03-02')).toMatchObject({
        plannedMeetings: [{ kind: 'leader_meeting', status: 'agreed', date: '2027' }],
        lastLeaderContact: { kind: 'leader_call', date: '2027-01-10' },
      });
      expect(leaders(relation, '2027-03-20').recent).toMatchObject([
        { status: 'cancelled', date: '2027-03-12' },
      ]);
    });

    it('is planned again when it is set anew', () => {
      const relation = relationOf(
        ...plans,
        article('2027-03-01', [summit('cancelled', { date: '2027-03-12', place: 'Beijing' })]),
        article('2027-06-01', [summit('scheduled', { date: '2027-10', place: 'Beijing' })]),
      );
      expect(leaders(relation, '2027-06-02').planned).toMatchObject([
        { date: '2027' },
        { date: '2027-10', status: 'scheduled' },
      ]);
    });

    it('has no day any more when it is put off', () => {
      const relation = relationOf(
        ...plans,
        article('2027-03-01', [summit('postponed', { date: '2027-03-12', place: 'Beijing' })]),
      );
      expect(summary(relation, '2027-04-01').plannedMeetings).toContainEqual({
        kind: 'leader_meeting',
        status: 'postponed',
        date: null,
        place: 'Beijing',
      });
    });
  });

  describe('a call is claimed and denied', () => {
    const before = article('2027-01-17', [call('held', { date: '2027-01-17' })]);
    const claim = article('2027-04-22', [call('held', { date: '2027-04-20' })]);
    const denial = article('2027-04-24', [call('denied', { date: '2027-04-20' }), { type: 'dispute' }]);
    const calls = (relation: Relation): MeetingsValue =>
      read(relation, 'meetings/leader_call', '2027-05-10').value as MeetingsValue;

    it('is no contact once the other side denies it in another report', () => {
      expect(summary(relationOf(before, claim, denial), '2027-05-10').lastLeaderContact).toMatchObject({
        date: '2027-01-17',
      });
      expect(
        summary(relationOf(before, claim, denial), '2027-05-10', '2027-04-23').lastLeaderContact,
      ).toMatchObject({
        date: '2027-04-20',
      });
    });

    it('is none either where neither word has a day', () => {
      const relation = relationOf(
        before,
        article('2027-04-25', [call('held'), call('denied'), { type: 'dispute', about: 'a phone call' }]),
      );
      expect(summary(relation, '2027-05-10').lastLeaderContact).toMatchObject({ date: '2027-01-17' });
    });

    it('leaves what is planned planned, until somebody else has it too', () => {
      const plan = article('2027-04-10', [call('agreed')]);
      const told = article('2027-04-25', [
        call('held', { date: '2027-04-24' }),
        call('denied', { date: '2027-04-24' }),
      ]);
      const relation = relationOf(before, plan, told);
      expect(calls(relation).planned).toMatchObject([{ status: 'agreed' }]);
      record(relation, article('2027-05-02', [call('held', { date: '2027-04-24' })]));
      expect(calls(relation)).toMatchObject({ planned: [], lastHeld: { date: '2027-04-24' } });
    });

    it('is none where news of one is given a month long gone', () => {
      const misread = article('2028-02-04', [call('held', { date: '2027-04' })]);
      expect(calls(relationOf(before, misread)).lastHeld?.date).toBe('2027-01-17');
    });

    it('is none either where the denial is told only as a dispute', () => {
      const told = article('2027-04-25', [
        call('held', { date: '2027-04-25' }),
        { type: 'dispute', about: 'any talks' },
      ]);
      expect(calls(relationOf(before, told)).lastHeld?.date).toBe('2027-01-17');
    });

    it('is one when somebody else has it too', () => {
      const relation = relationOf(before, claim, denial);
      record(relation, article('2027-05-01', [call('held', { date: '2027-04-20' })]));
      expect(calls(relation).lastHeld?.date).toBe('2027-04-20');
    });
  });

  describe('a court strikes down the ground of a tariff', () => {
    const stands = article('2027-02-01', [open(30, { effective: '2027-02-01' })]);

    it('is over on the day on which collection ends', () => {
      const relation = relationOf(
        stands,
        article('2027-05-20', [open(30, { status: 'past', until: '2027-06-01' })]),
      );
      expect([tariff(relation, '2027-05-31').rate, tariff(relation, '2027-06-01').rate]).toEqual([30, 0]);
    });

    it('gives way to what is put in its place that day', () => {
      const relation = relationOf(
        stands,
        article('2027-05-20', [
          open(30, { status: 'past', until: '2027-06-01' }),
          open(15, { status: 'announced', effective: '2027-06-01', until: '2027-10-29' }),
        ]),
      );
      expect(tariff(relation, '2027-06-01')).toMatchObject({ rate: 15, announced: [] });
    });

    it('changes nothing where the ruling is stayed', () => {
      const relation = relationOf(stands, article('2027-05-20', [open(30)]));
      expect(tariff(relation, '2027-06-10').rate).toBe(30);
    });
  });

  describe('a rate is cut by agreement', () => {
    const stands = article('2027-02-01', [open(30, { effective: '2027-02-01' })]);

    it('falls on the day that was agreed for it', () => {
      const relation = relationOf(
        stands,
        article('2027-03-01', [open(18, { rateFrom: 30, status: 'announced', effective: '2027-03-10' })]),
      );
      expect([tariff(relation, '2027-03-09').rate, tariff(relation, '2027-03-10').rate]).toEqual([30, 18]);
    });

    it('falls where neither the old rate nor a day is told, when it is reported in force', () => {
      const relation = relationOf(
        stands,
        article('2027-03-01', [open(18, { status: 'announced' })]),
        article('2027-03-12', [open(18, { effective: '2027-03-12' })]),
      );
      expect([tariff(relation, '2027-03-11').rate, tariff(relation, '2027-03-12').rate]).toEqual([30, 18]);
      expect(tariff(relation, '2027-03-12').announced).toEqual([]);
    });
  });

  describe('a part is suspended and its day goes by', () => {
    const suspended = [
      article('2027-05-14', [
        open(30, { rateFrom: 54, effective: '2027-05-14' }),
        open(24, { status: 'suspended', until: '2027-08-12' }),
      ]),
    ];

    it('is still listed, and the rate is unconfirmed, until a report says what became of it', () => {
      const relation = relationOf(...suspended);
      expect(read(relation, 'tariff/US', '2027-08-12').standing).toBe('reported');
      expect(read(relation, 'tariff/US', '2027-08-13')).toMatchObject({
        standing: 'unconfirmed',
        value: { rate: 30, suspended: [{ rate: 24, until: '2027-08-12' }] },
      });
      record(relation, article('2027-08-20', [open(30)]));
      expect(read(relation, 'tariff/US', '2027-08-20')).toMatchObject({
        standing: 'corroborated',
        value: { suspended: [] },
      });
    });

    it('stays suspended until the new day when that is prolonged', () => {
      const relation = relationOf(
        ...suspended,
        article('2027-08-11', [open(24, { status: 'suspended', until: '2027-11-10' })]),
      );
      expect(read(relation, 'tariff/US', '2027-09-01')).toMatchObject({
        standing: 'reported',
        value: { rate: 30, suspended: [{ rate: 24, until: '2027-11-10' }] },
      });
    });

    it('is in force again when it is reported so', () => {
      const relation = relationOf(
        ...suspended,
        article('2027-08-13', [open(54, { rateFrom: 30, effective: '2027-08-13' })]),
      );
      expect(tariff(relation, '2027-08-13')).toMatchObject({ rate: 54, suspended: [] });
    });
  });

  it('a product is excluded: the rate on all goods stays', () => {
    const relation = relationOf(
      article('2027-02-01', [open(30, { effective: '2027-02-01' })]),
      article('2027-02-12', [
        open(null, {
          scope: 'product',
          product: 'smartphones',
          status: 'suspended',
          effective: '2027-02-12',
        }),
      ]),
    );
    expect(tariff(relation, '2027-02-12').rate).toBe(30);
    expect(product(relation, 'tariff/US/smartphones', '2027-02-12').status).toBe('suspended');
  });

  describe('a list is raised from 10 to 25', () => {
    const stands = article('2027-02-01', [list3(10, { effective: '2027-02-01' })]);
    const rise = (on: string, effective: string): ReturnType<typeof article> =>
      article(on, [list3(25, { rateFrom: 10, status: 'announced', effective })]);
    const at = (relation: Relation, day: string): number | null =>
      product(relation, 'tariff/US/$200bn', day).rate;

    it('rises on its day', () => {
      const relation = relationOf(stands, rise('2027-03-01', '2027-04-01'));
      expect([at(relation, '2027-03-31'), at(relation, '2027-04-01')]).toEqual([10, 25]);
    });

    it('rises on the later day to which it was put off, and not before', () => {
      const relation = relationOf(stands, rise('2027-03-01', '2027-04-01'), rise('2027-03-20', '2027-06-01'));
      expect([at(relation, '2027-04-02'), at(relation, '2027-06-01')]).toEqual([10, 25]);
      record(relation, rise('2027-03-25', '2027-04-01'));
      expect(at(relation, '2027-04-02')).toBe(10);
    });

    it('does not rise when it is called off', () => {
      const relation = relationOf(
        stands,
        rise('2027-03-01', '2027-04-01'),
        article('2027-03-28', [list3(25, { status: 'suspended' })]),
      );
      expect(at(relation, '2027-05-01')).toBe(10);
    });
  });

  it.each([
    ['on all goods', 'tariff/US', open],
    ['on a list', 'tariff/US/$200bn', list3],
  ])(
    'a rise %s that many announced and nobody saw gives way to one good report that the old rate stands',
    (_, facet, told) => {
      const relation = relationOf(
        article('2027-02-01', [told(10, { effective: '2027-02-01' })]),
        ...GOOD.map((publisher) =>
          article('2027-03-01', [told(25, { rateFrom: 10, status: 'announced', effective: '2027-04-01' })], {
            publisher,
          }),
        ),
        article('2027-04-03', [told(10)], { publisher: 'ft.com' }),
      );
      expect(read(relation, facet, '2027-04-01')).toMatchObject({
        standing: 'unconfirmed',
        value: { rate: 25 },
      });
      expect(read(relation, facet, '2027-04-03').value).toMatchObject({ rate: 10 });
    },
  );

  it('parts that are seen in force make the rate, not a number that was only announced for the day', () => {
    const relation = relationOf(
      article('2027-02-01', [open(20, { effective: '2027-02-01' })]),
      article('2027-03-01', [open(10, { status: 'announced', effective: '2027-03-05' })]),
      article('2027-03-05', [
        open(10, { effective: '2027-03-05' }),
        open(20, { effective: '2027-03-05', authority: 'fentanyl' }),
        open(30),
      ]),
      article('2027-03-09', [open(10, { effective: '2027-03-05', news: false })]),
    );
    expect(tariff(relation, '2027-03-05').rate).toBe(30);
    expect(tariff(relation, '2027-03-09').rate).toBe(30);
  });

  it('the rate on all goods rises on the later day to which the rise was put off', () => {
    const rise = (on: string, effective: string): ReturnType<typeof article> =>
      article(on, [open(25, { rateFrom: 10, status: 'announced', effective })]);
    const relation = relationOf(
      article('2027-02-01', [open(10, { effective: '2027-02-01' })]),
      rise('2027-03-01', '2027-04-01'),
      rise('2027-03-20', '2027-06-01'),
    );
    expect([tariff(relation, '2027-04-02').rate, tariff(relation, '2027-06-01').rate]).toEqual([10, 25]);
  });

  describe('one side answers in kind', () => {
    it('has both rates, each on its day', () => {
      const relation = relationOf(
        article('2027-02-01', [open(20, { status: 'announced', effective: '2027-02-10' })]),
        article('2027-02-04', [open(20, { imposer: 'CN', status: 'announced', effective: '2027-02-10' })]),
        article('2027-02-12', [
          open(35, { rateFrom: 20, effective: '2027-02-12' }),
          open(35, { imposer: 'CN', rateFrom: 20, status: 'announced', effective: '2027-02-14' }),
        ]),
      );
      expect(summary(relation, '2027-02-13').tariffs).toEqual({
        US: { additionalAllGoods: 35 },
        CN: { additionalAllGoods: 20 },
      });
      expect(summary(relation, '2027-02-14').tariffs.CN).toEqual({ additionalAllGoods: 35 });
    });

    it('does not take a threat to answer for the answer', () => {
      const relation = relationOf(article('2027-02-04', [open(20, { imposer: 'CN', status: 'threatened' })]));
      expect(summary(relation, '2027-03-01').tariffs.CN).toEqual({ additionalAllGoods: null });
      expect(readFacet(relation, 'tariff/CN', { asOf: '2027-12-01' })).toMatchObject({
        value: { threatened: [] },
      });
    });
  });
});
