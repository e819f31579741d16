import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  done(count: number): void;
  stop(): void;
}

const silent: Progress = { done: () => undefined, stop: () => undefined };

/** A bar on standard error, where a person looks; nothing where a program reads. */
export const progress = (what: string, total: number): Progress => {
  if (!process.stderr.isTTY || total === 0) return silent;
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total} {eta_formatted}`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    done: (count) => {
      bar.increment(count);
    },
    stop: () => {
      bar.stop();
    },
  };
};
