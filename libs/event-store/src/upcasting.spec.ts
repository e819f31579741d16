import { someEvent } from './conformance/notes';
import { UpcasterGap } from './errors';
import { EventTypes } from './upcasting';

const same = (data: unknown): unknown => data;

describe('event types refuse to start', () => {
  it.each([
    [
      'on a hole in the chain',
      [{ type: 'A', schemaVersion: 3, upcasters: { 1: same } }],
      /A: no upcaster from version 2 to 3/,
    ],
    ['with no chain at all', [{ type: 'A', schemaVersion: 2 }], /A: no upcaster from version 1 to 2/],
    [
      'on an upcaster past the newest version',
      [{ type: 'A', schemaVersion: 1, upcasters: { 1: same } }],
      /A: upcaster from version 1 leads past 1/,
    ],
    [
      'when a type is declared twice',
      [
        { type: 'A', schemaVersion: 1 },
        { type: 'A', schemaVersion: 1 },
      ],
      /A: declared twice/,
    ],
    ['on version 0', [{ type: 'A', schemaVersion: 0 }], /whole number from 1/],
  ])('%s', (_, types, message) => {
    const start = (): EventTypes => new EventTypes(types);
    expect(start).toThrow(UpcasterGap);
    expect(start).toThrow(message);
  });
});

describe('upcasting', () => {
  it('chains from whichever version an event has, and leaves the newest alone', () => {
    const types = new EventTypes([
      { type: 'A', schemaVersion: 3, upcasters: { 1: (data) => [data, 2], 2: (data) => [data, 3] } },
    ]);
    const read = (schemaVersion: number): unknown =>
      types.upcast(someEvent(0, { type: 'A', schemaVersion })).data;
    expect([read(1), read(2), read(3)]).toEqual([[[0, 2], 3], [0, 3], 0]);
  });
});
