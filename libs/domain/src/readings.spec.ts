import {
  changesBetween,
  createRelation,
  readFacet,
  record,
  state,
  summarize,
  tension,
  timeline,
  type ArticleObserved,
  type Change,
  type MeetingsValue,
  type Reading,
  type Recorded,
  type RelationInput,
} from './index';
import { article, GOOD, observation, rate, read, relationOf, talks, tariff, truce } from './told.fixture';

// What a reading must get right: docs/policy.md tells the same to an analyst.

describe('what a reading must get right', () => {
  describe('"in effect" seen on a day confirms or contradicts, it does not say since when; "raised to 25 percent on 1 June" does', () => {
    it('does not know since when a rate holds that was only seen', () => {
      const value = tariff(relationOf(article('2025-06-10', [rate(25)])), '2025-06-10');
      expect(value).toMatchObject({ rate: 25, since: null });
    });

    it('knows it from a report that dates the rise, told later', () => {
      const relation = relationOf(
        article('2025-06-10', [rate(25)]),
        article('2025-06-12', [rate(25, { effective: '2025-06-01' })]),
      );
      expect(tariff(relation, '2025-06-05')).toMatchObject({ rate: 25, since: '2025-06-01' });
    });

    it('is confirmed by further sightings', () => {
      const relation = relationOf(article('2025-06-10', [rate(25)]), article('2025-06-12', [rate(25)]));
      expect(read(relation, 'tariff/US', '2025-06-11').standing).toBe('reported');
      expect(read(relation, 'tariff/US', '2025-06-12').standing).toBe('corroborated');
    });
  });

  describe('a rate announced for a day comes into force that day unless suspended before; until another report confirms it, it is marked unconfirmed', () => {
    const announced = article('2025-05-12', [
      rate(30, { rateFrom: 145, status: 'announced', effective: '2025-05-14' }),
    ]);
    const stands = article('2025-05-01', [rate(145)]);

    it('shows on its day to come, unconfirmed', () => {
      const relation = relationOf(stands, announced);
      expect(tariff(relation, '2025-05-13').rate).toBe(145);
      expect(tariff(relation, '2025-05-13').announced).toMatchObject([{ rate: 30, effective: '2025-05-14' }]);
      expect(tariff(relation, '2025-05-14')).toMatchObject({ rate: 30, announced: [] });
      expect(read(relation, 'tariff/US', '2025-05-14').standing).toBe('unconfirmed');
    });

    it('is confirmed by a report that it is in force', () => {
      const relation = relationOf(
        stands,
        announced,
        article('2025-05-15', [rate(30, { effective: '2025-05-14' })]),
      );
      expect(read(relation, 'tariff/US', '2025-05-15').standing).toBe('corroborated');
    });

    it('does not come when it was called off before', () => {
      const off = article('2025-05-13', [rate(30, { status: 'suspended', effective: '2025-05-14' })]);
      expect(tariff(relationOf(stands, announced, off), '2025-05-20').rate).toBe(145);
    });
  });

  it('a background sentence ("had reached 145 percent") never overwrites what stands today, and does date the past', () => {
    const relation = relationOf(
      article('2025-05-20', [rate(30)]),
      article('2025-06-06', [
        rate(145, { status: 'past', effective: '2025-04-10', until: '2025-05-14', news: false }),
      ]),
    );
    expect(tariff(relation, '2025-06-06').rate).toBe(30);
    expect(tariff(relation, '2025-04-20').rate).toBe(145);
  });

  it('a truce runs out on its end date with no article saying so, and the passing of days tells it', () => {
    const relation = relationOf(
      article('2025-05-12', [
        { type: 'truce', status: 'in_force', name: 'Geneva', date: '2025-05-12', until: '2025-08-12' },
      ]),
    );
    expect(truce(relation, '2025-08-12').status).toBe('in_force');
    expect(truce(relation, '2025-08-13')).toMatchObject({ status: 'expired', endedOn: '2025-08-12' });
    const { changes } = record(relation, { type: 'DayPassed', day: '2025-08-13' });
    expect(changes).toMatchObject([
      { facet: 'truce', fromStatus: 'in_force', toStatus: 'expired', effective: '2025-08-13' },
    ]);
  });

  it('invited, agreed, scheduled, postponed, held are one meeting', () => {
    const step = (on: string, status: string, more: object = {}): RelationInput =>
      article(on, [{ type: 'meeting', kind: 'leader_meeting', status, host: 'CN', ...more }]);
    const relation = relationOf(
      step('2025-06-05', 'invited'),
      step('2025-09-19', 'agreed'),
      step('2025-10-30', 'scheduled', { date: '2026-03-31', place: 'Beijing' }),
      step('2026-03-17', 'postponed', { date: '2026-03-31', place: 'Beijing' }),
      step('2026-05-12', 'scheduled', { date: '2026-05-14', place: 'Beijing' }),
      step('2026-05-14', 'held', { date: '2026-05-14', place: 'Beijing' }),
    );
    const value = read(relation, 'meetings/leader_meeting', '2026-05-14').value as MeetingsValue;
    expect(value.planned).toEqual([]);
    expect(value.recent.map(({ life }) => life.map(({ status }) => status))).toEqual([
      ['invited', 'agreed', 'scheduled', 'postponed', 'held'],
    ]);
  });

  it('two reports of one meeting are one meeting; two rounds of talks a month apart are two', () => {
    const round = (on: string, date: string, place: string): RelationInput =>
      article(on, [{ type: 'meeting', date, place }]);
    const relation = relationOf(
      round('2025-05-11', '2025-05-10', 'Geneva'),
      round('2025-05-12', '2025-05-11', 'Geneva, Switzerland'),
      round('2025-06-10', '2025-06-09', 'London'),
    );
    expect(talks(relation, '2025-06-10').recent.map(({ place }) => place)).toEqual(['London', 'Geneva']);
  });

  it('a planned meeting whose day went by with no report is not planned any more: it is unreported, until a report comes', () => {
    const plan = article('2025-07-20', [
      { type: 'meeting', status: 'scheduled', date: '2025-07-28', place: 'Stockholm' },
    ]);
    const relation = relationOf(plan);
    expect(talks(relation, '2025-07-28').planned).toMatchObject([{ status: 'scheduled' }]);
    expect(talks(relation, '2025-07-29')).toMatchObject({
      planned: [],
      recent: [{ status: 'unreported', standing: 'unconfirmed' }],
    });
    record(relation, article('2025-07-31', [{ type: 'meeting', date: '2025-07-29', place: 'Stockholm' }]));
    expect(talks(relation, '2025-07-31').recent).toMatchObject([
      { status: 'held', life: [{ status: 'scheduled' }, { status: 'unreported' }, { status: 'held' }] },
    ]);
  });

  it('a claim that the other side denies moves nothing until it is corroborated; it shows as disputed', () => {
    const call = { type: 'meeting', kind: 'leader_call', date: '2025-04-22' } as const;
    const relation = relationOf(
      article('2025-01-17', [{ ...call, date: '2025-01-17' }]),
      article('2025-04-25', [
        call,
        { ...call, status: 'denied' },
        { type: 'dispute', about: 'a call from Xi' },
      ]),
    );
    const calls = (): MeetingsValue =>
      read(relation, 'meetings/leader_call', '2025-05-30').value as MeetingsValue;
    expect(calls().lastHeld?.date).toBe('2025-01-17');
    expect(calls().recent[0]).toMatchObject({ date: '2025-04-22', standing: 'disputed' });
    expect(read(relation, 'dispute/US/call-xi', '2025-05-30').standing).toBe('disputed');
    record(relation, article('2025-05-01', [call]));
    expect(calls().lastHeld?.date).toBe('2025-04-22');
  });

  describe('rates, lists, sector duties, suspended parts, averages and mixed totals are different things, kept apart by basis and scope', () => {
    const relation = relationOf(
      article('2025-05-14', [
        rate(30, { rateFrom: 145, effective: '2025-05-14' }),
        rate(20, { basis: 'additional', authority: 'fentanyl' }),
        rate(10, { basis: 'additional', authority: 'reciprocal', effective: '2025-05-14' }),
        rate(24, { basis: 'additional', authority: 'reciprocal', status: 'suspended', until: '2025-08-12' }),
        rate(25, { scope: 'product', product: '$200 billion of Chinese goods', basis: 'additional' }),
        rate(50, { scope: 'product', product: 'steel and aluminum', basis: 'sector' }),
      ]),
      article('2025-06-12', [rate(55, { basis: 'total_with_older' })]),
      article('2025-10-30', [rate(47, { basis: 'average' })]),
    );

    it('has the rate on all goods with its parts and what is suspended', () => {
      expect(tariff(relation, '2025-10-30')).toMatchObject({
        rate: 30,
        parts: [
          { authority: 'fentanyl', rate: 20 },
          { authority: 'reciprocal', rate: 10 },
        ],
        totals: [
          { basis: 'average', rate: 47 },
          { basis: 'total_with_older', rate: 55 },
        ],
      });
      expect(tariff(relation, '2025-06-12').suspended).toMatchObject([{ rate: 24, until: '2025-08-12' }]);
    });

    it('has each list and sector as a facet of its own', () => {
      expect(read(relation, 'tariff/US/$200bn', '2025-06-12').value).toMatchObject({
        rate: 25,
        scope: 'list',
      });
      expect(read(relation, 'tariff/US/steel', '2025-06-12').value).toMatchObject({
        rate: 50,
        scope: 'sector',
      });
      expect(read(relation, 'tariff/US/aluminium', '2025-06-12').value).toMatchObject({ rate: 50 });
    });

    it('makes the whole out of parts: 20 and 125 percent are 145', () => {
      const parts = relationOf(
        article('2025-03-04', [
          rate(20, { basis: 'additional', authority: 'fentanyl', effective: '2025-03-04' }),
        ]),
        article('2025-04-10', [
          rate(125, { basis: 'additional', authority: 'reciprocal', effective: '2025-04-10' }),
        ]),
      );
      expect(tariff(parts, '2025-04-10').rate).toBe(145);
    });

    it('settles by arithmetic what a number counts that does not say so', () => {
      const open = { basis: 'unknown', authority: null } as const;
      const told = relationOf(article('2025-04-10', [rate(20, open), rate(125, open), rate(145, open)]));
      expect(tariff(told, '2025-04-10').rate).toBe(145);
      record(told, article('2025-05-14', [rate(30, { ...open, rateFrom: 145, effective: '2025-05-14' })]));
      expect(tariff(told, '2025-05-14').rate).toBe(30);
      record(
        told,
        article('2025-10-11', [
          rate(100, {
            ...open,
            status: 'announced',
            effective: '2025-11-01',
            evidence: { text: 'a further 100 percent' },
          }),
        ]),
      );
      expect(tariff(told, '2025-11-01').rate).toBe(130);
    });
  });

  describe('one weak source does not overturn what three good ones support; it shows as a conflicting report', () => {
    const good = GOOD.map((publisher) => article('2025-04-11', [rate(145)], { publisher }));

    it('shows the odd one out', () => {
      const relation = relationOf(...good, article('2025-04-18', [rate(245)], { publisher: 'blog.example' }));
      expect(tariff(relation, '2025-04-18').rate).toBe(145);
      expect(read(relation, 'tariff/US', '2025-04-18').conflicts).toMatchObject([{ says: '245 percent' }]);
    });

    it('does not let it pass by a date either', () => {
      const relation = relationOf(
        ...good,
        article('2025-04-18', [rate(245, { effective: '2025-04-18' })], { publisher: 'blog.example' }),
      );
      expect(tariff(relation, '2025-04-18').rate).toBe(145);
    });

    it('gives way to several, and says that it is contested', () => {
      const others = ['apnews.com', 'ft.com'].map((publisher) =>
        article('2025-04-18', [rate(245)], { publisher }),
      );
      const relation = relationOf(...good, ...others);
      expect(tariff(relation, '2025-04-18').rate).toBe(245);
      expect(read(relation, 'tariff/US', '2025-04-18').standing).toBe('conflicting');
    });

    it('counts one agency text in ten papers once', () => {
      const signature = Array.from({ length: 128 }, (_, i) => i);
      const copies = Array.from({ length: 10 }, (_, i) =>
        article('2025-04-18', [rate(245)], { publisher: `copy-${i}.example`, signature }),
      );
      expect(tariff(relationOf(...good, ...copies), '2025-04-18').rate).toBe(145);
    });

    it('counts a paper that says it three times once', () => {
      const again = [1, 2, 3].map(() => article('2025-04-18', [rate(25)], { publisher: 'blog.example' }));
      expect(read(relationOf(...again), 'tariff/US', '2025-04-18').standing).toBe('reported');
    });

    it('takes an official word for official', () => {
      const relation = relationOf(article('2025-04-11', [rate(145)], { publisher: 'www.ustr.gov' }));
      expect(read(relation, 'tariff/US', '2025-04-11').standing).toBe('official');
    });
  });

  describe("an operator's correction, a publisher's revision and a retraction are events, and both words stay in the record", () => {
    const wrong = (): ArticleObserved => article('2025-06-10T08:00:00Z', [rate(54)], { articleId: 'a' });

    it('reads the revision from its publication on, the old words before', () => {
      const relation = relationOf(
        wrong(),
        article('2025-06-11T08:00:00Z', [rate(45)], { articleId: 'a', revision: '2' }),
      );
      expect(tariff(relation, '2025-06-12').rate).toBe(45);
      expect(tariff(relation, '2025-06-12', '2025-06-10').rate).toBe(54);
    });

    it('reads nothing of a retracted article from then on', () => {
      const relation = relationOf(wrong(), {
        type: 'ArticleRetracted',
        articleId: 'a',
        reason: 'hoax',
        by: 'desk',
        at: '2025-06-11T08:00:00Z',
      });
      expect(readFacet(relation, 'tariff/US', { asOf: '2025-06-12' })).toBeNull();
      expect(tariff(relation, '2025-06-12', '2025-06-10').rate).toBe(54);
    });

    it("voids a statement by an operator's word, and takes the operator's own above all reports", () => {
      const one = wrong();
      const at = '2025-06-12T08:00:00Z';
      const relation = relationOf(
        ...GOOD.map((publisher) => article('2025-06-10', [rate(30)], { publisher })),
        one,
      );
      const id = one.observations[0]?.id ?? '';
      expect(read(relation, 'tariff/US', '2025-06-12').conflicts).toHaveLength(1);
      record(relation, {
        type: 'OperatorCorrected',
        id: 'c1',
        correction: { kind: 'void', observationId: id },
        reason: 'misread',
        by: 'ann',
        at,
      });
      expect(read(relation, 'tariff/US', '2025-06-12').conflicts).toHaveLength(0);
      const word = observation(rate(35, { effective: '2025-06-12' }));
      record(relation, {
        type: 'OperatorCorrected',
        id: 'c2',
        correction: { kind: 'assert', observation: word },
        reason: 'gazette',
        by: 'ann',
        at,
      });
      expect(tariff(relation, '2025-06-12').rate).toBe(35);
      expect(read(relation, 'tariff/US', '2025-06-12').standing).toBe('official');
    });
  });
});

