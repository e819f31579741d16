import { backOff, sleep, supervise } from './supervise';

describe('a supervised loop', () => {
  it('starts again whether the work fails or just ends, and tells each time', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    let runs = 0;
    await supervise(
      () => {
        runs++;
        return runs === 1 ? Promise.reject(new Error('broke')) : Promise.resolve();
      },
      {
        signal: stop.signal,
        longestWait: 1,
        onEnd: (error, failures) => {
          told.push(`${failures}: ${String(error)}`);
          if (failures === 2) stop.abort();
        },
      },
    );
    expect(told).toEqual(['1: Error: broke', '2: Error: ended without being asked to']);
  });

  it('ends without a word when it is asked to', async () => {
    const stop = new AbortController();
    const onEnd = jest.fn();
    const loop = supervise(() => sleep(60_000, stop.signal), { signal: stop.signal, onEnd });
    stop.abort();
    await loop;
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('waits twice as long after each failure, up to a bound', () => {
    expect([1, 2, 3, 20].map((failures) => backOff(failures))).toEqual([100, 200, 400, 5000]);
  });
});
