import { topicSettings } from '@app/contracts';
import { toMessage, type EventMessage } from '@app/messaging';
import { describeWithKafka, eventually, sampleMessages, testKafka } from '@app/testing';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonOfExample, runPython, runTypeScript } from './run-example';

jest.setTimeout(60_000);

const { relationChanged, facetState, facetGone } = sampleMessages;
const change = (id: string, more: object = {}, headers: Record<string, string> = {}): EventMessage => ({
  ...relationChanged,
  id,
  headers,
  data: { ...relationChanged.data, ...more },
});
const truce = {
  ...{ type: 'truce', name: 'Geneva truce', otherNames: [], status: 'agreed' },
  ...{ agreedOn: '2025-05-12', since: '2025-05-14', until: '2025-08-12', endedOn: null },
  ...{ extensions: [], accusations: [], beside: [], previous: null },
};
const changes = [
  change('1'),
  change('2', { facet: 'truce', from: null, to: truce, fromStatus: null, toStatus: 'agreed', late: true }),
  change('1'),
  change('3', { facet: 'stance/CN', kind: 'gone', to: null, toStatus: null, corrects: true }),
  change('4', { to: { type: 'unheard-of' }, toStatus: 'new' }, { republished: 'true' }),
];
const dispute = {
  ...facetState,
  key: facetGone.key,
  data: { ...facetState.data, facet: 'dispute/US/trade-talks' },
};

describeWithKafka('the examples of docs/subscribing.md, run as they stand', () => {
  let producer: Producer;
  let where: string[];
  let prefix: string;

  const publish = async (events: readonly EventMessage[]): Promise<void> => {
    for (const { topic, ...message } of events.map(toMessage))
      await producer.send({ topic: `${prefix}${topic}`, messages: [message] });
  };

  beforeAll(async () => {
    const kafka = testKafka();
    prefix = kafka.prefix;
    where = ['--brokers', kafka.brokers.join(','), '--prefix', prefix];
    const client = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING });
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: topicSettings().map(({ topic, config }) => ({
        topic: `${prefix}${topic}`,
        configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
      })),
    });
    await admin.disconnect();
    producer = client.producer();
    await producer.connect();
    await publish([...changes, facetState, dispute]);
  });
  afterAll(async () => {
    await producer.disconnect();
  });

  it('subscribe.ts prints each change once, with its flags and its sentence', async () => {
    const example = runTypeScript('subscribe.ts', [...where, '--group', `${prefix}ts`, '--count', '4']);
    await example.ended;
    expect(example.lines().filter((line) => !line.startsWith(' '))).toEqual([
      '2025-05-14 tariff/US: 145 → 30',
      '2025-05-14 truce: - → agreed until 2025-08-12 (learned late)',
      '2025-05-14 stance/CN: 145 → gone (corrects what was told)',
      '2025-05-14 tariff/US: 145 → new (sent again)',
    ]);
    expect(example.lines()[1]).toBe(`    "${facetState.data.evidence[0]?.sentence ?? ''}"`);
  });

  it('local-copy.ts prints the whole state, then what changes', async () => {
    const example = runTypeScript('local-copy.ts', [...where, '--updates', '1']);
    await eventually(() => {
      expect(example.lines().at(-1)).toBe('-- 2 facets, now live');
    }, 30_000);
    expect(example.lines()[1]).toMatch(/^tariff\/US +30 +reported +2025-05-14$/);
    await publish([facetGone]);
    await example.ended;
    expect(example.lines().at(-1)).toBe('us-cn/dispute/US/trade-talks is gone');
    await publish([dispute]);
  });

  describe('in Python, with a stock client', () => {
    let python: string;
    beforeAll(async () => {
      python = await pythonOfExample();
    }, 180_000);

    it('fails with a sentence where there is no Python', async () => {
      const empty = mkdtempSync(path.join(tmpdir(), 'detente-no-python-'));
      await expect(pythonOfExample('no-such-python', empty)).rejects.toThrow(
        'The Python example cannot be tested: python3 (3.9 or later) with its venv module is missing.',
      );
      rmSync(empty, { recursive: true });
    });

    it('prints each change once, with its flags', async () => {
      const example = runPython(python, ['changes', ...where, '--group', `${prefix}py`, '--count', '4']);
      await example.ended;
      expect(example.lines()).toEqual([
        '2025-05-14 tariff/US 145 -> 30',
        '2025-05-14 truce None -> agreed late',
        '2025-05-14 stance/CN 145 -> None corrects',
        '2025-05-14 tariff/US 145 -> new republished',
      ]);
    });

    it('keeps the state, tombstones taken out', async () => {
      await publish([{ ...facetState, key: 'us-cn/truce', data: { ...facetState.data, status: 'agreed' } }]);
      await publish([{ ...facetState, key: 'us-cn/truce', data: null }]);
      const example = runPython(python, ['state', ...where, '--count', '1']);
      await example.ended;
      expect(example.lines()).toEqual(['us-cn/dispute/US/trade-talks 30', 'us-cn/tariff/US 30']);
    });
  });
});