describe('what reports leave open', () => {
  it('takes "down from 20 to 10" without a day for a change of the day it was told', () => {
    const relation = relationOf(
      ...GOOD.map((publisher) => article('2026-02-01', [rate(20)], { publisher })),
      article('2026-02-24', [rate(10, { rateFrom: 20 })], { publisher: 'ft.com' }),
    );
    expect(tariff(relation, '2026-02-24')).toMatchObject({ rate: 10, since: '2026-02-24' });
    expect(tariff(relation, '2026-02-23').rate).toBe(20);
  });

  it('takes a meeting told without a day for the one that was planned for these days', () => {
    const relation = relationOf(
      article('2019-06-18', [
        { type: 'meeting', kind: 'leader_meeting', status: 'scheduled', date: '2019-06-28', place: 'Osaka' },
      ]),
      article('2019-06-28', [{ type: 'meeting', kind: 'leader_meeting', place: 'Osaka' }]),
    );
    expect(
      (read(relation, 'meetings/leader_meeting', '2019-06-28').value as MeetingsValue).lastHeld,
    ).toMatchObject({ date: '2019-06-28', life: [{ status: 'scheduled' }, { status: 'held' }] });
  });

  it('does not carry the end of a prolonged truce back to the day it was agreed', () => {
    const relation = relationOf(
      article('2025-10-30', [
        { type: 'truce', status: 'agreed', name: 'Busan', date: '2025-10-30', until: '2026-11-10' },
      ]),
      article('2026-09-24', [
        { type: 'truce', status: 'in_force', name: 'Busan', date: '2025-10-30', until: '2027-01-10' },
      ]),
    );
    expect(truce(relation, '2026-09-01').until).toBe('2026-11-10');
    expect(truce(relation, '2026-09-24').until).toBe('2027-01-10');
  });

  it('keeps the truce that counts when a framework is agreed beside it', () => {
    const relation = relationOf(
      article('2025-05-14', [
        { type: 'truce', status: 'in_force', name: 'Geneva', date: '2025-05-14', until: '2025-08-12' },
      ]),
      article('2025-06-11', [{ type: 'truce', status: 'agreed', name: 'London', date: '2025-06-10' }]),
    );
    expect(truce(relation, '2025-06-20')).toMatchObject({
      name: 'Geneva',
      status: 'in_force',
      beside: [{ name: 'London', status: 'agreed' }],
    });
  });

  it('ends a surcharge that was put on for a term with its term', () => {
    const relation = relationOf(
      article('2026-02-24', [
        rate(10, {
          basis: 'additional',
          authority: 'section_122',
          effective: '2026-02-24',
          until: '2026-07-24',
        }),
      ]),
    );
    expect([tariff(relation, '2026-07-23').rate, tariff(relation, '2026-07-24').rate]).toEqual([10, 0]);
  });

  it('brings a measure into effect on its announced day, and lets a suspension stand against background', () => {
    const relation = relationOf(
      article('2025-10-09', [{ type: 'measure', status: 'announced', date: '2025-11-08' }]),
      article('2025-10-30', [{ type: 'measure', status: 'suspended', date: '2025-10-30' }]),
      article('2025-12-01', [{ type: 'measure', status: 'in_effect', news: false }]),
    );
    expect(read(relation, 'measure/CN/export_control/rare-earths', '2025-12-01')).toMatchObject({
      status: 'suspended',
      conflicts: [{ says: 'in_effect' }],
    });
    expect(read(relation, 'measure/CN/export_control/rare-earths', '2025-11-10', '2025-10-20').standing).toBe(
      'unconfirmed',
    );
  });
});

