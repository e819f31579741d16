// A PostgreSQL and a Kafka to throw away, for the tests. `npm test` starts them once for all suites; `jest` alone starts
// its own (jest-setup.mjs); `npm run test:services` keeps them up for as long as you work.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findWay, startKafka } from './kafka.mjs';
import { DATA } from './paths.mjs';
import { startPostgres, usePostgres } from './postgres.mjs';
import { freePort, isAlive } from './processes.mjs';

export const KEPT = path.join(DATA, 'test-services.json');

const postgres = async (dir) => {
  if (process.env.DATABASE_URL) return usePostgres(process.env.DATABASE_URL);
  return startPostgres({
    dir: path.join(dir, 'postgres'),
    port: await freePort(),
    log: path.join(dir, 'postgres.log'),
    throwAway: true,
  });
};

const kafka = async (dir) => {
  const { way, lacks } = await findWay();
  if (way === 'none') return { broker: null, why: `no Kafka: ${lacks.join(', ')}` };
  const [port, controllerPort] = [await freePort(), await freePort()];
  const log = path.join(dir, 'kafka.log');
  return {
    broker: await startKafka(way, { dir: path.join(dir, 'kafka'), port, controllerPort, log, volume: null }),
    why: '',
  };
};

/** Both, started side by side. `env` is what @app/testing reads. */
export const startTestServices = async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-test-'));
  // The server runs as another user when we are root: it must be able to enter.
  chmodSync(dir, 0o755);
  const [first, second] = await Promise.allSettled([postgres(dir), kafka(dir)]);
  const stop = async () => {
    await Promise.all([first.value?.stop(), second.value?.broker?.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
  const failed = [first, second].find(({ status }) => status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const { broker, why } = second.value;
  const env = {
    TEST_DATABASE_URL: first.value.url,
    TEST_KAFKA_BROKERS: broker?.brokers.join(',') ?? '',
    TEST_NO_KAFKA: why,
  };
  return { env, broker, stop };
};

/** Those that `npm run test:services` keeps up, if it does. */
export const keptServices = () => {
  try {
    const { pid, env } = JSON.parse(readFileSync(KEPT, 'utf8'));
    return isAlive(pid) ? env : null;
  } catch {
    return null; // none are kept
  }
};
