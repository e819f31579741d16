// The whole system on this machine, brought up in order and taken down in the opposite one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findWay, startKafka } from './kafka.mjs';
import { DATA } from './paths.mjs';
import { startPostgres, usePostgres } from './postgres.mjs';
import { endLeftover, isAlive, needPort } from './processes.mjs';
import { loadSample } from './sample.mjs';
import { startServices } from './services.mjs';
import { showState } from './show-state.mjs';
import { createTopics } from './topics.mjs';
import { banner, bold, dim, green, Hint, say, step, warn } from './ui.mjs';

const RUN = path.join(DATA, 'run.json');
const BROKER = {
  kafka: 'Kafka at KAFKA_BROKERS',
  docker: 'Apache Kafka in Docker',
  java: 'Apache Kafka on Java',
};

const portsFrom = (base) => ({
  query: base,
  intake: base + 1,
  extractor: base + 2,
  tracker: base + 3,
  postgres: base + 4,
  kafka: base + 5,
  controller: base + 6,
});

/** One `npm start` a folder; what a killed one left running is ended first. */
const claimFolder = async () => {
  if (existsSync(RUN)) {
    const { pid, services = [] } = JSON.parse(readFileSync(RUN, 'utf8'));
    if (isAlive(pid) && pid !== process.pid) {
      throw new Hint(`It runs already (process ${pid}): stop that one with Ctrl-C, or use it.`);
    }
    await Promise.all(services.map((service) => endLeftover(service, path.join('dist', 'apps'))));
  }
  note([]);
};

const note = (services) => writeFileSync(RUN, JSON.stringify({ pid: process.pid, services }));

const reset = () => {
  for (const name of ['postgres', 'kafka', 'logs'])
    rmSync(path.join(DATA, name), { recursive: true, force: true });
};

/** Ctrl-C may come at any time: what is up by then is stopped, in the opposite order. */
const stack = () => {
  const stops = [];
  let stopping;
  return {
    push: (name, stop) => stops.push({ name, stop }),
    stopAll: () => {
      stopping ??= (async () => {
        for (const { name, stop } of stops.splice(0).reverse()) {
          await step(`${name} stopped`, stop).catch((error) => warn(`${name}: ${error.message}`));
        }
      })();
      return stopping;
    },
  };
};

const bringPostgres = async (ports, up) => {
  if (process.env.DATABASE_URL) {
    return step('PostgreSQL at DATABASE_URL answers', () => usePostgres(process.env.DATABASE_URL));
  }
  await needPort(ports.postgres, 'PostgreSQL');
  const log = path.join(DATA, 'logs/postgres.log');
  const started = await step(`PostgreSQL on port ${ports.postgres}`, () =>
    startPostgres({ dir: path.join(DATA, 'postgres'), port: ports.postgres, log }),
  );
  up.push('PostgreSQL', started.stop);
  return started;
};

const bringKafka = async (options, ports, up) => {
  const { way, lacks } = options.broker === undefined ? await findWay() : { way: options.broker, lacks: [] };
  if (way === 'none') return { broker: null, lacks };
  if (way !== 'kafka') {
    await needPort(ports.kafka, 'Kafka');
    await needPort(ports.controller, "Kafka's controller");
  }
  const broker = await step(BROKER[way], () =>
    startKafka(way, {
      dir: path.join(DATA, 'kafka'),
      port: ports.kafka,
      controllerPort: ports.controller,
      log: path.join(DATA, 'logs/kafka.log'),
      volume: 'detente-kafka',
    }),
  );
  up.push('Kafka', broker.stop);
  await step('topics', () => createTopics(broker.brokers));
  return { broker, lacks };
};

const withoutKafka = (lacks) =>
  banner([
    'Without Kafka: all services run in one process, and nobody else can subscribe to changes.',
    ...(lacks.length > 0 ? [`Missing: ${lacks.join('; ')}.`] : []),
    'To bring it: apt-get install -y openjdk-17-jre-headless maven   (then start again)',
    'Or start Docker, or set KAFKA_BROKERS=host:9092.',
  ]);

const tell = ({ urls, broker, database }) => {
  const line = (name, text) => say(`  ${name.padEnd(12)} ${text}`);
  say();
  say(bold('Addresses'));
  line('state', `${urls.query}/v1/relations/us-cn`);
  line('changes', `${urls.query}/v1/relations/us-cn/changes`);
  line('API docs', `${urls.query}/docs   ${urls.intake}/docs`);
  if (broker) line('topics', `relations.changes.v1, relations.state.v1 at ${broker.brokers.join(',')}`);
  line('PostgreSQL', database.url.replace(/:[^:@/]*@/, ':***@'));
  line('logs', path.join('.detente', 'logs'));
  say();
  say(bold('Try next'), '— post an article, and see what changed:');
  say(`  curl -s -H 'content-type: application/json' ${urls.intake}/v1/articles -d '${EXAMPLE}'`);
  say(
    `  curl -sN ${urls.query}/v1/relations/us-cn/changes/stream   ${dim('# in a second terminal, before')}`,
  );
  say();
  say(dim('Up. Ctrl-C stops everything; the data is kept.'));
};

const EXAMPLE = JSON.stringify({
  publisher: 'Example Daily',
  publishedAt: new Date().toISOString().slice(0, 10),
  title: 'Washington and Beijing agree to talks',
  text: 'The United States and China will hold a new round of trade talks in Geneva next month, the Commerce Ministry said.',
});

const shown = async (urls) => {
  try {
    await showState(urls.query);
  } catch (error) {
    warn(`The state cannot be shown (${error.message}): see ${urls.query}/v1/relations/us-cn`);
  }
};

const bringUp = async (options, up, signal) => {
  const began = Date.now();
  const ports = portsFrom(options.port);
  const check = () => signal.throwIfAborted();
  for (const name of ['query', 'intake', 'extractor', 'tracker']) await needPort(ports[name], name);
  await step('built', build);
  check();
  const database = await bringPostgres(ports, up);
  check();
  const { broker, lacks } = await bringKafka(options, ports, up);
  check();
  const services = await startServices({ ports, database, broker, signal, onPids: note, up });
  if (broker === null) withoutKafka(lacks);
  if (options.sample) await loadSample({ urls: services.urls, signal });
  check();
  await shown(services.urls);
  tell({ urls: services.urls, broker, database });
  say(`${green('✓')} ${dim(`from start to state shown: ${((Date.now() - began) / 1000).toFixed(1)} s`)}`);
};

/** Runs until Ctrl-C (or a fault at the start), and leaves nothing running behind. */
export const runLocal = async (options) => {
  mkdirSync(DATA, { recursive: true });
  await claimFolder();
  if (options.reset) reset();
  const up = stack();
  const stopped = new AbortController();
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (!stopped.signal.aborted) say('\nStopping …');
        stopped.abort(new Hint('Stopped.'));
        resolve();
      });
    }
  });
  try {
    await bringUp(options, up, stopped.signal);
    await Promise.race([ended, keepAlive(ended)]);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    await up.stopAll();
    rmSync(RUN, { force: true });
  }
};

const keepAlive = async (ended) => {
  const timer = setInterval(() => undefined, 60_000);
  await ended;
  clearInterval(timer);
};
