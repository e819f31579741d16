import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import { Client, type QueryResultRow } from 'pg';
import { sampleHistory } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { changesAnswer, stateAnswer } from './shapes';
import { useSystem, type ServiceName } from './system';

describeWithKafka('services that are killed in the middle of their work', () => {
  const system = useSystem();
  const history = sampleHistory(90);
  const VICTIMS: readonly ServiceName[] = ['extractor', 'tracker', 'query', 'tracker', 'extractor'];

  const query = async <Row extends QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: system().databaseUrl });
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  };

  beforeAll(async () => {
    const ids: string[] = [];
    for (const [at, victim] of VICTIMS.entries()) {
      const part = history.slice(at * 18, (at + 1) * 18);
      ids.push(...(await system().postMany(part)).map(({ id }) => id));
      await system().kill(victim);
      system().launch(victim);
    }
    await system().ready();
    await system().recorded(ids);
  }, 180_000);

  it('lose and double nothing: every article is in the log once, as received and as read', async () => {
    const counts = await query<{ event_type: string; n: string; of: string }>(
      `select event_type, count(*) n, count(distinct coalesce(data ->> 'articleId', data ->> 'id')) of
         from es.event where event_type in ('ArticleRecorded', 'ArticleObserved') group by 1 order by 1`,
    );
    expect(counts).toEqual([
      { event_type: 'ArticleObserved', n: '90', of: '90' },
      { event_type: 'ArticleRecorded', n: '90', of: '90' },
    ]);
  });

  it('leave no gap in positions and versions', async () => {
    const [log] = await query<{ n: string; last: string }>(
      'select count(*) n, max(position) as last from es.event',
    );
    expect(log?.n).toBe(log?.last);
    const broken = await query(
      'select stream_id from es.event group by 1 having count(*) <> max(stream_version)',
    );
    expect(broken).toEqual([]);
  });

  it('publish every change at least once, first in the order of the log', async () => {
    const { kafka } = system();
    const { items } = changesAnswer.parse(
      (await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body,
    );
    const seen = await eventually(async () => {
      const messages = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsChanges}`);
      const ids = [...new Set(messages.map(({ headers }) => headers['ce_id']))];
      if (ids.length < items.length) throw new Error(`${ids.length} of ${items.length} changes are out`);
      return ids;
    }, 30_000);
    expect(seen.slice(0, items.length)).toEqual(items.map(({ id }) => id));
  });

  it('end with the compacted topic at what the state reads', async () => {
    const { kafka } = system();
    const { facets } = stateAnswer.parse((await system().get('query', '/v1/relations/us-cn')).body);
    await eventually(async () => {
      const messages = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsState}`);
      const latest = new Map(messages.map(({ key, value }) => [key, value]));
      const held = [...latest].filter(([, value]) => value !== null).map(([key]) => key);
      expect(held.sort()).toEqual(facets.map(({ facet }) => `us-cn/${facet}`).sort());
      for (const { facet, value } of facets) expect(latest.get(`us-cn/${facet}`)).toMatchObject({ value });
    }, 30_000);
  });
});
