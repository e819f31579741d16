import { describeWithKafka, eventually } from '@app/testing';
import { sampleHistory } from './articles';
import { useSystem } from './system';
import { Wire } from './wire';

describeWithKafka('a database that goes away', () => {
  const wire = new Wire();
  const system = useSystem((databaseUrl) => wire.open(databaseUrl));
  const history = sampleHistory(40);
  afterAll(() => wire.close());

  it('is waited for: readiness says so, articles still come in, and nothing is lost', async () => {
    const before = await system().postMany(history.slice(0, 20));
    await system().recorded(before.map(({ id }) => id));
    wire.cut();
    await eventually(async () => {
      const { status, body } = await system().get('tracker', '/health/ready');
      expect([status, body]).toEqual([503, expect.objectContaining({ status: 'unavailable' })]);
    }, 20_000);
    expect((await system().get('tracker', '/health/live')).status).toBe(200);
    expect((await system().get('query', '/v1/relations/us-cn/changes')).status).toBe(503);
    const meanwhile = await system().postMany(history.slice(20));
    expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set(['accepted']));
    wire.mend();
    await system().ready();
    await system().recorded(meanwhile.map(({ id }) => id));
  }, 120_000);
});
