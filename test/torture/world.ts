import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startKafka, type Broker } from '../../deploy/local/kafka.mjs';
import { startPostgres, type Cluster } from '../../deploy/local/postgres.mjs';
import { freePort, launch, stop, type LaunchedProcess } from '../../deploy/local/processes.mjs';
import { restoreInto } from './restore';
import { mountSmallDisk, type SmallDisk } from './small-disk';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

export const SERVICES = ['intake', 'extractor', 'tracker', 'query'] as const;
type ServiceName = (typeof SERVICES)[number];

/** Real processes on loopback: four services, a broker and a database, the last two behind wires that can be made bad. */
export interface World {
  /** The database as the harness reaches it, past the wire, wherever it has moved. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly wires: { readonly database: TcpProxy; readonly broker: TcpProxy };
  killService(name: ServiceName): Promise<void>;
  /** A second process of the same service, on a port of its own; the answer ends it. */
  startTwin(name: ServiceName): Promise<LaunchedProcess>;
  process(name: ServiceName): LaunchedProcess;
  killBroker(): Promise<void>;
  brokerProcess(): LaunchedProcess;
  killDatabase(): Promise<void>;
  /** Ends all services, restores a dump of the database into a fresh cluster, and goes on with that one. */
  moveDatabase(): Promise<void>;
  /** What the database lies on, or why it has no disk of its own that could be filled. */
  readonly disk: SmallDisk | { readonly whyNot: string };
  /** Starts whatever is down and mends both wires. */
  heal(): Promise<void>;
  /** How often a service ended by itself; it was started again, as `npm start` and every supervisor does. */
  selfEnded(): number;
  close(): Promise<void>;
}

/** Where a cluster lies and listens. */
interface Home {
  readonly dir: string;
  readonly port: number;
}

interface Ports {
  readonly database: number;
  readonly broker: number;
  readonly controller: number;
  readonly services: Readonly<Record<ServiceName, number>>;
}

const PREFIX = 'torture.';
const ROOT = path.resolve(__dirname, '../..');

const choosePorts = async (): Promise<Ports> => ({
  database: await freePort(),
  broker: await freePort(),
  controller: await freePort(),
  services: {
    intake: await freePort(),
    extractor: await freePort(),
    tracker: await freePort(),
    query: await freePort(),
  },
});

