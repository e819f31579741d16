import { readEnvelope, toMessage } from './envelope';
import type { IncomingMessage, OutgoingMessage } from './transport';

const delivered = (message: OutgoingMessage): IncomingMessage => ({
  ...message,
  partition: 2,
  offset: '7',
  timestamp: 0,
});

const event = {
  topic: 'things',
  key: 'k',
  id: '1',
  source: '/detente/test',
  type: 'thing.made.v1',
  time: '2026-01-02T03:04:05.000Z',
  subject: 'us-cn',
  dataSchema: 'http://localhost/schemas/thing.json',
  correlationId: 'c',
  causationId: 'p',
} as const;

describe('the envelope', () => {
  it('is CloudEvents 1.0 in binary mode: attributes in headers, the data alone in the value', () => {
    const message = toMessage({ ...event, data: { a: 1 } });

    expect(message.value?.toString()).toBe('{"a":1}');
    expect(message.headers).toEqual({
      ce_specversion: '1.0',
      ce_id: '1',
      ce_source: '/detente/test',
      ce_type: 'thing.made.v1',
      ce_time: '2026-01-02T03:04:05.000Z',
      ce_subject: 'us-cn',
      ce_dataschema: 'http://localhost/schemas/thing.json',
      ce_correlationid: 'c',
      ce_causationid: 'p',
      'content-type': 'application/json',
    });
  });

  it('comes back as it was sent', () => {
    const envelope = readEnvelope(delivered(toMessage({ ...event, data: 1 })));

    expect({ topic: 'things', key: 'k', ...envelope }).toEqual(event);
  });

  it('makes a tombstone of null, without a content type', () => {
    const message = toMessage({ ...event, data: null });

    expect(message.value).toBeNull();
    expect(message.headers).not.toHaveProperty('content-type');
  });

  it('names a message without attributes by its place, the same at each delivery', () => {
    const bare = delivered({ topic: 'things', key: 'k', value: null, headers: {} });

    expect(readEnvelope(bare)).toMatchObject({
      id: 'things/2/7',
      correlationId: 'things/2/7',
      type: 'unknown',
    });
  });

  it('does not let further headers overwrite an attribute', () => {
    const message = toMessage({ ...event, data: 1, headers: { ce_id: 'forged', republished: 'true' } });

    expect(message.headers).toMatchObject({ ce_id: '1', republished: 'true' });
  });
});
