import { topicSettings } from '@app/contracts';
import { toMessage, type EventMessage } from '@app/messaging';
import { describeWithKafka, eventually, sampleMessages, testKafka } from '@app/testing';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { localState, subscribe, type ChangeEvent, type Subscription } from '.';

jest.setTimeout(30_000);

const { relationChanged, facetState, facetGone } = sampleMessages;
const changed = (id: string): EventMessage => ({ ...relationChanged, id });
const state = (position: number, key: string, status: string): EventMessage => ({
  ...facetState,
  key,
  data: { ...facetState.data, position, status },
});

describeWithKafka('a subscriber on a real Kafka', () => {
  const running: Subscription[] = [];
  let producer: Producer;
  let options: { brokers: string[]; topicPrefix: string; logLevel: logLevel };

  const publish = async (...events: readonly EventMessage[]): Promise<void> => {
    for (const event of events) {
      const { topic, key, value, headers } = toMessage(event);
      await producer.send({ topic: `${options.topicPrefix}${topic}`, messages: [{ key, value, headers }] });
    }
  };
  const collect = async (
    groupId: string,
    more: Partial<Parameters<typeof subscribe>[0]> = {},
  ): Promise<{ ids: string[]; subscription: Subscription }> => {
    const ids: string[] = [];
    const onChange = ({ id }: ChangeEvent): void => void ids.push(id);
    const subscription = await subscribe({ ...options, groupId, onChange, ...more });
    running.push(subscription);
    return { ids, subscription };
  };

  beforeAll(async () => {
    const { brokers, prefix } = testKafka();
    options = { brokers: [...brokers], topicPrefix: prefix, logLevel: logLevel.NOTHING };
    const kafka = new Kafka(options);
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: topicSettings().map(({ topic, partitions, config }) => ({
        topic: `${prefix}${topic}`,
        numPartitions: partitions,
        configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
      })),
    });
    await admin.disconnect();
    producer = kafka.producer();
    await producer.connect();
    await publish(changed('1'), changed('2'), changed('1'), changed('3'));
    await publish(state(1, 'us-cn/tariff/US', '145'), state(2, 'us-cn/truce', 'agreed'), facetGone);
  }, 60_000);

  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
  });
  afterAll(async () => {
    await producer.disconnect();
  });

  it('gets all that was ever published, in order, repeats dropped, and then what comes', async () => {
    const { ids } = await collect('g.all');
    await publish(changed('4'), changed('2'));
    await eventually(() => {
      expect(ids).toEqual(['1', '2', '3', '4']);
    });
  });

  it('goes on where its group left off', async () => {
    const first = await collect('g.resume');
    await eventually(() => {
      expect(first.ids).toContain('3');
    });
    await first.subscription.stop();
    const { ids } = await collect('g.resume');
    await publish(changed('5'));
    await eventually(() => {
      expect(ids.at(-1)).toBe('5');
    });
    expect(ids).not.toContain('1');
  });

  it('begins at an offset that it is given', async () => {
    const { ids } = await collect('g.seek', { seek: [{ partition: 0, offset: '3' }] });
    await eventually(() => {
      expect(ids[0]).toBe('3');
    });
  });

  it('holds the change whose handler failed, and ends aloud when that does not pass', async () => {
    const { subscription } = await collect('g.fails', {
      onChange: () => {
        throw new Error('the ledger is shut');
      },
      onFailure: (_, __, attempt) => (attempt < 2 ? 'retry' : 'stop'),
    });
    await expect(subscription.done).rejects.toThrow('the ledger is shut');
    running.length = 0;
    const { ids } = await collect('g.fails');
    await eventually(() => {
      expect(ids[0]).toBe('1');
    });
  });

  it('says what is wrong when no broker answers, or the topic is not there', async () => {
    const start = (more: object): Promise<unknown> =>
      subscribe({ ...options, groupId: 'g.wrong', onChange: () => undefined, ...more });
    const retry = { retries: 0 };
    await expect(start({ brokers: ['127.0.0.1:1'], retry })).rejects.toThrow(
      /^Cannot follow .*relations.changes.v1: .*ECONNREFUSED/,
    );
    const topicPrefix = 'nowhere.';
    const missing = /^Cannot follow nowhere.relations.*does not host this topic-partition/;
    await expect(start({ topicPrefix, retry })).rejects.toThrow(missing);
    await expect(localState({ ...options, topicPrefix, retry })).rejects.toThrow(missing);
  });

  it('lets a second member of the group take over, without a gap', async () => {
    const first = await collect('g.two');
    await eventually(() => {
      expect(first.ids).toContain('3');
    });
    const second = await collect('g.two');
    await publish(changed('over-1'));
    await first.subscription.stop();
    await publish(changed('over-2'));
    await eventually(() => {
      const both = new Set([...first.ids, ...second.ids]);
      expect([both.has('over-1'), both.has('over-2')]).toEqual([true, true]);
    });
  });

  it('keeps a copy of the state: ready at the end of the topic, then live', async () => {
    const copy = await localState(options);
    running.push(copy);
    await copy.ready();
    expect(copy.all().map(({ status }) => status)).toEqual(['145', 'agreed']);
    await publish(state(3, 'us-cn/tariff/US', '30'), { ...facetState, key: 'us-cn/truce', data: null });
    await eventually(() => {
      expect(copy.all().map(({ status }) => status)).toEqual(['30']);
    });
    expect(copy.get('tariff/US')?.status).toBe('30');
  });

  it('says so when the copy ends before it is ready', async () => {
    await publish({ ...facetState, key: 'us-cn/bad', data: { no: 'facet' } });
    const copy = await localState(options);
    await expect(Promise.all([copy.ready(), copy.done])).rejects.toThrow('its data do not fit');
    const tolerant = await localState({ ...options, onUnreadable: () => undefined });
    running.push(tolerant);
    await tolerant.ready();
    expect(tolerant.get('tariff/US')).toBeDefined();
  });
});
