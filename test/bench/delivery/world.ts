import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startKafka, type Broker } from '../../../deploy/local/kafka.mjs';
import { freePort, launch, stop, type LaunchedProcess } from '../../../deploy/local/processes.mjs';

export const SERVICES = ['intake', 'extractor', 'tracker', 'query'] as const;
export type ServiceName = (typeof SERVICES)[number];

const ROOT = path.resolve(__dirname, '../../..');
const READY_MS = 120_000;

/** The four services as `npm start` runs them, on a database and topics of their own. */
export interface World {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly intake: string;
  pid(of: ServiceName): number;
  close(): Promise<void>;
}

export interface Host {
  readonly brokers: readonly string[];
  readonly brokerPid: number;
  /** The postmaster's, where the database is of this run. */
  readonly databasePid: number | null;
  /** A database of its own. */
  createDatabase(name: string): Promise<string>;
  /** `name` sets apart its database, topics and logs. */
  startServices(name: string): Promise<World>;
  close(): Promise<void>;
}

const postmaster = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  );
  return Number(rows[0]?.pid);
};

const untilReady = async (url: string, process: LaunchedProcess): Promise<void> => {
  for (const deadline = Date.now() + READY_MS; ;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    if (process.exitCode !== null) throw new Error(`a service ended: its log is ${process.log}`);
    if (Date.now() > deadline) throw new Error(`${url} is not ready: its log is ${process.log}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** Starts a broker beside the database of the run. Needs Java and what `npm run build` makes. */
export const startHost = async (databaseUrl: string): Promise<Host> => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-delivery-'));
  chmodSync(dir, 0o755);
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  const broker: Broker = await startKafka('java', {
    dir: path.join(dir, 'kafka'),
    port: await freePort(),
    controllerPort: await freePort(),
    log: path.join(dir, 'kafka.log'),
  });
  const createDatabase = async (name: string): Promise<string> => {
    await admin.query(`create database ${name}`);
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const started: LaunchedProcess[] = [];
  const startServices = async (name: string): Promise<World> => {
    const url = await createDatabase(name);
    const topicPrefix = `${name}.`;
    const running = new Map<ServiceName, { url: string; process: LaunchedProcess }>();
    for (const service of SERVICES) {
      const port = String(await freePort());
      const profile = process.env['BENCH_PROFILE'];
      const flags =
        profile === undefined
          ? []
          : ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}-${service}.cpuprofile`];
      const main = path.join(ROOT, `dist/apps/${service}/main.js`);
      const child = launch(process.execPath, ['--enable-source-maps', ...flags, main], {
        log: path.join(dir, `${name}-${service}.log`),
        env: {
          ...process.env,
          DATABASE_URL: url,
          KAFKA_BROKERS: broker.brokers.join(','),
          TOPIC_PREFIX: topicPrefix,
          PORT: port,
          NODE_ENV: 'production',
          // The day follows the publications for as long as the run takes.
          LIVE_AFTER_S: '3600',
        },
      });
      started.push(child);
      running.set(service, { url: `http://127.0.0.1:${port}`, process: child });
    }
    const find = (service: ServiceName): { url: string; process: LaunchedProcess } => {
      const found = running.get(service);
      if (found === undefined) throw new Error(`there is no ${service}`);
      return found;
    };
    for (const one of running.values()) await untilReady(one.url, one.process);
    return {
      databaseUrl: url,
      brokers: broker.brokers,
      topicPrefix,
      intake: find('intake').url,
      pid: (service) => find(service).process.pid ?? 0,
      close: async () => {
        await Promise.all([...running.values()].map((one) => stop(one.process, { deadlineMs: 15_000 })));
      },
    };
  };
  return {
    brokers: broker.brokers,
    brokerPid: broker.child?.pid ?? 0,
    databasePid: await postmaster(admin),
    createDatabase,
    startServices,
    close: async () => {
      await Promise.all(started.map((process) => stop(process, { deadlineMs: 15_000 })));
      await admin.end();
      await broker.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
