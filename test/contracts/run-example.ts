import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const EXAMPLES = path.join(ROOT, 'libs/client/examples');
const KILL_AFTER_MS = 60_000;

export interface Running {
  /** What it wrote so far to its standard output, line by line. */
  readonly lines: () => readonly string[];
  /** Its exit code, once it ended by itself; all that it wrote is in the error when it is not 0. */
  readonly ended: Promise<void>;
  readonly kill: () => void;
}

const run = (command: string, args: readonly string[]): Running => {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal ?? ''}\n${out}${err}`));
    });
  });
  ended.catch(() => undefined); // whoever awaits it is told
  return {
    lines: () => out.split('\n').filter((line) => line !== ''),
    ended,
    kill: () => child.kill('SIGKILL'),
  };
};

/** Runs a TypeScript example of libs/client as its first lines say. */
export const runTypeScript = (file: string, args: readonly string[]): Running =>
  run(process.execPath, ['-r', '@swc-node/register', path.join(EXAMPLES, file), ...args]);

const finish = async (command: string, args: readonly string[], advice: string): Promise<void> => {
  try {
    await run(command, args).ended;
  } catch (cause) {
    throw new Error(advice, { cause });
  }
};

/** A Python of its own with what the example asks for, made once for each requirements.txt. Answers its path. */
export const pythonOfExample = async (
  command = 'python3',
  cache = path.join(ROOT, '.detente/cache'),
): Promise<string> => {
  const requirements = path.join(EXAMPLES, 'python/requirements.txt');
  const name = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const dir = path.join(cache, `python-${name}`);
  const python = path.join(dir, 'bin/python');
  const complete = path.join(dir, 'complete');
  if (existsSync(complete)) return python;
  mkdirSync(cache, { recursive: true });
  await finish(
    command,
    ['-m', 'venv', '--clear', dir],
    'The Python example cannot be tested: python3 (3.9 or later) with its venv module is missing. On Debian: apt install python3-venv.',
  );
  await finish(
    python,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    `The Python example cannot be tested: pip could not install ${requirements}. Is there a network?`,
  );
  writeFileSync(complete, '');
  return python;
};

export const runPython = (python: string, args: readonly string[]): Running =>
  run(python, [path.join(EXAMPLES, 'python/subscribe.py'), ...args]);
