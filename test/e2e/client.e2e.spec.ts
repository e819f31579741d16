import { detenteApi, localState, subscribe, type ChangeEvent, type DetenteApi } from '@app/client';
import { describeWithKafka, eventually } from '@app/testing';
import { logLevel } from 'kafkajs';
import { runTypeScript } from '../contracts/run-example';
import { sampleHistory } from './articles';
import { useSystem } from './system';

jest.setTimeout(60_000);

describeWithKafka('a subscriber with libs/client on the whole system', () => {
  const system = useSystem();
  // The month in which Geneva brought 145 and 125 percent down to 30 and 10.
  const history = sampleHistory().filter(({ id }) => id.startsWith('2025-05'));
  let api: DetenteApi;
  const kafka = (): { brokers: string[]; topicPrefix: string; logLevel: logLevel } => ({
    brokers: [...system().kafka.brokers],
    topicPrefix: system().kafka.prefix,
    logLevel: logLevel.NOTHING,
  });
  const idsInLog = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { id } of api.allChanges()) ids.push(id);
    return ids;
  };

  beforeAll(async () => {
    api = detenteApi({ baseUrl: system().url('query', '/').href });
    const accepted = await system().postMany(history.slice(0, -1));
    await system().recorded(accepted.map(({ id }) => id));
  }, 60_000);

  it('gets by Kafka the changes that the log has, in its order', async () => {
    const events: ChangeEvent[] = [];
    const subscription = await subscribe({
      ...kafka(),
      groupId: `${system().kafka.prefix}client`,
      onChange: (event) => void events.push(event),
    });
    await eventually(async () => {
      expect(events.map(({ id }) => id)).toEqual(await idsInLog());
    });
    await subscription.stop();
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter(({ data }) => data.to?.type === 'unknown')).toEqual([]);
  });

  it('keeps by Kafka the state that the query service answers', async () => {
    const copy = await localState(kafka());
    await copy.ready();
    await eventually(async () => {
      const { facets } = await api.state();
      expect(copy.all().map(({ facet, value }) => ({ facet, value }))).toEqual(
        facets.map(({ facet, value }) => ({ facet, value })),
      );
    });
    await copy.stop();
  });

  it('reads an article by the name that its sender gave it', async () => {
    const name = history[0]?.id ?? '';
    await expect(api.article(name)).resolves.toMatchObject({ externalId: name });
    await expect(api.article('no-such')).rejects.toMatchObject({ code: 'API_ERROR', status: 404 });
  });

  it.each([
    '/v1/articles/%00',
    '/v1/relations/us-cn?recordedAt=0000-01-01',
    '/v1/relations/us-cn/changes?facet=%00',
    '/v1/relations/us-cn/facts?facet=%00',
    '/v1/relations/us-cn/facts?facet=truce&asOf=0000-01-01',
    '/v1/relations/us-cn/timeline?from=0000-01-01',
  ])('is told what is wrong with %s', async (question) => {
    const { status, body, headers } = await system().get('query', question);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(body)).toMatch(/"errors":\[{"path":"\?\w+"/);
  });

  it('over-http.ts shows the state, the change log, and a change that comes while it looks', async () => {
    const example = runTypeScript('over-http.ts', ['--url', system().url('query', '/').href, '--count', '1']);
    await eventually(() => {
      expect(example.lines()).toContain('-- and as it comes');
    }, 30_000);
    const before = example.lines().length;
    await system().postMany(history.slice(-1));
    await example.ended;
    expect(example.lines()[0]).toBe('truce: in_force; US rate 30, CN rate 10');
    expect(example.lines()).toHaveLength(before + 1);
    expect(example.lines().at(-1)).toMatch(/^\d{4}-\d\d-\d\d [\w/$-]+: .+ → .+$/);
  });
});
