import { toMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { type KafkaMessage } from 'kafkajs';
import { CHANGES, readCloudEvent, UnreadableMessage } from '.';
import { kafkaMessage } from './kafka-message.fixture';

const at = { topic: 'relations.changes.v1', partition: 0, offset: '7', key: 'us-cn' };
const sent = sampleMessages.relationChanged;
const read = (message: KafkaMessage): unknown => readCloudEvent(message, at, CHANGES);

describe('readCloudEvent', () => {
  it('takes the attributes from the headers and the data from the value', () => {
    expect(readCloudEvent(kafkaMessage(toMessage(sent)), at, CHANGES)).toEqual({
      id: sent.id,
      source: sent.source,
      type: sent.type,
      time: sent.time,
      subject: 'us-cn',
      dataSchema: sent.dataSchema,
      correlationId: sent.correlationId,
      causationId: undefined,
      republished: false,
      data: sent.data,
      at,
    });
  });

  it("tells what was sent once more on an operator's word", () => {
    const message = toMessage({ ...sent, headers: { republished: 'true' } });
    expect(readCloudEvent(kafkaMessage(message), at, CHANGES).republished).toBe(true);
  });

  it('ignores fields that it does not know', () => {
    const message = toMessage({ ...sent, data: { ...sent.data, colour: 'red' } });
    expect(readCloudEvent(kafkaMessage(message), at, CHANGES).data).toEqual(sent.data);
  });

  it('hands a value of a type that came later through as it is', () => {
    const raw = { type: 'shipping', fee: 12 };
    const message = toMessage({ ...sent, data: { ...sent.data, to: raw } });
    expect(readCloudEvent(kafkaMessage(message), at, CHANGES).data.to).toEqual({ type: 'unknown', raw });
  });

  it.each([
    ['no JSON', { ...toMessage(sent), value: Buffer.from('{') }, 'its value is not JSON'],
    ['no value', { ...toMessage(sent), value: null }, 'it has no value'],
    ['no id', toMessage({ ...sent, id: '' }), 'no header ce_id'],
    ['another type', toMessage({ ...sent, type: 'x.v2' }), 'its type is x.v2'],
    ['a missing field', toMessage({ ...sent, data: { facet: 'truce' } }), 'its data do not fit'],
  ])('refuses a message with %s, and says where it stands', (_, message, reason) => {
    const reading = (): unknown => read(kafkaMessage(message));
    expect(reading).toThrow(UnreadableMessage);
    expect(reading).toThrow(`relations.changes.v1/0/7 cannot be read: ${reason}`);
  });
});