describe('what a relation tells', () => {
  const history = [
    article('2025-05-12', [
      rate(145),
      { type: 'truce', status: 'agreed', name: 'Geneva', date: '2025-05-12', until: '2025-08-12' },
    ]),
    article('2025-05-14', [rate(30, { rateFrom: 145, effective: '2025-05-14' })]),
    article('2025-06-05', [
      { type: 'meeting', kind: 'leader_call', date: '2025-06-05', durationMinutes: 90 },
    ]),
  ];

  const log = (inputs: readonly RelationInput[]): readonly Change[] => {
    const relation = createRelation();
    return inputs.flatMap((input): Recorded['changes'] => record(relation, input).changes);
  };

  const short = ({ facet, effective, toStatus }: Change): string => `${effective} ${facet} ${toStatus}`;

  it('has a change log that reads as the timeline when a history is loaded in order of publication', () => {
    const told = timeline(relationOf(...history), { from: '2025-01-01', to: '2025-06-30' });
    expect(log(history).map(short)).toEqual(told.map(short));
  });

  it('flags a late report of a past stretch as late and as a correction, and folds to the same state', () => {
    const changes = log([history[0]!, history[2]!, history[1]!]);
    expect(changes.at(-1)).toMatchObject({
      facet: 'tariff/US',
      toStatus: '30',
      effective: '2025-05-14',
      late: true,
      corrects: true,
      until: null,
    });
    const past = log([
      history[1]!,
      article('2025-06-01', [rate(10, { effective: '2025-06-01' })]),
      article('2025-05-20', [rate(34, { effective: '2025-05-16' })]),
    ]);
    expect(past.at(-1)).toMatchObject({
      toStatus: '34',
      effective: '2025-05-16',
      until: '2025-06-01',
      late: true,
      corrects: true,
    });
  });

  it('gives every value its sentences', () => {
    const relation = relationOf(...history);
    for (const facet of state(relation).facets) {
      expect(facet.evidence.map(({ observationId }) => observationId)).toEqual(
        expect.arrayContaining([...facet.because]),
      );
      expect(facet.evidence.length).toBeGreaterThan(0);
    }
  });

  it('sums itself up in four lines', () => {
    expect(summarize(state(relationOf(...history), { asOf: '2025-06-20' }))).toEqual({
      truce: { status: 'agreed', name: 'Geneva', until: '2025-08-12' },
      tariffs: { US: { additionalAllGoods: 30 }, CN: { additionalAllGoods: null } },
      plannedMeetings: [],
      lastLeaderContact: { kind: 'leader_call', date: '2025-06-05' },
    });
  });

  it('tells the differences of two sets of readings', () => {
    const relation = relationOf(...history);
    const at = (asOf: string): readonly Reading[] =>
      state(relation, { asOf }).facets.filter(({ facet }) => facet !== 'tension');
    const changes = changesBetween(at('2025-05-13'), at('2025-05-14'), {
      effective: '2025-05-14',
      until: null,
      late: false,
      corrects: false,
    });
    expect(changes).toMatchObject([
      { facet: 'tariff/US', kind: 'changed', fromStatus: '145', toStatus: '30' },
    ]);
  });

  it('has a tension that rises with a rise, counts it once, and halves in a fortnight', () => {
    const rise = (on: string): RelationInput =>
      article(on, [rate(145, { rateFrom: 20, effective: '2025-04-10' })]);
    const relation = relationOf(
      article('2025-03-04', [rate(20, { effective: '2025-03-04' })]),
      rise('2025-04-10'),
    );
    const before = tension(relation, { asOf: '2025-04-09' });
    const on = tension(relation, { asOf: '2025-04-10' });
    expect(on.acts).toBeGreaterThan(before.acts + 5);
    expect(tension(relation, { asOf: '2025-04-24' }).acts).toBeCloseTo(on.acts / 2, 2);
    record(relation, rise('2025-04-12'));
    expect(tension(relation, { asOf: '2025-04-10' }).contributions).toHaveLength(on.contributions.length);
  });
});
