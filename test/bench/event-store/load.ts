import { randomUUID } from 'node:crypto';
import { median, quantile } from '../bench';

/** 1 KB of JSON. */
export const article = (id: number): object => ({
  id,
  title: 'x'.repeat(40),
  body: 'y'.repeat(900),
  at: '2025-10-30T00:00:00Z',
});

export interface Cell {
  readonly callers: number;
  /** Events an append, each append to a new stream that must not exist. */
  readonly events: number;
  readonly seconds: number;
}

/** Callers that append, wait for the answer, and append again. */
export const measureAppends = async (
  append: (stream: string, events: number) => Promise<unknown>,
  { callers, events, seconds }: Cell,
): Promise<{ perSecond: number; p50: number; p99: number }> => {
  const latencies: number[] = [];
  const start = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const begun = performance.now();
      await append(`article-${randomUUID()}`, events);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const took = (performance.now() - start) / 1000;
  return {
    perSecond: (latencies.length * events) / took,
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
  };
};

/** One append at a time to an idle store; from the start of the append to the moment that `handled` resolves. Milliseconds. */
export const measureLatency = async (
  times: number,
  once: () => Promise<void>,
): Promise<{ p50: number; p95: number; most: number }> => {
  const latencies: number[] = [];
  for (let i = 0; i < times; i++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const begun = performance.now();
    await once();
    latencies.push(performance.now() - begun);
  }
  return { p50: median(latencies), p95: quantile(latencies, 0.95), most: Math.max(...latencies) };
};

export const seconds = (start: number): number => (performance.now() - start) / 1000;
