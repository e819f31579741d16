import { type MeasureValue, type MeetingsValue } from './index';
import {
  article,
  GOOD,
  leaders,
  open,
  pact,
  product,
  rate,
  read,
  relationOf,
  round,
  summary,
  summit,
  talks,
  tariff,
  truce,
  type Told,
} from './told.fixture';

// More histories that did not happen, with what a careful analyst would say of them.

const goods = (name: string, percent: number | null, more: object = {}): Told =>
  open(percent, { scope: 'product', product: name, ...more });

describe('what if, further', () => {
  describe('a pause is prolonged three times, once by a length', () => {
    const relation = relationOf(
      article('2028-02-01', [
        pact('agreed', { name: 'Oslo', date: '2028-02-01', until: '2028-05-01' }),
        open(20, { rateFrom: 50, effective: '2028-02-03', status: 'announced' }),
        open(30, { status: 'suspended', until: '2028-05-01' }),
      ]),
      article('2028-04-25', [pact('extended', { name: 'Oslo', date: '2028-04-25', durationDays: 60 })]),
      article('2028-06-29', [
        pact('extended', { name: 'Oslo', date: '2028-06-29', until: '2028-12-31' }),
        open(30, { status: 'suspended', until: '2028-12-31' }),
      ]),
      article('2028-12-30', [pact('extended', { name: null, date: '2028-12-30', until: '2029-06-30' })]),
    );
    it('has the end that was told last, and the rate stays', () => {
      expect(truce(relation, '2028-05-20')).toMatchObject({ status: 'extended', until: '2028-06-30' });
      expect(truce(relation, '2028-07-01')).toMatchObject({ status: 'extended', until: '2028-12-31' });
      expect(truce(relation, '2029-01-15')).toMatchObject({
        name: 'Oslo',
        status: 'extended',
        until: '2029-06-30',
      });
      expect(tariff(relation, '2028-07-01')).toMatchObject({
        rate: 20,
        suspended: [{ rate: 30, until: '2028-12-31' }],
      });
      expect(truce(relation, '2029-07-01').status).toBe('expired');
    });
  });

  describe('a part is suspended, then brought back before its day', () => {
    const relation = relationOf(
      article('2028-01-10', [open(50, { effective: '2028-01-10' })]),
      article('2028-03-01', [
        open(20, { rateFrom: 50, effective: '2028-03-01' }),
        open(30, { status: 'suspended', until: '2028-09-01' }),
      ]),
      article('2028-06-05', [open(50, { rateFrom: 20, effective: '2028-06-05' })]),
    );
    it('is in force again, and nothing is suspended any more', () => {
      expect(tariff(relation, '2028-05-01')).toMatchObject({ rate: 20, suspended: [{ rate: 30 }] });
      expect(tariff(relation, '2028-06-06')).toMatchObject({ rate: 50, suspended: [] });
      expect(tariff(relation, '2028-09-02').rate).toBe(50);
    });
  });

  it('a part is still on hold after its last day, until when nobody says: it stays listed', () => {
    const relation = relationOf(
      article('2028-03-01', [
        open(20, { rateFrom: 50, effective: '2028-03-01' }),
        open(30, { status: 'suspended', until: '2028-09-01' }),
      ]),
      article('2028-09-01', [open(20), open(30, { status: 'suspended' })]),
      article('2028-09-20', [open(20)]),
    );
    expect(tariff(relation, '2028-09-21')).toMatchObject({
      rate: 20,
      suspended: [{ rate: 30, until: null }],
    });
  });

  describe('a good is spared from a list, and the exclusion is prolonged', () => {
    const relation = relationOf(
      article('2028-01-10', [goods('cranes', 40, { effective: '2028-01-10' })]),
      article('2028-02-01', [
        goods('cranes', 40, { status: 'suspended', effective: '2028-02-01', until: '2028-08-31' }),
      ]),
      article('2028-08-28', [goods('cranes', null, { status: 'suspended', until: '2028-11-29' })]),
      article('2028-11-26', [goods('cranes', 40, { status: 'suspended', until: '2029-11-10' })]),
    );
    it('is spared until the last day told', () => {
      expect(product(relation, 'tariff/US/cranes', '2028-01-20')).toMatchObject({
        status: 'in_effect',
        rate: 40,
      });
      for (const day of ['2028-03-01', '2028-09-10', '2029-01-01'])
        expect([day, product(relation, 'tariff/US/cranes', day).status]).toEqual([day, 'suspended']);
      expect(product(relation, 'tariff/US/cranes', '2029-01-01').until).toBe('2029-11-10');
    });
    it('is unconfirmed from then on: the calendar alone does not say what became of it', () => {
      expect(read(relation, 'tariff/US/cranes', '2029-11-10').standing).toBe('reported');
      expect(read(relation, 'tariff/US/cranes', '2029-11-11')).toMatchObject({
        standing: 'unconfirmed',
        value: { status: 'suspended', rate: 40 },
      });
    });
  });

  describe('a snap-back is threatened for a day', () => {
    const threatened = article('2028-05-01', [open(60, { status: 'threatened', effective: '2028-09-01' })]);
    const standing = article('2028-04-01', [open(20, { effective: '2028-04-01' })]);
    it('does not come by itself', () => {
      expect(tariff(relationOf(standing, threatened), '2028-09-02').rate).toBe(20);
    });
    it('comes where it is announced, and goes again where it is taken back the day before', () => {
      const announced = article('2028-08-20', [
        open(60, { status: 'announced', rateFrom: 20, effective: '2028-09-01' }),
      ]);
      expect(tariff(relationOf(standing, threatened, announced), '2028-09-01').rate).toBe(60);
      const off = article('2028-08-31', [open(60, { status: 'suspended', effective: '2028-09-01' })]);
      expect(tariff(relationOf(standing, threatened, announced, off), '2028-09-02').rate).toBe(20);
    });
  });

  it('sector duties stack on the rate on all goods: each keeps its own number', () => {
    const relation = relationOf(
      article('2028-01-10', [
        open(20, { effective: '2028-01-10' }),
        goods('steel', 25, { effective: '2028-01-10', basis: 'sector' }),
      ]),
      article('2028-03-12', [goods('steel', 50, { rateFrom: 25, effective: '2028-03-12', basis: 'sector' })]),
      article('2028-03-20', [goods('steel', 70, { basis: 'total_with_older' }), open(20)]),
    );
    expect(tariff(relation, '2028-04-01').rate).toBe(20);
    expect(product(relation, 'tariff/US/steel', '2028-04-01')).toMatchObject({
      rate: 50,
      since: '2028-03-12',
    });
  });

  describe('a court strikes down an authority', () => {
    const before = article('2028-01-10', [
      rate(20, { basis: 'additional', authority: 'fentanyl', effective: '2028-01-10' }),
      rate(10, { basis: 'additional', authority: 'reciprocal', effective: '2028-01-10' }),
    ]);
    const ruling = article('2028-05-28', [
      rate(null, { status: 'suspended', authority: 'ieepa', basis: 'unknown' }),
    ]);
    const stay = article('2028-05-29', [open(30)]);
    const end = article('2028-11-20', [
      rate(null, { status: 'past', authority: 'ieepa', until: '2028-11-20', basis: 'unknown' }),
    ]);
    const next = article('2028-11-22', [
      rate(15, {
        basis: 'additional',
        authority: 'section_122',
        status: 'announced',
        effective: '2028-11-24',
        until: '2029-04-23',
      }),
    ]);
    it('stays what it is when the ruling is stayed the next day', () => {
      expect(tariff(relationOf(before, ruling, stay), '2028-06-10').rate).toBe(30);
    });
    it('ends with it, and what is put in its place runs for its term', () => {
      const relation = relationOf(before, ruling, stay, end, next);
      expect([tariff(relation, '2028-11-19').rate, tariff(relation, '2028-11-21').rate]).toEqual([30, 0]);
      expect(tariff(relation, '2028-11-25').rate).toBe(15);
      expect(tariff(relation, '2029-04-24').rate).toBe(0);
    });
  });

  describe('a truce collapses', () => {
    const agreed = article('2028-02-01', [
      pact('agreed', { name: 'Oslo', date: '2028-02-01', until: '2028-12-31' }),
    ]);
    const blog = article('2028-06-01', [pact('collapsed', { name: 'Oslo' })], {
      publisher: 'a-blog.example',
    });
    const stands = GOOD.map((publisher) =>
      article('2028-06-01', [pact('in_force', { name: 'Oslo' })], { publisher }),
    );
    it('does not by the word of one against three', () => {
      expect(truce(relationOf(agreed, ...stands, blog), '2028-06-02').status).not.toBe('collapsed');
    });
    it('does by an official word with a day, and new duties show', () => {
      const official = article(
        '2028-06-03',
        [
          pact('collapsed', { name: 'Oslo', date: '2028-06-03' }),
          open(80, { status: 'announced', effective: '2028-06-10' }),
        ],
        { publisher: 'whitehouse.gov' },
      );
      const relation = relationOf(agreed, ...stands, official);
      expect(truce(relation, '2028-06-04')).toMatchObject({ status: 'collapsed', endedOn: '2028-06-03' });
      expect([tariff(relation, '2028-06-09').rate, tariff(relation, '2028-06-10').rate]).toEqual([null, 80]);
    });
    it('does not by an accusation, which is kept', () => {
      const relation = relationOf(
        agreed,
        article('2028-06-03', [pact('violation_alleged', { name: 'Oslo', by: 'CN', date: '2028-06-03' })]),
      );
      expect(truce(relation, '2028-06-04')).toMatchObject({ status: 'agreed', accusations: [{ by: 'CN' }] });
    });
  });

  describe('a summit is moved twice', () => {
    const relation = relationOf(
      article('2028-01-20', [summit('scheduled', { date: '2028-03-10', place: 'Beijing', host: 'CN' })]),
      article('2028-03-01', [
        summit('postponed', { date: '2028-03-10', place: 'Beijing', host: 'CN' }),
        summit('scheduled', { date: '2028-04-20', place: 'Beijing', host: 'CN' }),
      ]),
      article('2028-04-10', [
        summit('postponed', { date: '2028-04-20', place: 'Beijing', host: 'CN' }),
        summit('scheduled', { date: '2028-05-14', place: 'Beijing', host: 'CN' }),
      ]),
      article('2028-05-14', [summit('held', { date: '2028-05-14', place: 'Beijing', host: 'CN' })]),
    );
    it('is one meeting, planned for the day told last, then held', () => {
      expect(summary(relation, '2028-03-05').plannedMeetings).toMatchObject([
        { status: 'scheduled', date: '2028-04-20' },
      ]);
      expect(summary(relation, '2028-04-21').plannedMeetings).toMatchObject([
        { status: 'scheduled', date: '2028-05-14' },
      ]);
      expect(summary(relation, '2028-05-15')).toMatchObject({
        plannedMeetings: [],
        lastLeaderContact: { kind: 'leader_meeting', date: '2028-05-14' },
      });
      expect(leaders(relation, '2028-05-15').planned).toEqual([]);
    });
    it('leaves no trace of the days on which it was not', () => {
      const held = leaders(relation, '2028-05-15');
      expect(held.recent.map(({ status, date }) => [status, date])).toEqual([['held', '2028-05-14']]);
    });
  });

  describe('a report of a visit is denied', () => {
    const report = article('2028-06-01', [
      summit('scheduled', { date: '2028-07-04', place: 'Washington', host: 'US' }),
    ]);
    const denial = article(
      '2028-06-02',
      [summit('denied', { date: '2028-07-04', place: 'Washington', host: 'US' })],
      { publisher: 'fmprc.gov.cn' },
    );
    it('is planned no more', () => {
      expect(summary(relationOf(report), '2028-06-01').plannedMeetings).toHaveLength(1);
      expect(summary(relationOf(report, denial), '2028-06-03').plannedMeetings).toEqual([]);
    });
    it('is planned again when it is confirmed', () => {
      const again = article(
        '2028-06-10',
        [summit('scheduled', { date: '2028-07-04', place: 'Washington', host: 'US' })],
        { publisher: 'whitehouse.gov' },
      );
      expect(summary(relationOf(report, denial, again), '2028-06-11').plannedMeetings).toMatchObject([
        { status: 'scheduled', date: '2028-07-04' },
      ]);
    });
  });

  describe('a deal is agreed in principle, as a text, signed, and comes into force', () => {
    const relation = relationOf(
      article('2028-10-11', [pact('agreed', { name: 'Phase Three', date: '2028-10-11' })]),
      article('2028-12-13', [
        pact('agreed', { name: 'Phase Three', date: '2028-12-13' }),
        goods('$90 billion of Chinese goods', 7.5, { status: 'announced', rateFrom: 15 }),
      ]),
      article('2029-01-15', [
        pact('agreed', { name: 'Phase Three', date: '2029-01-15' }),
        pact('in_force', { name: 'Phase Three', date: '2029-02-14' }),
      ]),
      article('2029-02-20', [pact('in_force', { name: 'Phase Three' })]),
    );
    it('is agreed until the day on which it takes effect', () => {
      expect(truce(relation, '2028-11-01').status).toBe('agreed');
      expect(truce(relation, '2028-12-20')).toMatchObject({ status: 'agreed', agreedOn: '2028-12-13' });
      expect(truce(relation, '2029-01-20')).toMatchObject({ status: 'agreed', agreedOn: '2029-01-15' });
      expect(truce(relation, '2029-02-14')).toMatchObject({ status: 'in_force' });
      expect(truce(relation, '2029-02-21')).toMatchObject({ name: 'Phase Three', status: 'in_force' });
    });
  });

  it('talks that are set for one town and held in another are one round', () => {
    const relation = relationOf(
      article('2028-04-01', [round('scheduled', { date: '2028-04-12', place: 'Geneva' })]),
      article('2028-04-08', [round('scheduled', { date: '2028-04-12', place: 'Stockholm' })]),
      article('2028-04-13', [round('held', { date: '2028-04-12', place: 'Stockholm' })]),
    );
    const { planned, recent } = talks(relation, '2028-04-20');
    expect([planned.length, recent.map(({ status, place }) => `${status} ${place ?? ''}`)]).toEqual([
      0,
      ['held Stockholm'],
    ]);
  });

  it('two visits are planned, and one takes place: the other stays planned', () => {
    const relation = relationOf(
      article('2028-01-05', [
        summit('scheduled', { date: '2028-04', place: 'Beijing', host: 'CN' }),
        summit('agreed', { date: '2028', place: 'Washington', host: 'US' }),
      ]),
      article('2028-03-20', [summit('scheduled', { date: '2028-04-06', place: 'Beijing', host: 'CN' })]),
      article('2028-04-07', [summit('held', { date: '2028-04-06', place: 'Beijing', host: 'CN' })]),
    );
    expect(summary(relation, '2028-03-25').plannedMeetings).toMatchObject([
      { place: 'Washington' },
      { date: '2028-04-06', place: 'Beijing' },
    ]);
    expect(summary(relation, '2028-04-08').plannedMeetings).toMatchObject([
      { status: 'agreed', place: 'Washington' },
    ]);
  });

  describe('export controls are suspended for a year', () => {
    const relation = relationOf(
      article('2028-01-09', [{ type: 'measure', status: 'announced', date: '2028-02-01' }]),
      article('2028-01-30', [
        { type: 'measure', status: 'suspended', date: '2028-01-30', until: '2029-01-30' },
      ]),
    );
    const control = (day: string) =>
      read(relation, 'measure/CN/export_control/rare-earths', day).value as MeasureValue;
    it('do not begin on their day', () => {
      expect(control('2028-01-20')).toMatchObject({ status: 'announced' });
      expect(control('2028-02-02')).toMatchObject({ status: 'suspended', until: '2029-01-30', next: null });
    });
  });

  describe('controls are announced where some are in force', () => {
    const inForce = article('2028-04-04', [{ type: 'measure', status: 'in_effect', date: '2028-04-04' }]);
    const announced = (day: string) =>
      read(
        relationOf(inForce, article(day, [{ type: 'measure', status: 'announced' }])),
        'measure/CN/export_control/rare-earths',
        day,
      ).value as MeasureValue;
    it('are told again in the first weeks, a further step later on', () => {
      expect(announced('2028-04-10')).toMatchObject({ status: 'in_effect', next: null });
      expect(announced('2028-10-09')).toMatchObject({ status: 'in_effect', next: { status: 'announced' } });
    });
  });

  it('a duty of which nobody told the rate has the first that is told with a day, seen or announced', () => {
    const cars = goods('cars', null, { status: 'in_effect' });
    const dated = goods('cars', 25, { effective: '2028-04-03' });
    for (const [told, day] of [
      [article('2028-04-03', [dated]), '2028-04-03'],
      [article('2028-03-26', [{ ...dated, status: 'announced' }]), '2028-04-03'],
    ] as const) {
      const relation = relationOf(article('2028-02-10', [cars]), told);
      expect(product(relation, 'tariff/US/cars', day)).toMatchObject({ rate: 25, since: '2028-04-03' });
    }
  });

  it('a call that was set for Friday took place on Thursday: it is one, and no longer planned', () => {
    const call = (status: string, date: string): Told => ({
      type: 'meeting',
      kind: 'leader_call',
      status,
      date,
    });
    const relation = relationOf(
      article('2028-06-12', [call('scheduled', '2028-06-16')]),
      article('2028-06-16', [call('held', '2028-06-15')]),
    );
    const { planned, recent } = read(relation, 'meetings/leader_call', '2028-06-17').value as MeetingsValue;
    expect([planned.length, recent.length]).toEqual([0, 1]);
  });

  describe('a step is told the day after it was announced', () => {
    const told = { status: 'announced', effective: '2028-11-01', announcedOn: '2028-10-10' };
    const relation = relationOf(
      article('2028-01-10', [open(30, { effective: '2028-01-10' })]),
      article('2028-10-11', [open(130, told), goods('steel', 80, { ...told, status: 'threatened' })]),
    );
    it('counts from the day of the announcement, as the report of the next day has it', () => {
      expect(tariff(relation, '2028-10-09').announced).toEqual([]);
      expect(tariff(relation, '2028-10-10').announced).toMatchObject([{ rate: 130, saidOn: '2028-10-10' }]);
      expect(product(relation, 'tariff/US/steel', '2028-10-10').status).toBe('threatened');
      expect(tariff(relation, '2028-10-10', '2028-10-10').announced).toEqual([]);
    });
  });
});
