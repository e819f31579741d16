import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import { z } from 'zod';
import { match } from '../evaluation/score';
import { type Line } from '../evaluation/corpus';
import { leadersCall } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { accepted, articleAnswer, changesAnswer, stateAnswer, type ObservationShown } from './shapes';
import { streamedIds } from './sse';
import { useSystem } from './system';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const label = z.object({ type: z.string(), required: z.boolean(), evidence: z.string() }).catchall(scalar);
const gold = z.object({ observations: z.array(label) });

/** The fields of an observation that the labels know. */
const lineOf = (one: ObservationShown): Line =>
  z
    .object({ type: z.string() })
    .catchall(scalar)
    .parse(
      Object.fromEntries(
        Object.entries(one).filter(([, field]) => typeof field !== 'object' || field === null),
      ),
    );

describeWithKafka('an article goes in, changes come out', () => {
  const system = useSystem();
  const article = leadersCall();
  let id = '';

  beforeAll(async () => {
    const answer = await system().post('intake', '/v1/articles', article, {
      'x-correlation-id': 'leaders-call-1',
    });
    expect(answer.status).toBe(202);
    ({ id } = accepted.parse(answer.body));
    await system().recorded([id]);
  }, 60_000);

  const observationsRead = async (): Promise<ObservationShown[]> => {
    const { body } = await system().get('query', `/v1/articles/${id}`);
    const { revisions } = articleAnswer.parse(body);
    return revisions.flatMap(({ readings }) => readings.flatMap(({ observations }) => observations));
  };
  const labels = gold.parse(article['gold']).observations;
  /** The required labels that none of these observations meets, in short. */
  const missedOf = (observations: readonly ObservationShown[]): string[] => {
    const found = new Set(match(labels, observations.map(lineOf)).map((pair) => pair.gold));
    return labels
      .filter((one, at) => one.required && !found.has(at))
      .map((one) => `${one.type}: ${one.evidence}`);
  };

  it('reads every observation that a careful analyst must log', async () => {
    expect(missedOf(await observationsRead())).toEqual([]);
  });

  it('holds every one of them in the state, with its sentence', async () => {
    const { facets } = stateAnswer.parse((await system().get('query', '/v1/relations/us-cn')).body);
    const sentences = new Map(
      facets.flatMap(({ evidence }) => evidence.map((one) => [one.observationId, one.sentence])),
    );
    const read = await observationsRead();
    const shown = read.filter((one) => sentences.get(one.id) === one.sentence.text);
    expect(missedOf(shown)).toEqual([]);
  });

  it('hands the changes to a plain Kafka consumer, in the order of the log', async () => {
    const { kafka } = system();
    const { items } = changesAnswer.parse(
      (await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body,
    );
    expect(items.length).toBeGreaterThan(0);
    const messages = await eventually(async () => {
      const all = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsChanges}`);
      if (all.length < items.length) throw new Error(`${all.length} of ${items.length} changes are out`);
      return all;
    }, 20_000);
    expect(messages.map(({ headers }) => headers['ce_id'])).toEqual(items.map((item) => item.id));
    expect(new Set(messages.map(({ key }) => key))).toEqual(new Set(['us-cn']));
  });

  it('keeps the compacted topic at what the state reads', async () => {
    const { kafka } = system();
    const { facets } = stateAnswer.parse((await system().get('query', '/v1/relations/us-cn')).body);
    await eventually(async () => {
      const messages = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsState}`);
      const latest = new Map(messages.map(({ key, value }) => [key, value]));
      const held = [...latest].filter(([, value]) => value !== null).map(([key]) => key);
      expect(held.sort()).toEqual(facets.map(({ facet }) => `us-cn/${facet}`).sort());
      for (const { facet, value } of facets)
        expect(latest.get(`us-cn/${facet}`)).toMatchObject({ facet, value });
    }, 20_000);
  });

  it('streams the changes, and goes on after the last one that a reader had', async () => {
    const { items } = changesAnswer.parse(
      (await system().get('query', '/v1/relations/us-cn/changes?limit=500')).body,
    );
    const positions = items.map(({ position }) => String(position));
    const stream = system().url('query', '/v1/relations/us-cn/changes/stream?after=0');
    expect(await streamedIds(stream, positions.length)).toEqual(positions);
    const resumed = { 'last-event-id': positions[1] ?? '' };
    expect(await streamedIds(stream, positions.length - 2, resumed)).toEqual(positions.slice(2));
  });

  it('lets one correlation id follow the article through every service and out', async () => {
    for (const name of ['intake', 'extractor', 'tracker'] as const) {
      expect(system().log(name)).toContain('"correlationId":"leaders-call-1"');
    }
    const { kafka } = system();
    const messages = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsChanges}`);
    for (const { headers } of messages) expect(headers['ce_correlationid']).toBe('leaders-call-1');
  });

  it('serves the schema that its messages name', async () => {
    const { kafka } = system();
    const [first] = await readWholeTopic(kafka.brokers, `${kafka.prefix}${TOPICS.relationsChanges}`);
    const answer = await fetch(first?.headers['ce_dataschema'] ?? '');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});
