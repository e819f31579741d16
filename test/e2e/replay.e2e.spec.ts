import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { articleSubmission, normalise, TOPICS, type Article } from '@app/contracts';
import { ENGINE } from '@app/extraction';
import { describeWithKafka, eventually } from '@app/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { z } from 'zod';
import { leadersCall } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { articleAnswer, stateAnswer } from './shapes';
import { useSystem } from './system';

const CLI = path.resolve(__dirname, '../../dist/apps/cli/main.js');
const CALL = 'meetings/leader_call';

const comparison = z.object({
  readBy: z.record(z.string(), z.int()),
  articles: z.int(),
  readOtherwise: z.int(),
  changes: z.array(z.looseObject({ facet: z.string(), kind: z.string() })),
});

describeWithKafka('a history replayed under a newer engine', () => {
  const system = useSystem();
  let article: Article;

  const detente = async (...args: string[]): Promise<unknown> => {
    const env = {
      ...process.env,
      DATABASE_URL: system().databaseUrl,
      KAFKA_BROKERS: system().kafka.brokers.join(','),
      TOPIC_PREFIX: system().kafka.prefix,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args, '--json'], { env });
    return JSON.parse(stdout);
  };
  const compare = async () => comparison.parse(await detente('replay', 'compare'));
  const facets = async () =>
    stateAnswer
      .parse((await system().get('query', '/v1/relations/us-cn')).body)
      .facets.map(({ facet }) => facet);

  /** As an extractor of an old release published it: it found nothing in the article. */
  const readByAnOldEngine = async (): Promise<void> => {
    const { id, publisher, title, text, publishedAt } = leadersCall();
    const sent = articleSubmission.parse({ id, publisher, title, text, publishedAt });
    article = normalise(sent, '2025-06-06T12:00:00.000Z');
    const extraction = {
      relevant: true,
      reason: 'nothing found',
      direction: 'neutral',
      language: 'en',
      signature: [],
      observations: [],
    };
    const engine = { id: ENGINE.id, version: '0.9.0' };
    const { brokers, prefix } = system().kafka;
    const kafka = new Kafka({ clientId: 'old', brokers: [...brokers], logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({
      topic: `${prefix}${TOPICS.observationsExtracted}`,
      messages: [{ key: article.id, value: JSON.stringify({ article, engine, extraction }) }],
    });
    await producer.disconnect();
    await system().recorded([article.id]);
  };

  beforeAll(readByAnOldEngine, 120_000);

  it('is compared beside the live state, which does not move', async () => {
    expect(await facets()).not.toContain(CALL);
    const compared = await compare();
    expect(compared).toMatchObject({ readBy: { 'rules 0.9.0': 1 }, articles: 1, readOtherwise: 1 });
    expect(compared.changes).toContainEqual(expect.objectContaining({ facet: CALL, kind: 'appeared' }));
    expect(await facets()).not.toContain(CALL);
  }, 60_000);

  it('is adopted: the new readings count, the old stay in the record, subscribers are told why', async () => {
    expect(await detente('replay', 'adopt', '--dry-run')).toMatchObject({ articles: 1, published: false });
    const adopted = z.object({ correlationId: z.string() }).parse(await detente('replay', 'adopt'));
    await eventually(async () => {
      expect(await facets()).toContain(CALL);
    }, 30_000);
    await system().followed();
    const { body } = await system().get('query', `/v1/articles/${article.id}`);
    expect(articleAnswer.parse(body).revisions[0]?.readings).toMatchObject([
      { engine: { version: '0.9.0' }, observations: [] },
      { engine: { version: ENGINE.version } },
    ]);
    const { brokers, prefix } = system().kafka;
    const told = await eventually(async () => {
      const messages = await readWholeTopic(brokers, `${prefix}${TOPICS.relationsChanges}`);
      expect(messages.length).toBeGreaterThan(0);
      return messages;
    }, 20_000);
    expect(new Set(told.map(({ headers }) => headers['ce_correlationid']))).toEqual(
      new Set([adopted.correlationId]),
    );
    expect(await compare()).toMatchObject({ readOtherwise: 0, changes: [] });
  }, 90_000);

  it('adopted twice, changes nothing the second time', async () => {
    const before = (await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body;
    await detente('replay', 'adopt');
    const { body } = await system().post('intake', '/v1/articles', {
      ...leadersCall(),
      gold: undefined,
      id: 'later',
    });
    await system().recorded([z.looseObject({ id: z.string() }).parse(body).id]);
    const after = (await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body;
    expect(after).toEqual(before);
  }, 90_000);
});
