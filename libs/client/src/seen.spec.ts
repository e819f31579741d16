import { eventKey, rememberLast } from '.';

describe('rememberLast', () => {
  it('forgets the oldest first, and holds no more than it was told to', () => {
    const seen = rememberLast(2);
    for (const key of ['a', 'b', 'a', 'c']) void seen.add(key);
    expect(['a', 'b', 'c'].map((key) => seen.has(key))).toEqual([true, false, true]);
  });
});

describe('eventKey', () => {
  it('tells one id of two sources apart', () => {
    expect(eventKey({ source: 'a', id: '1' })).not.toBe(eventKey({ source: 'b', id: '1' }));
  });
});