const isDown = (child: LaunchedProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const killHard = async (child: LaunchedProcess): Promise<void> => {
  if (isDown(child)) return;
  child.kill('SIGKILL');
  await child.ended;
};

/** The postmaster's children let go of its shared memory a moment after it was killed: until then it will not start. */
const startAgain = async <T>(start: () => Promise<T>, tries = 40): Promise<T> => {
  try {
    return await start();
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return startAgain(start, tries - 1);
  }
};

const child = (broker: Broker): LaunchedProcess => {
  if (broker.child === undefined) throw new Error('The torture kills its broker: it needs Java and Maven.');
  return broker.child;
};

/** Waits for a service to say that it is ready; throws after a minute. */
export const untilReady = async (url: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(`${url}/health/ready`).catch(() => null); // not listening yet
    if (response?.ok === true) return;
    if (tries > 300) throw new Error(`${url} is not ready after 60 s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** Brings everything up under `dir` (new, on a disk that syncs). Throws where Java, Maven or the build is missing. */
export const startWorld = async (dir: string): Promise<World> => {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const ports = await choosePorts();
  const wires = { database: await startTcpProxy(ports.database), broker: await startTcpProxy(ports.broker) };
  const disk = mountSmallDisk(dir);
  let home: Home = { dir: path.join('dir' in disk ? disk.dir : dir, 'postgres'), port: ports.database };
  const startDatabase = (): Promise<Cluster> =>
    startPostgres({ ...home, log: path.join(dir, 'postgres.log') });
  /** The harness's own, on which nothing ever goes wrong. */
  const own = await startTcpProxy(ports.database);
  const startBroker = (): Promise<Broker> =>
    startKafka('java', {
      dir: path.join(dir, 'kafka'),
      port: ports.broker,
      controllerPort: ports.controller,
      advertisedPort: wires.broker.port,
      log: path.join(dir, 'kafka.log'),
    });
  let [database, broker] = await Promise.all([startDatabase(), startBroker()]);
  const by = (port: number): string =>
    database.url.replace(`:${String(ports.database)}/`, `:${String(port)}/`);
  const [proxied, databaseUrl] = [by(wires.database.port), by(own.port)];
  const start = (name: ServiceName, port: number, url = proxied): LaunchedProcess =>
    launch(process.execPath, ['--enable-source-maps', path.join(ROOT, `dist/apps/${name}/main.js`)], {
      log: path.join(dir, `${name}.log`),
      env: {
        ...process.env,
        DATABASE_URL: url,
        KAFKA_BROKERS: `127.0.0.1:${String(wires.broker.port)}`,
        TOPIC_PREFIX: PREFIX,
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        QUERY_URL: `http://127.0.0.1:${String(ports.services.query)}`,
      },
    });
  const running = new Map<ServiceName, LaunchedProcess>();
  const twins = new Set<LaunchedProcess>();
  const killed = new WeakSet<LaunchedProcess>();
  let ended = 0;
  let moves = 0;
  const supervise = (name: ServiceName): void => {
    const process = start(name, ports.services[name]);
    running.set(name, process);
    void process.ended.then(async () => {
      if (killed.has(process)) return;
      ended += 1;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      if (running.get(name) === process && !killed.has(process)) supervise(name);
    });
  };
  const kill = async (process: LaunchedProcess): Promise<void> => {
    killed.add(process);
    await killHard(process);
  };
  SERVICES.forEach(supervise);
  const processOf = (name: ServiceName): LaunchedProcess => {
    const found = running.get(name);
    if (found === undefined) throw new Error(`There is no service ${name}.`);
    return found;
  };
  const reviveParts = async (): Promise<void> => {
    if (isDown(database.child)) database = await startAgain(startDatabase);
    if (isDown(child(broker))) broker = await startAgain(startBroker);
    for (const name of SERVICES) {
      if (isDown(processOf(name)) && killed.has(processOf(name))) supervise(name);
    }
  };
  return {
    databaseUrl,
    disk,
    brokers: [`127.0.0.1:${String(wires.broker.port)}`],
    topicPrefix: PREFIX,
    urls: {
      intake: `http://127.0.0.1:${String(ports.services.intake)}`,
      extractor: `http://127.0.0.1:${String(ports.services.extractor)}`,
      tracker: `http://127.0.0.1:${String(ports.services.tracker)}`,
      query: `http://127.0.0.1:${String(ports.services.query)}`,
    },
    wires,
    process: processOf,
    killService: (name) => kill(processOf(name)),
    selfEnded: () => ended,
    startTwin: async (name) => {
      const twin = start(name, await freePort());
      twins.add(twin);
      return twin;
    },
    killBroker: () => killHard(child(broker)),
    brokerProcess: () => child(broker),
    killDatabase: () => killHard(database.child),
    moveDatabase: async () => {
      await Promise.all([...running.values(), ...twins].map((one) => kill(one)));
      moves += 1;
      const fresh = {
        dir: path.join(path.dirname(home.dir), `postgres-${String(moves)}`),
        port: await freePort(),
      };
      const cluster = await startPostgres({ ...fresh, log: path.join(dir, 'postgres.log') });
      // It brings the tables; what it writes into them gives way to what is restored.
      const port = await freePort();
      const migrator = start('query', port, cluster.url);
      await untilReady(`http://127.0.0.1:${String(port)}`);
      await kill(migrator);
      await restoreInto(database.url, cluster.url);
      await database.stop();
      rmSync(home.dir, { recursive: true });
      [home, database] = [fresh, cluster];
      for (const wire of [wires.database, own]) {
        wire.retarget(fresh.port);
        wire.cut();
      }
      await reviveParts();
    },
    heal: async () => {
      if ('free' in disk) disk.free();
      wires.database.set('pass');
      wires.broker.set('pass');
      await Promise.all([...twins].map((twin) => stop(twin)));
      twins.clear();
      await reviveParts();
    },
    close: async () => {
      await Promise.all([...running.values(), ...twins].map((one) => kill(one)));
      await Promise.all([broker.stop(), database.stop()]);
      await Promise.all([wires.database.close(), wires.broker.close(), own.close()]);
      if ('unmount' in disk) disk.unmount();
    },
  };
};
