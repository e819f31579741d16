import { setTimeout as sleep } from 'node:timers/promises';

/** What to do about an event whose handler threw: once more after a pause, leave it out, or end the subscription. */
export type Verdict = 'retry' | 'skip' | 'stop';

/** Pause before attempt `attempt + 1`, milliseconds: 0.2 s, doubling, at most 30 s. */
export const pauseAfter = (attempt: number): number => Math.min(200 * 2 ** (attempt - 1), 30_000);

export interface Retries {
  readonly work: () => Promise<void> | void;
  readonly judge: (error: unknown, attempt: number) => Verdict | Promise<Verdict>;
  /** Ends a pause early. */
  readonly signal: AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/**
 * Works until it succeeds, or `judge` says otherwise.
 * @returns whether to go on with the next event: false once the signal is given.
 * @throws what the work threw, when the verdict is `stop`.
 */
export const withRetries = async ({ work, judge, signal, pause = pauseAfter }: Retries): Promise<boolean> => {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await work();
      return true;
    } catch (error) {
      const verdict = await judge(error, attempt);
      if (verdict === 'skip') return true;
      if (verdict === 'stop') throw error;
      await sleep(pause(attempt), undefined, { signal }).catch(() => undefined); // only an abort rejects
    }
  }
  return false;
};
