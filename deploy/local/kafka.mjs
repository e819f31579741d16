// A real Kafka, by the first of the ways that is there: KAFKA_BROKERS, Docker, Apache Kafka's jars on Java.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from './paths.mjs';
import { endLeftover, launch, output, stop, until } from './processes.mjs';
import { Hint } from './ui.mjs';

const VERSION = '4.3.1';
const POM = path.join(ROOT, 'deploy/local/kafka/pom.xml');
const JARS = path.join(CACHE, `kafka-${VERSION}`);
const JVM = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export const WAYS = ['kafka', 'docker', 'java', 'none'];

/** What the broker is told, whichever way it runs. One node, so one replica of everything. */
const settings = (advertised, controller) => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.voters': `1@127.0.0.1:${controller}`,
  'controller.listener.names': 'CONTROLLER',
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertised}`,
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'auto.create.topics.enable': 'false',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  // No waiting for further members: saves three seconds a consumer group.
  'group.initial.rebalance.delay.ms': '0',
  'log.cleaner.dedupe.buffer.size': '4194304',
});

/** Whether brokers answer a metadata call. */
export const answers = async (brokers) => {
  const { Kafka, logLevel } = (await import('kafkajs')).default;
  const kafka = new Kafka({
    brokers,
    clientId: 'detente-start',
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers: known, controller } = await admin.describeCluster();
    return known.length > 0 && controller !== null;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

const java = () => {
  const own = process.env.JAVA_HOME && path.join(process.env.JAVA_HOME, 'bin/java');
  return own && existsSync(own) ? own : 'java';
};

/** What keeps the Java way from working, or null. */
const javaFault = async () => {
  const version = /version "(\d+)/.exec((await output(java(), ['-version'])) ?? '')?.[1];
  if (version === undefined) return 'Java is missing';
  if (Number(version) < 17) return `Java ${version} is too old (17 or later is needed)`;
  if (existsSync(path.join(JARS, 'complete'))) return null;
  return (await output('mvn', ['-v'])) === null ? 'Maven is missing' : null;
};

const fetchJars = async () => {
  if (existsSync(path.join(JARS, 'complete'))) return;
  const partial = `${JARS}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const args = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const child = launch('mvn', [...args, `-DoutputDirectory=${partial}`], {
    log: path.join(CACHE, 'maven.log'),
  });
  const { code } = await child.ended;
  if (code !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Hint(
      `Maven could not fetch Kafka's jars: is there a network? (${child.log}) Or start with \`--broker none\`, without Kafka.`,
    );
  }
  writeFileSync(path.join(partial, 'complete'), '');
  rmSync(JARS, { recursive: true, force: true });
  renameSync(partial, JARS);
};

const pidFile = (dir) => path.join(dir, 'broker.pid');

/** An earlier run that was killed may have left its broker on this folder. */
export const endOldKafka = async (dir) => {
  if (existsSync(pidFile(dir))) await endLeftover(Number(readFileSync(pidFile(dir), 'utf8')), dir);
};

const byJava = async ({ dir, port, controllerPort, log, advertisedPort = port, signal }) => {
  await fetchJars();
  await endOldKafka(dir);
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, 'server.properties');
  const all = {
    ...settings(advertisedPort, controllerPort),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'log.dirs': path.join(dir, 'data'),
  };
  writeFileSync(
    file,
    Object.entries(all)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const command = (main, ...args) => [
    ...JVM,
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    `${JARS}/*`,
    main,
    ...args,
  ];
  if (!existsSync(path.join(dir, 'data/meta.properties'))) {
    // An id that began with a dash would be read as an option: one start in 64 failed by it.
    const id = randomBytes(16).toString('base64url').replace(/^-/, 'A');
    const format = launch(java(), command('kafka.tools.StorageTool', 'format', '-t', id, '-c', file), {
      log,
    });
    const { code } = await format.ended;
    if (code !== 0) throw new Hint(`Kafka could not set up ${dir}: see ${log}.`);
  }
  const child = launch(java(), command('kafka.Kafka', file), { log });
  writeFileSync(pidFile(dir), String(child.pid));
  const brokers = [`127.0.0.1:${port}`];
  await until(() => answers(brokers), { child, what: 'Kafka', signal });
  return { kind: 'java', brokers, pid: child.pid, child, stop: () => stop(child, { deadlineMs: 20_000 }) };
};

const byDocker = async ({ port, controllerPort, volume, signal }) => {
  const name = `detente-kafka-${port}`;
  await output('docker', ['rm', '-f', name]);
  const all = {
    ...settings(port, controllerPort),
    listeners: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'log.dirs': '/var/lib/kafka/data',
  };
  const env = Object.entries(all).flatMap(([key, value]) => [
    '-e',
    `KAFKA_${key.toUpperCase().replaceAll('.', '_')}=${value}`,
  ]);
  const keep = volume === null ? [] : ['-v', `${volume}:/var/lib/kafka/data`];
  const run = ['run', '-d', '--rm', '--name', name, '-p', `127.0.0.1:${port}:${port}`, ...keep, ...env];
  const started = await output('docker', [...run, `apache/kafka:${VERSION}`], { timeout: 600_000 });
  if (started === null)
    throw new Hint(
      `Docker could not run apache/kafka:${VERSION}: try \`docker pull\` it, or \`--broker java\`.`,
    );
  const brokers = [`127.0.0.1:${port}`];
  await until(() => answers(brokers), { what: 'Kafka in Docker', signal });
  return {
    kind: 'docker',
    brokers,
    stop: async () => void (await output('docker', ['stop', '-t', '20', name], { timeout: 40_000 })),
  };
};

const byAddress = async () => {
  const brokers = (process.env.KAFKA_BROKERS ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (brokers.length === 0)
    throw new Hint('`--broker kafka` needs KAFKA_BROKERS, as in KAFKA_BROKERS=localhost:9092.');
  if (!(await answers(brokers).catch(() => false))) {
    throw new Hint(
      `KAFKA_BROKERS is set to ${brokers.join(',')}, but no broker answers there: start it, correct it, or unset it.`,
    );
  }
  return { kind: 'kafka', brokers, stop: async () => undefined };
};

/** The first way that is there, or null with what each of them lacks. */
export const findWay = async () => {
  if (process.env.KAFKA_BROKERS) return { way: 'kafka', lacks: [] };
  if ((await output('docker', ['info'])) !== null) return { way: 'docker', lacks: [] };
  const fault = await javaFault();
  if (fault === null) return { way: 'java', lacks: [] };
  return { way: 'none', lacks: ['KAFKA_BROKERS is not set', 'no Docker engine answers', fault] };
};

/**
 * Starts (or finds) a broker the given way; null for `none`.
 * @param options dir, port, controllerPort, log, volume (Docker's, null to keep nothing), advertisedPort (Java's: where clients
 *   are sent, when a proxy stands before the broker)
 */
export const startKafka = async (way, options) => {
  switch (way) {
    case 'kafka':
      return byAddress();
    case 'docker':
      if ((await output('docker', ['info'])) === null)
        throw new Hint('`--broker docker`: no Docker engine answers (`docker info`).');
      return byDocker(options);
    case 'java': {
      const fault = await javaFault();
      if (fault !== null)
        throw new Hint(
          `\`--broker java\`: ${fault}. On Debian: apt-get install openjdk-17-jre-headless maven`,
        );
      return byJava(options);
    }
    default:
      return null;
  }
};
