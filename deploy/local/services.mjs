// The four services as processes of their own (in one, where there is no broker), and what keeps them up.
import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { DATA, DIST, ROOT } from './paths.mjs';
import { launch, sleep, stop, tail } from './processes.mjs';
import { Hint, say, step, warn, yellow } from './ui.mjs';

const SERVICES = ['tracker', 'query', 'extractor', 'intake'];
/** A log that is larger is put aside at the next start: one old one is kept. */
const MAX_LOG = 20_000_000;
/** So many ends within a minute of its start, and a service is not worth starting again without a look at it. */
const MAX_DEATHS = 5;

const logOf = (name) => {
  const log = path.join(DATA, 'logs', `${name}.log`);
  mkdirSync(path.dirname(log), { recursive: true });
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG) renameSync(log, `${log}.old`);
  return log;
};

/** What a service said last, from its JSON lines. */
const lastWords = (log) => {
  for (const line of tail(log, 20).split('\n').reverse()) {
    try {
      const { level, msg, err } = JSON.parse(line);
      if (level === 'fatal' || level === 'error') return err?.message ? `${msg}: ${err.message}` : msg;
    } catch {
      continue; // a line that is no JSON: Node's own words
    }
  }
  return tail(log, 1);
};

const environment = ({ ports, database, broker, policy }) => {
  const env = { ...process.env, DATABASE_URL: database.url, NODE_ENV: 'production' };
  if (broker === null) delete env.KAFKA_BROKERS;
  else env.KAFKA_BROKERS = broker.brokers.join(',');
  for (const name of SERVICES) env[`${name.toUpperCase()}_PORT`] = String(ports[name]);
  if (policy !== undefined) env.POLICY_FILE = policy;
  env.PUBLIC_URL ??= `http://127.0.0.1:${ports.query}`;
  return env;
};

/** Starts one process and starts it again whenever it ends, until `stop`. */
const supervise = (name, script, { env, onChange }) => {
  const log = logOf(name);
  let child;
  let stopping = false;
  let deaths = 0;
  const run = () => {
    const began = Date.now();
    child = launch(process.execPath, ['--enable-source-maps', script], { log, cwd: ROOT, env });
    onChange();
    void child.ended.then(async ({ code, signal }) => {
      if (stopping) return;
      deaths = Date.now() - began > 60_000 ? 1 : deaths + 1;
      const how = signal ? `was killed (${signal})` : `ended with code ${code}`;
      if (deaths >= MAX_DEATHS) {
        warn(
          `\n${name} ${how} ${deaths} times in a row and stays down: ${lastWords(log)}\n  its log: ${log}`,
        );
        return;
      }
      const why = signal ? '' : `: ${lastWords(log)}`;
      warn(`\n${name} ${how}${why} — starting it again (log: ${path.relative(ROOT, log)})`);
      await sleep(Math.min(500 * 2 ** (deaths - 1), 10_000));
      if (!stopping) run();
    });
  };
  run();
  return {
    name,
    log,
    pid: () => child.pid,
    deaths: () => deaths,
    stop: async () => {
      stopping = true;
      await stop(child, { deadlineMs: 15_000 });
    },
  };
};

const isReady = async (url) => {
  const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
    () => null,
  );
  return response?.ok === true;
};

const untilReady = async (names, urls, processes, signal) => {
  const deadline = Date.now() + 120_000;
  for (const name of names) {
    while (!(await isReady(urls[name]))) {
      signal.throwIfAborted();
      const fallen = processes.find((process) => process.deaths() >= 2);
      if (fallen) throw new Hint(`${fallen.name} does not start: ${lastWords(fallen.log)}`);
      if (Date.now() > deadline)
        throw new Hint(`${name} is not ready after two minutes: see ${urls[name]}/health/ready`);
      await sleep(150);
    }
  }
};

/** @returns {Promise<{urls: Record<string, string>}>} once all are ready */
export const startServices = async ({ ports, database, broker, policy, signal, onPids, up }) => {
  const env = environment({ ports, database, broker, policy });
  const urls = Object.fromEntries(SERVICES.map((name) => [name, `http://127.0.0.1:${ports[name]}`]));
  const processes = [];
  const onChange = () => onPids(processes.map((process) => process.pid()).filter(Boolean));
  up.push('services', () => Promise.all(processes.map((process) => process.stop())));
  await step(broker === null ? 'services ready (one process)' : 'services ready', async () => {
    const scripts =
      broker === null
        ? [['services', path.join(ROOT, 'deploy/local/one-process.mjs')]]
        : SERVICES.map((name) => [name, path.join(DIST, 'apps', name, 'main.js')]);
    for (const [name, script] of scripts) processes.push(supervise(name, script, { env, onChange }));
    onChange();
    await untilReady(SERVICES, urls, processes, signal);
  });
  return { urls };
};
