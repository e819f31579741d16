/** Resolves after `ms`, or at once when the signal is aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

/** 100 ms, doubled with each failure in a row, at most `most`. */
export const backOff = (failures: number, most = 5000): number =>
  Math.min(most, 100 * 2 ** Math.max(0, failures - 1));

export interface Supervision {
  readonly signal: AbortSignal;
  /** After each end of the work that was not asked for. `failures`: how many in a row. */
  readonly onEnd: (error: unknown, failures: number) => void;
  /** Longest wait before it starts again, milliseconds. */
  readonly longestWait?: number;
}

/** A run of this length counts as healthy: the next failure starts again at the shortest wait. */
const HEALTHY_MS = 10_000;

/** Runs `work` again and again, with growing waits between, until the signal is aborted: no loop ever ends silently. */
export const supervise = async (work: () => Promise<void>, supervision: Supervision): Promise<void> => {
  const { signal, onEnd, longestWait } = supervision;
  let failures = 0;
  while (!signal.aborted) {
    const started = performance.now();
    let reason: unknown = new Error('ended without being asked to');
    try {
      await work();
    } catch (error) {
      reason = error;
    }
    if (isAborted(signal)) return;
    failures = performance.now() - started > HEALTHY_MS ? 1 : failures + 1;
    onEnd(reason, failures);
    await sleep(backOff(failures, longestWait), signal);
  }
};

// A call, so that the compiler does not take the loop's condition for settled.
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
