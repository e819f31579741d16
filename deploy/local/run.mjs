// The whole system on this machine, brought up in order and taken down in the opposite one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { forgetAddresses, noteAddresses } from './addresses.mjs';
import { build } from './build.mjs';
import { endOldKafka, findWay, startKafka } from './kafka.mjs';
import { DATA, ROOT } from './paths.mjs';
import { dropPostgres, endOldPostgres, startPostgres, usePostgres } from './postgres.mjs';
import { endLeftover, isProgram, needPort } from './processes.mjs';
import { loadSample } from './sample.mjs';
import { startServices } from './services.mjs';
import { showState } from './show-state.mjs';
import { createTopics } from './topics.mjs';
import { banner, bold, dim, Hint, say, step, warn } from './ui.mjs';

const RUN = path.join(DATA, 'run.json');
const BROKER = {
  kafka: ', Kafka at KAFKA_BROKERS',
  docker: ', Apache Kafka in Docker',
  java: ', Apache Kafka on Java',
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
    if (pid !== process.pid && (await isProgram(pid, 'start.mjs'))) {
      throw new Hint(`It runs already (process ${pid}): stop that one with Ctrl-C, or use it.`);
    }
    await Promise.all(services.map((service) => endLeftover(service, ROOT)));
    await endOldKafka(path.join(DATA, 'kafka'));
    await endOldPostgres(path.join(DATA, 'postgres'));
  }
  note([]);
};

const note = (services) => writeFileSync(RUN, JSON.stringify({ pid: process.pid, services }));

const reset = () => {
  dropPostgres(path.join(DATA, 'postgres'));
  for (const name of ['kafka', 'logs']) rmSync(path.join(DATA, name), { recursive: true, force: true });
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

const bringPostgres = async ({ ports, signal, up }) => {
  if (process.env.DATABASE_URL) return usePostgres(process.env.DATABASE_URL);
  const started = await startPostgres({
    dir: path.join(DATA, 'postgres'),
    port: ports.postgres,
    log: path.join(DATA, 'logs/postgres.log'),
    signal,
  });
  up.push('PostgreSQL', started.stop);
  return started;
};

const bringKafka = async ({ way, ports, signal, up }) => {
  const broker = await startKafka(way, {
    dir: path.join(DATA, 'kafka'),
    port: ports.kafka,
    controllerPort: ports.controller,
    log: path.join(DATA, 'logs/kafka.log'),
    volume: 'detente-kafka',
    signal,
  });
  if (broker === null) return null;
  up.push('Kafka', broker.stop);
  await createTopics(broker.brokers);
  return broker;
};

/** Side by side; when one fails the other is waited for, so that it is known and can be stopped. */
const bringServers = async (context) => {
  const { way, ports } = context;
  const needed = ['query', 'intake', 'extractor', 'tracker'];
  if (!process.env.DATABASE_URL) needed.push('postgres');
  if (way === 'java' || way === 'docker') needed.push('kafka', 'controller');
  for (const name of needed) await needPort(ports[name], name);
  const name = `${process.env.DATABASE_URL ? 'PostgreSQL at DATABASE_URL' : 'PostgreSQL'}${BROKER[way] ?? ''}`;
  return step(name, async () => {
    const results = await Promise.allSettled([bringPostgres(context), bringKafka(context)]);
    for (const { reason } of results) if (reason) throw reason;
    return results.map(({ value }) => value);
  });
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
  line('logs', path.relative(process.cwd(), path.join(DATA, 'logs')));
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
  await step('built', build);
  const { way, lacks } = options.broker === undefined ? await findWay() : { way: options.broker, lacks: [] };
  const [database, broker] = await bringServers({ way, ports, signal, up });
  const { policy } = options;
  const { urls } = await startServices({ ports, database, broker, policy, signal, onPids: note, up });
  noteAddresses({ urls, broker, database });
  if (broker === null) withoutKafka(lacks);
  if (options.sample) await loadSample({ urls, signal });
  await shown(urls);
  tell({ urls, broker, database });
  say(dim(`From start to state shown: ${((Date.now() - began) / 1000).toFixed(1)} s.`));
};

/** Runs until Ctrl-C (or a fault at the start), and leaves nothing running behind. */
export const runLocal = async (options) => {
  mkdirSync(DATA, { recursive: true });
  await claimFolder();
  if (options.reset) reset();
  const up = stack();
  const stopped = new AbortController();
  const ended = new Promise((resolve) => {
    const end = () => {
      if (!stopped.signal.aborted) say('\nStopping …');
      stopped.abort(new Hint('Stopped.'));
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
    whenNpmIsGone(end);
  });
  try {
    await bringUp(options, up, stopped.signal);
    await Promise.race([ended, keepAlive(ended)]);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    await up.stopAll();
    forgetAddresses();
    rmSync(RUN, { force: true });
  }
};

const keepAlive = async (ended) => {
  const timer = setInterval(() => undefined, 60_000);
  await ended;
  clearInterval(timer);
};

/** npm that is killed takes nobody along: without it, stop as well, or everything would stay up unseen. */
const whenNpmIsGone = (act) => {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 1000);
  timer.unref();
};
