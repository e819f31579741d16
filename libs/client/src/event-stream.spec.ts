import { eventStreamReader, type StreamEvent } from './event-stream';

const text =
  'retry: 2000\n\n: still here\n\nid: 7\nevent: change\ndata: {"a":1}\n\ndata: one\r\ndata:two\r\n\r\nevent: reset\rdata: {}\r\rid: 8\n\n';
const whole: readonly StreamEvent[] = [
  { event: 'change', data: '{"a":1}', id: '7' },
  { event: 'message', data: 'one\ntwo', id: '7' },
  { event: 'reset', data: '{}', id: '7' },
];

describe('eventStreamReader', () => {
  it('reads events, leaves comments, and keeps the last id', () => {
    expect(eventStreamReader().read(text)).toEqual(whole);
  });

  it.each([1, 2, 3, 7])('reads the same from pieces of %i', (size) => {
    const reader = eventStreamReader();
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(pieces.flatMap((piece) => reader.read(piece))).toEqual(whole);
  });

  it('gives nothing of an event that was cut off', () => {
    expect(eventStreamReader().read('id: 9\ndata: half')).toEqual([]);
  });
});
