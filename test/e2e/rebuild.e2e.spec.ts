import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import { Client } from 'pg';
import { sampleHistory } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { changesAnswer } from './shapes';
import { useSystem } from './system';

const CLI = path.resolve(__dirname, '../../dist/apps/cli/main.js');

describeWithKafka('an operator on a running system', () => {
  const system = useSystem();

  const detente = async (...args: string[]): Promise<string> => {
    const env = {
      ...process.env,
      DATABASE_URL: system().databaseUrl,
      KAFKA_BROKERS: system().kafka.brokers.join(','),
      TOPIC_PREFIX: system().kafka.prefix,
      INTAKE_URL: system().url('intake', '/').href,
      EXTRACTOR_URL: system().url('extractor', '/').href,
      TRACKER_URL: system().url('tracker', '/').href,
      QUERY_URL: system().url('query', '/').href,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args], { env });
    return stdout;
  };
  const changes = async () =>
    changesAnswer.parse((await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body).items;

  beforeAll(async () => {
    const outcomes = await system().postMany(sampleHistory(40));
    await system().recorded(outcomes.map(({ id }) => id));
  }, 60_000);

  it('rebuilds the projections beside the live ones; readers see the same before and after', async () => {
    const before = await changes();
    expect(before.length).toBeGreaterThan(0);
    const lines = (await detente('projections', 'rebuild', '--json')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { projection: 'query-changes', switched: true, live: 1, built: 2 },
      { projection: 'query-articles', switched: true, live: 1, built: 2 },
      { projection: 'query-facts', switched: true, live: 1, built: 2 },
    ]);
    expect(await changes()).toEqual(before);
    await detente('projections', 'rollback', 'query-changes');
    expect(await changes()).toEqual(before);
  });

  it('goes on after the switch: what is posted then is shown', async () => {
    const before = await changes();
    const outcomes = await system().postMany(sampleHistory(60).slice(40));
    await system().recorded(outcomes.map(({ id }) => id));
    expect((await changes()).length).toBeGreaterThan(before.length);
  });

  it('publishes a range once more under the same ids, marked', async () => {
    const { kafka } = system();
    const topic = `${kafka.prefix}${TOPICS.relationsChanges}`;
    const first = await readWholeTopic(kafka.brokers, topic);
    const last = (await changes()).at(-1);
    await detente('republish', '--from', '1', '--to', String(last?.position ?? 1), '--dry-run');
    expect(await readWholeTopic(kafka.brokers, topic)).toHaveLength(first.length);
    await detente('republish', '--from', '1', '--to', String(last?.position ?? 1));
    const again = (await readWholeTopic(kafka.brokers, topic)).slice(first.length);
    expect(again.map(({ headers }) => headers['ce_id'])).toEqual((await changes()).map(({ id }) => id));
    expect(new Set(again.map(({ headers }) => headers['republished']))).toEqual(new Set(['true']));
  });

  it('is told of a paused projection, does not rebuild behind its back, and lets it go on', async () => {
    const client = new Client({ connectionString: system().databaseUrl });
    await client.connect();
    const pause = { category: 'operator', message: 'by hand', position: null, eventId: null };
    await client.query(
      "update es.checkpoint set paused = $1 where subscription = 'query-changes' and status = 'live'",
      [pause],
    );
    await client.end();
    await expect(detente('projections', 'rebuild', 'query-changes')).rejects.toMatchObject({ code: 1 });
    expect(await detente('projections', 'resume', 'query-changes')).toMatch(/goes on behind position \d+/);
    expect(await detente('projections', 'resume', 'query-changes')).toMatch(/was not paused/);
  });

  it('is refused what cannot be meant, in a dry run too, with an exit code', async () => {
    const who = ['--reason', 'misread', '--by', 'test'];
    const nobody = '00000000-0000-4000-8000-000000000000';
    const refused = (code: number, ...args: string[]) =>
      expect(detente(...args)).rejects.toMatchObject({ code });
    await refused(
      2,
      'correct',
      '--assert',
      '{"type":"nonsense"}',
      '--words',
      'so it was',
      ...who,
      '--dry-run',
    );
    await refused(1, 'correct', '--void', nobody, ...who);
    await refused(2, 'republish', '--from', '9', '--to', '3');
    await refused(2, 'changes', '--limit', 'abc');
  });

  it('takes an article back, and sees what that changes', async () => {
    const [article] = sampleHistory(1);
    const before = await changes();
    await detente('retract', article?.id ?? '', '--reason', 'withdrawn by the publisher', '--by', 'test');
    // The read model of the articles follows, a moment behind the command.
    await eventually(async () => {
      const { body } = await system().get('query', `/v1/articles/${article?.id ?? ''}`);
      expect(body).toMatchObject({ retractions: [{ reason: 'withdrawn by the publisher', by: 'test' }] });
    });
    expect((await changes()).length).toBeGreaterThanOrEqual(before.length);
  });

  it('finds nothing wrong', async () => {
    const lines = (await detente('doctor', '--json')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line)).filter((one) => !isFine(one))).toEqual([]);
  });
});

const isFine = (finding: unknown): boolean =>
  typeof finding === 'object' && finding !== null && 'isFine' in finding && finding.isFine === true;
