import { buildVersion } from './build';
import { etagOf } from './etag';

describe("an answer's mark", () => {
  it('is another for another place, question, policy, weights or build: nobody keeps an answer of the release before', () => {
    const marks = [
      etagOf(7, '/a', ['p1', 'w1', 'b1']),
      etagOf(8, '/a', ['p1', 'w1', 'b1']),
      etagOf(7, '/b', ['p1', 'w1', 'b1']),
      etagOf(7, '/a', ['p2', 'w1', 'b1']),
      etagOf(7, '/a', ['p1', 'w2', 'b1']),
      etagOf(7, '/a', ['p1', 'w1', 'b2']),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(etagOf(7, '/a', ['p1', 'w1', 'b1'])).toBe(marks[0]);
    expect(marks[0]).toMatch(/^"7-[0-9a-f]{16}"$/);
  });

  it('has the code that runs in it, which is the same from one question to the next', () => {
    expect(buildVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(buildVersion()).toBe(buildVersion());
  });
});
