import { articleReceived, articleStream, eventIds, LOG_EVENTS, TOPICS } from '@app/contracts';
import { MemoryEventStore } from '@app/event-store';
import { createTransport, readEnvelope, TransportUnavailable, type IncomingMessage } from '@app/messaging';
import { quietContext } from '@app/testing';
import { KnownArticles } from '../articles/known-articles';
import { PublishArticles } from '../articles/publish-articles';
import { intakeEnv } from '../intake.env';
import { SubmitArticles, SubmitArticlesHandler, type Submission } from './submit-articles';
import { type SubmissionOutcome } from './submission-outcome';

const clock = { now: (): Date => new Date('2025-06-07T00:00:00.000Z') };
const context = quietContext(clock);
const { logger, metrics } = context;
const article = {
  id: 'a',
  publisher: 'Example',
  publishedAt: '2025-06-06',
  title: 'Talks',
  text: 'They talked.',
};

/** Memory transports of one prefix are one: each intake has its own. */
let made = 0;
const intake = (store = new MemoryEventStore(), topicPrefix = `spec-${(made += 1)}.`) => {
  const transport = createTransport({ kind: 'memory', clientId: 'spec', prefix: topicPrefix });
  const publisher = new PublishArticles(transport, intakeEnv.parse({}), context);
  const handler = new SubmitArticlesHandler(publisher, new KnownArticles(store, logger), metrics, clock);
  const submit = (...submissions: readonly Submission[]): Promise<SubmissionOutcome[]> =>
    handler.execute(new SubmitArticles(submissions));
  const published = async (): Promise<IncomingMessage[]> => {
    const messages: IncomingMessage[] = [];
    await transport.readTopic(TOPICS.articlesReceived, (message) => messages.push(message));
    return messages;
  };
  return { submit, published, transport };
};
const sent = (json: unknown, correlationId = 'c-1') => ({ json, correlationId });

describe('submitting articles', () => {
  it('publishes what is new, keyed by its id, and says so', async () => {
    const { submit, published } = intake();
    const [outcome] = await submit(sent(article, 'c-7'));
    const [message] = await published();
    expect(outcome).toMatchObject({ status: 'accepted', id: message?.key });
    expect(articleReceived.parse(JSON.parse(message?.value?.toString() ?? ''))).toMatchObject({
      title: 'Talks',
    });
    expect(message && readEnvelope(message)).toMatchObject({
      type: 'detente.article.received.v1',
      correlationId: 'c-7',
      dataSchema: 'http://127.0.0.1:8080/schemas/detente.article.received.v1.json',
    });
  });

  it('answers in order, each for itself, and publishes a repeat once', async () => {
    const { submit, published } = intake();
    const outcomes = await submit(sent(article), sent({ title: 'no more' }), sent(article));
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'invalid', 'duplicate']);
    expect(await published()).toHaveLength(1);
  });

  it('knows what the log holds, also when it did not take it itself', async () => {
    const store = new MemoryEventStore();
    const first = intake(store);
    const [outcome] = await first.submit(sent(article));
    if (outcome?.status !== 'accepted') throw new Error('not accepted');
    const event = {
      ...{ id: eventIds.articleRecorded(outcome.id, outcome.revision), type: LOG_EVENTS.articleRecorded },
      ...{ schemaVersion: 1, data: {}, metadata: {} },
    };
    await store.append([{ stream: articleStream(outcome.id), expected: 'any', events: [event] }]);
    const second = intake(store);
    expect(await second.submit(sent(article))).toMatchObject([{ status: 'duplicate', id: outcome.id }]);
    expect(await second.published()).toHaveLength(0);
  });

  it('takes articles while the log cannot be asked', async () => {
    const store = new MemoryEventStore();
    jest.spyOn(store, 'readStream').mockRejectedValue(new Error('Connection terminated'));
    const { submit, published } = intake(store);
    expect(await submit(sent(article))).toMatchObject([{ status: 'accepted' }]);
    expect(await published()).toHaveLength(1);
  });

  it('takes nothing while the broker is away: what is sent again then is new', async () => {
    const { submit, transport, published } = intake();
    const away = jest
      .spyOn(transport, 'publishBatch')
      .mockRejectedValueOnce(new TransportUnavailable('away'));
    await expect(submit(sent(article))).rejects.toThrow('away');
    away.mockRestore();
    expect(await submit(sent(article))).toMatchObject([{ status: 'accepted' }]);
    expect(await published()).toHaveLength(1);
  });

  it('refuses a day far in the future: it would take the day of the relation with it', async () => {
    const { submit } = intake();
    const [outcome] = await submit(sent({ ...article, publishedAt: '2052-06-06' }));
    expect(outcome).toEqual({
      status: 'invalid',
      errors: [{ path: '/publishedAt', message: 'lies in the future' }],
    });
  });
});
