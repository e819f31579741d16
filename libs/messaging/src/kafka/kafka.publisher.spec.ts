import { eventually } from '@app/testing';
import { silentLogger } from '../observer';
import type { OutgoingMessage } from '../transport';
import { KafkaPublisher, type BatchProducer } from './kafka.publisher';

const message = (value: string, size = value.length): OutgoingMessage => ({
  topic: 'things',
  key: 'k',
  value: Buffer.from(value.padEnd(size, '.')),
  headers: {},
});

const kafkaError = (name: string, more: object = {}): Error =>
  Object.assign(new Error(name), { name, ...more });

/** A producer that answers what the test says, and notes what it was sent. */
class ScriptedProducer implements BatchProducer {
  readonly sent: string[][] = [];
  connects = 0;
  disconnects = 0;
  answer: (values: string[]) => Promise<void> = () => Promise.resolve();

  connect(): Promise<void> {
    this.connects += 1;
    return Promise.resolve();
  }
  async sendBatch({ topicMessages }: Parameters<BatchProducer['sendBatch']>[0]): Promise<void> {
    const values = topicMessages.flatMap(({ messages }) =>
      messages.map(({ value }) => String(value).replaceAll('.', '')),
    );
    this.sent.push(values);
    await this.answer(values);
  }
  disconnect(): Promise<void> {
    this.disconnects += 1;
    return Promise.resolve();
  }
}

describe('the Kafka publisher', () => {
  const make = (deadlineMs = 5000): { publisher: KafkaPublisher; producer: ScriptedProducer } => {
    const producer = new ScriptedProducer();
    const options = { toWire: (topic: string) => topic, deadlineMs, logger: silentLogger };
    return { producer, publisher: new KafkaPublisher({ ...options, createProducer: () => producer }) };
  };

  it('sends together what waited while a request was under way', async () => {
    const { publisher, producer } = make();
    let release = (): void => undefined;
    producer.answer = () => new Promise((resolve) => (release = resolve));
    const first = publisher.publish([message('1')]);
    await eventually(() => {
      expect(producer.sent).toHaveLength(1);
    });
    const others = [publisher.publish([message('2')]), publisher.publish([message('3'), message('4')])];
    producer.answer = () => Promise.resolve();
    release();

    await Promise.all([first, ...others]);

    expect(producer.sent).toEqual([['1'], ['2', '3', '4']]);
    await publisher.close();
  });

  it('sends the same batch again by the same producer until the broker has it', async () => {
    const { publisher, producer } = make();
    let failures = 2;
    producer.answer = () => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(kafkaError('KafkaJSRequestTimeoutError')) : Promise.resolve();
    };

    await publisher.publish([message('1'), message('2')]);

    expect(producer.sent).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(producer.connects).toBe(1);
    await publisher.close();
  });

  it('rejects at the deadline as an outage, and lets nothing overtake the batch under way', async () => {
    const { publisher, producer } = make(100);
    let away = true;
    producer.answer = () => (away ? Promise.reject(kafkaError('KafkaJSConnectionError')) : Promise.resolve());

    await expect(publisher.publish([message('1')])).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });
    await expect(publisher.publish([message('lost')])).rejects.toMatchObject({
      code: 'TRANSPORT_UNAVAILABLE',
    });
    away = false;
    await eventually(async () => {
      await publisher.publish([message('2')]);
    });

    const values = producer.sent.flat();
    expect(values.lastIndexOf('1')).toBeLessThan(values.indexOf('2'));
    // Its caller had gone before it was its turn: it was never sent.
    expect(values).not.toContain('lost');
    await publisher.close();
  });

  it('begins anew with another numbering when the broker fences it', async () => {
    const { publisher, producer } = make();
    producer.answer = () =>
      Promise.reject(
        kafkaError('KafkaJSProtocolError', { type: 'OUT_OF_ORDER_SEQUENCE_NUMBER', retriable: false }),
      );
    await expect(publisher.publish([message('1')])).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });

    producer.answer = () => Promise.resolve();
    await publisher.publish([message('1')]);

    expect(producer.connects).toBe(2);
    expect(producer.disconnects).toBe(1);
    await publisher.close();
  });

  it('refuses a message that is too large, and only that one', async () => {
    const { publisher, producer } = make();
    producer.answer = (values) =>
      values.includes('big')
        ? Promise.reject(kafkaError('KafkaJSProtocolError', { type: 'MESSAGE_TOO_LARGE', retriable: false }))
        : Promise.resolve();

    const results = await Promise.allSettled(
      ['1', 'big', '2'].map((value) => publisher.publish([message(value)])),
    );

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'INVALID_MESSAGE' } });
    await publisher.close();
  });

  it('does not wait for a topic that is missing', async () => {
    const { publisher, producer } = make();
    producer.answer = () =>
      Promise.reject(
        kafkaError('KafkaJSProtocolError', { type: 'UNKNOWN_TOPIC_OR_PARTITION', retriable: true }),
      );

    await expect(publisher.publish([message('1')])).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });

    expect(producer.sent).toHaveLength(1);
    await publisher.close();
  });

  it('keeps each request below the broker’s limit', async () => {
    const { publisher, producer } = make();

    await publisher.publish(['1', '2', '3'].map((value) => message(value, 300_000)));

    expect(producer.sent).toEqual([['1', '2'], ['3']]);
    await publisher.close();
  });

  it('closes in time although the broker is away', async () => {
    const { publisher, producer } = make(100);
    producer.answer = () => Promise.reject(kafkaError('KafkaJSConnectionError'));
    const pending = publisher.publish([message('1')]);
    const outcome = expect(pending).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });

    await publisher.close();

    await outcome;
    await expect(publisher.publish([message('2')])).rejects.toMatchObject({ code: 'TRANSPORT_UNAVAILABLE' });
  });
});
