import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import { Kafka, logLevel, Partitioners, type Message } from 'kafkajs';
import { leadersCall } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { accepted } from './shapes';
import { useSystem } from './system';

describeWithKafka('a message that cannot be read', () => {
  const system = useSystem();

  const produce = async (topic: string, messages: Message[]): Promise<void> => {
    const { brokers, prefix } = system().kafka;
    const kafka = new Kafka({ clientId: 'poison', brokers: [...brokers], logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic: `${prefix}${topic}`, messages });
    await producer.disconnect();
  };

  const deadLetters = async (topic: string, count: number) =>
    eventually(async () => {
      const { brokers, prefix } = system().kafka;
      const letters = await readWholeTopic(brokers, `${prefix}${topic}.dlq`, (value) => value.toString());
      if (letters.length < count) throw new Error(`${letters.length} of ${count} dead letters`);
      return letters;
    }, 20_000);

  it('goes to the dead-letter topic with its reason, key, headers and place; the partition goes on', async () => {
    await produce(TOPICS.articlesReceived, [
      { key: 'not-json', value: '{"broken', headers: { origin: 'somebody' } },
      { key: 'not-an-article', value: JSON.stringify({ hello: 'world' }) },
    ]);
    await produce(TOPICS.observationsExtracted, [{ key: 'no-observations', value: '[]' }]);

    const letters = await deadLetters(TOPICS.articlesReceived, 2);
    expect(letters.map(({ key, value }) => [key, value])).toEqual([
      ['not-json', '{"broken'],
      ['not-an-article', '{"hello":"world"}'],
    ]);
    expect(letters[0]?.headers).toMatchObject({
      origin: 'somebody',
      'dlq-reason': 'invalid',
      'dlq-original-topic': TOPICS.articlesReceived,
      'dlq-original-partition': '0',
      'dlq-original-offset': '0',
    });
    expect(letters[1]?.headers['dlq-error']).toContain('publisher');
    expect((await deadLetters(TOPICS.observationsExtracted, 1))[0]?.key).toBe('no-observations');

    const { id } = accepted.parse((await system().post('intake', '/v1/articles', leadersCall())).body);
    await system().recorded([id]);
  });
});
