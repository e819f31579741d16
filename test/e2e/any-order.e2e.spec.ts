import { describeWithKafka, eventually } from '@app/testing';
import { sampleHistory, type Submitted } from './articles';
import { stateAnswer } from './shapes';
import { System } from './system';

const MOMENTS = ['', '?asOf=2018-12-31', '?asOf=2019-06-30&knownAt=2019-05-20', '?asOf=2020-01-16'];

/** The same articles in an order that is neither theirs nor its reverse: every third, then the next ones. */
const shuffled = (articles: readonly Submitted[]): Submitted[] =>
  [0, 1, 2].flatMap((start) => articles.filter((_, at) => at % 3 === start)).reverse();

/** State without what depends on arrival: positions and recorded times. */
const factsOf = async (system: System, moment: string): Promise<unknown> => {
  const answer = await system.get('query', `/v1/relations/us-cn${moment}`);
  return stateAnswer.parse(answer.body).facets;
};

describeWithKafka('the same articles in another order', () => {
  const straight = new System();
  const other = new System();
  const history = sampleHistory(50);

  beforeAll(async () => {
    await straight.open();
    await other.open();
    const first = await straight.postMany(history);
    const mixed = shuffled(history);
    const second = [
      ...(await other.postMany(mixed.slice(0, 20))),
      ...(await other.postMany([...mixed.slice(15), ...mixed.slice(0, 5)])),
    ];
    await straight.recorded(first.map(({ id }) => id));
    await other.recorded(second.map(({ id }) => id));
  }, 240_000);
  afterAll(async () => {
    await straight.close();
    await other.close();
  }, 60_000);

  it.each(MOMENTS)('end in the same state, byte for byte (%s)', async (moment) => {
    const one = await eventually(() => factsOf(straight, moment));
    expect(JSON.stringify(await factsOf(other, moment))).toBe(JSON.stringify(one));
    expect(JSON.stringify(one).length).toBeGreaterThan(2);
  });

  it('give the same timeline', async () => {
    const question = '/v1/relations/us-cn/timeline?from=2018-01-01&to=2020-12-31';
    const [one, two] = [await straight.get('query', question), await other.get('query', question)];
    expect(JSON.stringify(changesOf(one.body)).length).toBeGreaterThan(2);
    expect(changesOf(two.body)).toEqual(changesOf(one.body));
  });

  it('are told as this system told them then, whatever came later', async () => {
    const told = await factsOf(straight, '?asOf=2019-06-30');
    const then = new Date().toISOString();
    const later = await straight.postMany(sampleHistory(70).slice(50));
    await straight.recorded(later.map(({ id }) => id));
    expect(await factsOf(straight, '?asOf=2020-12-31')).not.toEqual(told);
    expect(await factsOf(straight, `?asOf=2019-06-30&recordedAt=${then}`)).toEqual(told);
  });
});

const changesOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'changes' in body ? body.changes : undefined;
