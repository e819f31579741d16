import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from './backoff';
import { subscribe, type SubscriptionOptions } from './consumer';
import { silentLogger } from './observer';
import type { RunningConsumer, TopicSpec, Transport } from './transport';

/**
 * Starts a consumer that a service lives by, at once and for good: while the broker is not there yet it waits (and says so
 * in its health), then creates what is missing of `topics` and subscribes.
 */
export const startConsumer = <T>(
  transport: Transport,
  options: SubscriptionOptions<T>,
  topics: readonly TopicSpec[],
): RunningConsumer => {
  const stopping = new AbortController();
  const logger = options.logger ?? silentLogger;
  let running: RunningConsumer | null = null;

  const start = async (): Promise<void> => {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await transport.ensureTopics(topics);
        running = await subscribe(transport, options);
        return;
      } catch (error) {
        logger.warn({ err: error, topic: options.topic }, 'cannot subscribe yet');
        await sleep(backoffMs(attempt), undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const started = start();

  return {
    health: () => running?.health() ?? { ok: false, detail: 'waiting for the broker' },
    stop: async () => {
      stopping.abort();
      await started;
      await running?.stop();
    },
  };
};
