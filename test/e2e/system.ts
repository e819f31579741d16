import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { createTestDatabase, eventually, freePort, testKafka, type TestKafka } from '@app/testing';

const SERVICES = ['tracker', 'query', 'extractor', 'intake'] as const;
export type ServiceName = (typeof SERVICES)[number];

const ROOT = path.resolve(__dirname, '../..');
const STOP_MS = 15_000;
/** Machines that run other things besides are slow to start five processes. */
const START_MS = 90_000;

// For all specs that use it: they wait for real processes.
jest.setTimeout(60_000);

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
      });

const outcome = z.looseObject({ status: z.string(), id: z.string() });

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** The four services as processes of their own, as `npm start` runs them, on a database and topics of this spec's own. */
export class System {
  readonly kafka: TestKafka = testKafka();
  private readonly children = new Map<ServiceName, ChildProcess>();
  private readonly ports = new Map<ServiceName, number>();
  private readonly dir = mkdtempSync(path.join(tmpdir(), 'detente-e2e-'));
  private reachedBy = '';
  private database: { url: string; drop: () => Promise<void> } | undefined;

  /** `reach`: how the services reach the database, where that is not the straight way. */
  constructor(
    private readonly reach: (databaseUrl: string) => Promise<string> = (url) => Promise.resolve(url),
  ) {}

  get databaseUrl(): string {
    if (this.database === undefined) throw new Error('the system is up from beforeAll on');
    return this.database.url;
  }

  async open(): Promise<void> {
    execFileSync(process.execPath, ['deploy/local/build.mjs'], { cwd: ROOT, stdio: 'pipe' });
    this.database = await createTestDatabase();
    this.reachedBy = await this.reach(this.database.url);
    for (const name of SERVICES) this.ports.set(name, await freePort());
    for (const name of SERVICES) this.launch(name);
    await this.ready();
  }

  async close(): Promise<void> {
    await Promise.all(SERVICES.map((name) => this.stop(name)));
    await this.database?.drop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Starts a service that is down. */
  launch(name: ServiceName, more: Readonly<Record<string, string>> = {}): void {
    const log = openSync(path.join(this.dir, `${name}.log`), 'a');
    const child = spawn(process.execPath, [path.join(ROOT, `dist/apps/${name}/main.js`)], {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        DATABASE_URL: this.reachedBy,
        KAFKA_BROKERS: this.kafka.brokers.join(','),
        TOPIC_PREFIX: this.kafka.prefix,
        PORT: String(this.ports.get(name)),
        PUBLIC_URL: this.url('query', '/').href,
        // The day follows the publications for as long as a spec runs.
        LIVE_AFTER_S: '3600',
        ...more,
      },
    });
    this.children.set(name, child);
  }

  async stop(name: ServiceName): Promise<void> {
    const child = this.children.get(name);
    if (child === undefined) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended(child);
    clearTimeout(timer);
  }

  /** As a machine that loses power: no warning, no clean-up. */
  async kill(name: ServiceName): Promise<void> {
    const child = this.children.get(name);
    if (child === undefined) return;
    child.kill('SIGKILL');
    await ended(child);
  }

  /** Until every service says that it is ready. */
  async ready(names: readonly ServiceName[] = SERVICES): Promise<void> {
    for (const name of names) {
      await eventually(async () => {
        const child = this.children.get(name);
        if (child?.exitCode !== null) throw new Error(`${name} ended:\n${this.log(name).slice(-2000)}`);
        const answer = await this.get(name, '/health/ready').catch((cause: unknown) => {
          throw new Error(`${name} does not answer:\n${this.log(name).slice(-1000)}`, { cause });
        });
        if (answer.status !== 200) throw new Error(`${name} is not ready: ${JSON.stringify(answer.body)}`);
      }, START_MS);
    }
  }

  log(name: ServiceName): string {
    return readFileSync(path.join(this.dir, `${name}.log`), 'utf8');
  }

  url(name: ServiceName, at: string): URL {
    return new URL(at, `http://127.0.0.1:${String(this.ports.get(name))}`);
  }

  async get(name: ServiceName, at: string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url(name, at), { headers });
    const text = await response.text();
    const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    return { status: response.status, body, headers: response.headers };
  }

  async post(
    name: ServiceName,
    at: string,
    json: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url(name, at), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(json),
    });
    const body: unknown = await response.json();
    return { status: response.status, body, headers: response.headers };
  }

  /** Hands in many articles at once; the answers, line by line. */
  async postMany(articles: readonly unknown[]): Promise<readonly { status: string; id: string }[]> {
    const response = await fetch(this.url('intake', '/v1/articles'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: articles.map((article) => JSON.stringify(article)).join('\n'),
    });
    const lines = (await response.text()).trim().split('\n');
    return lines.map((line) => outcome.parse(JSON.parse(line)));
  }

  /** Until the query service can show each of these articles, and every read model has what they changed. */
  async recorded(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await eventually(async () => {
        const { status } = await this.get('query', `/v1/articles/${id}`);
        if (status !== 200) throw new Error(`article ${id} is not recorded: ${status}`);
      }, START_MS);
    }
    await this.followed();
  }

  /** Until all read models stand where the log stands now: each follows it by itself. */
  async followed(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      const log = await client.query<{ head: number }>('select max(last_position)::int as head from es.log');
      const head = log.rows[0]?.head ?? 0;
      await eventually(async () => {
        const { rows } = await client.query<{ at: number }>(
          "select min(position)::int as at from es.checkpoint where status = 'live' and subscription like 'query-%'",
        );
        const at = rows[0]?.at ?? 0;
        if (at < head) throw new Error(`a read model stands at ${at} of ${head}`);
      }, START_MS);
    } finally {
      await client.end();
    }
  }
}

/** Call in a `describe`: the system is up during its tests. */
export const useSystem = (reach?: (databaseUrl: string) => Promise<string>): (() => System) => {
  let system: System | undefined;
  beforeAll(async () => {
    system = new System(reach);
    await system.open();
  }, 120_000);
  afterAll(async () => {
    await system?.close();
  }, 60_000);
  return () => {
    if (system === undefined) throw new Error('the system is up from beforeAll on');
    return system;
  };
};
