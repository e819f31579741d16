import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, describeWithKafka, eventually, freePort, testKafka } from '@app/testing';
import { z } from 'zod';

const ROOT = path.resolve(__dirname, '../..');
const MINUTE = 60_000;
const runNote = z.object({ services: z.array(z.int()) });

/** What `npm start` said, and how it ended. */
class Start {
  said = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, ['deploy/local/start.mjs', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => {
      this.said += chunk.toString();
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.ended = new Promise((resolve) => {
      this.child.once('exit', (code) => {
        resolve(code);
      });
    });
  }

  until(text: RegExp): Promise<void> {
    return eventually(() => {
      expect(this.said).toMatch(text);
    }, 2 * MINUTE);
  }

  stop(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.ended;
  }
}

describe('npm start', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'detente-start-'));
  const say = async (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const start = new Start(args, { DETENTE_DATA: data, DATABASE_URL: '', KAFKA_BROKERS: '', ...env });
    expect(await start.ended).toBe(1);
    return start.said;
  };
  afterAll(() => {
    rmSync(data, { recursive: true, force: true });
  });

  it(
    'answers what it cannot do with one sentence that says what to do, never with a stack',
    async () => {
      const port = String(await freePort());
      const said = [
        await say(['--nonsense']),
        await say(['--broker', 'rabbit']),
        await say(['--port', 'x']),
        await say(['--policy', 'nowhere.json']),
        await say(['--port', port], {
          DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x',
          KAFKA_BROKERS: 'localhost:1',
        }),
      ];

      expect(said[0]).toMatch(/Unknown option '--nonsense'.*--help/);
      expect(said[1]).toMatch(/--broker rabbit is unknown: choose kafka, docker, java, none/);
      expect(said[2]).toMatch(/--port x: choose a number/);
      expect(said[3]).toMatch(/--policy nowhere.json: there is no such file/);
      expect(said[4]).toMatch(
        /DATABASE_URL is set to .*, but it does not answer .*: start it, correct it, or unset it/,
      );
      expect(said.join('')).not.toMatch(/secret|^\s+at /m);
    },
    MINUTE,
  );

  it(
    'names the port that is busy',
    async () => {
      const server = createServer();
      const port = await new Promise<number>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(address !== null && typeof address === 'object' ? address.port : 0);
        });
      });

      const said = await say(['--port', String(port), '--broker', 'none'], {
        DATABASE_URL: 'postgres://127.0.0.1:1/x',
      });
      server.close();

      expect(said).toContain(`Port ${port} (query) is busy: stop what uses it, or choose others with`);
    },
    MINUTE,
  );
});

describeWithKafka('npm start with servers that are there', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'detente-start-'));
  const { brokers, prefix } = testKafka();
  let database: { url: string; drop: () => Promise<void> };
  let env: Record<string, string>;
  let port: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    port = await freePort();
    env = {
      DETENTE_DATA: data,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: brokers.join(','),
      TOPIC_PREFIX: prefix,
    };
  });
  afterAll(async () => {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  });

  it(
    'loads the sample, shows the state, tells of a service that dies and starts it again, stops everything',
    async () => {
      const start = new Start(['--port', String(port)], env);
      await start.until(/Up\. Ctrl-C stops everything/);

      expect(start.said).toMatch(/sample history: 141 articles, 2018-01-23 to 2026-09-30/);
      expect(start.said).toMatch(/Tariffs of United States +[\d.]+ % across the board/);

      const { services } = runNote.parse(JSON.parse(readFileSync(path.join(data, 'run.json'), 'utf8')));
      expect(services).toHaveLength(4);
      process.kill(services[2]!, 'SIGKILL');
      await start.until(/extractor was killed \(SIGKILL\) — starting it again/);
      await eventually(async () => {
        expect((await fetch(`http://127.0.0.1:${port + 2}/health/live`)).status).toBe(200);
      }, MINUTE);

      const { services: now } = runNote.parse(JSON.parse(readFileSync(path.join(data, 'run.json'), 'utf8')));
      expect(await start.stop()).toBe(0);
      for (const pid of now) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    },
    4 * MINUTE,
  );

  it(
    'loads nothing twice at the second start',
    async () => {
      const start = new Start(['--port', String(port)], env);
      await start.until(/Up\. Ctrl-C stops everything/);

      expect(start.said).toContain('all 141 articles are there already');
      expect(await start.stop()).toBe(0);
    },
    4 * MINUTE,
  );
});

describe('the command line', () => {
  it('is built when its sources are newer, and answers offline', () => {
    const help = execFileSync(process.execPath, ['deploy/local/detente.mjs', '--help'], { cwd: ROOT });

    expect(help.toString()).toMatch(/extract/);
  });
});
