import { pauseAfter, withRetries, type Verdict } from './with-retries';

const failing = (times: number): (() => void) => {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw new Error(`attempt ${calls}`);
  };
};
const never = new AbortController().signal;
const pause = (): number => 0;

describe('withRetries', () => {
  it('tries until it works', async () => {
    const attempts: number[] = [];
    const judge = (_: unknown, attempt: number): Verdict => {
      attempts.push(attempt);
      return 'retry';
    };
    await expect(withRetries({ work: failing(3), judge, signal: never, pause })).resolves.toBe(true);
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('goes on past what is to be left out', async () => {
    const work = failing(Infinity);
    await expect(withRetries({ work, judge: () => 'skip', signal: never, pause })).resolves.toBe(true);
  });

  it('throws what the work threw when it is to stop', async () => {
    const work = failing(Infinity);
    await expect(withRetries({ work, judge: () => 'stop', signal: never, pause })).rejects.toThrow(
      'attempt 1',
    );
  });

  it('leaves a long pause when it is told to', async () => {
    const stopping = new AbortController();
    const judge = (): Verdict => {
      queueMicrotask(() => {
        stopping.abort();
      });
      return 'retry';
    };
    const result = withRetries({ work: failing(Infinity), judge, signal: stopping.signal, pause: () => 1e6 });
    await expect(result).resolves.toBe(false);
  });
});

describe('pauseAfter', () => {
  it('doubles from 0.2 s and ends at 30 s', () => {
    expect([1, 2, 3, 9, 60].map(pauseAfter)).toEqual([200, 400, 800, 30_000, 30_000]);
  });
});
