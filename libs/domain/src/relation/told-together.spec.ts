import { readFacet, type Relation } from '../index';
import { article, leaders, open, pact, relationOf, tariff, truce, type Told } from '../told.fixture';

describe('statements of one article', () => {
  describe('both sides agree on cuts, without a day for one of them', () => {
    const agreed = (more: readonly Told[]) =>
      relationOf(
        article('2028-01-10', [
          open(50, { effective: '2028-01-10' }),
          open(40, { imposer: 'CN', effective: '2028-01-10' }),
        ]),
        article('2028-03-01', [pact('agreed', { name: 'Oslo', date: '2028-03-01' }), ...more]),
      );
    it('has both cut on the day told of the one', () => {
      const relation = agreed([
        open(20, { rateFrom: 50, status: 'announced', effective: '2028-03-10' }),
        open(10, { rateFrom: 40, imposer: 'CN' }),
      ]);
      const china = (day: string) => readFacet(relation, 'tariff/CN', { asOf: day })?.status;
      expect([china('2028-03-09'), china('2028-03-10')]).toEqual(['40', '10']);
    });
    it('has none in force where no day is told, until it is seen', () => {
      const relation = agreed([open(20, { rateFrom: 50 })]);
      expect(tariff(relation, '2028-03-05')).toMatchObject({ rate: 50, announced: [{ rate: 20 }] });
    });
  });

  it('told weeks after the agreement, tell what has come of it', () => {
    const relation = relationOf(
      article('2028-01-10', [open(50, { effective: '2028-01-10' })]),
      article('2028-03-20', [
        pact('agreed', { name: 'Oslo', date: '2028-03-01' }),
        open(20, { rateFrom: 50 }),
      ]),
    );
    expect(tariff(relation, '2028-03-21').rate).toBe(20);
  });

  it('have a truce that is agreed just now agreed before as well, not in force', () => {
    const relation = relationOf(
      article('2028-12-13', [
        pact('agreed', { name: 'Phase Three', date: '2028-12-13' }),
        pact('in_force', { name: 'Phase Three', date: '2028-10-11', news: false }),
      ]),
    );
    expect(truce(relation, '2028-12-20')).toMatchObject({ status: 'agreed', agreedOn: '2028-12-13' });
  });

  it('leave a truce in force that was agreed long ago', () => {
    const relation = relationOf(
      article('2028-12-13', [
        pact('agreed', { name: 'Oslo', date: '2028-06-01' }),
        pact('in_force', { name: 'Oslo', date: '2028-05-20', news: false }),
      ]),
    );
    expect(truce(relation, '2028-12-20').status).toBe('in_force');
  });

  it('do not have a meeting held on the day for which they put it off', () => {
    const visit = (status: string): Told => ({
      type: 'meeting',
      kind: 'leader_meeting',
      status,
      date: '2028-03-17',
    });
    const relation: Relation = relationOf(article('2028-03-17', [visit('held'), visit('postponed')]));
    expect(leaders(relation, '2028-03-18').lastHeld).toBeNull();
  });
});
