// Child processes that outlive a Ctrl-C until we stop them ourselves, in our order.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { Hint } from './ui.mjs';

const run = promisify(execFile);

/**
 * Starts a process in a group of its own (a Ctrl-C in the terminal does not reach it), its output going to a file.
 * The child has two more fields: `ended`, a promise of its exit, and `log`, that file.
 */
export const launch = (command, args, { log, ...options }) => {
  mkdirSync(path.dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  const child = spawn(command, args, { stdio: ['ignore', out, out], detached: true, ...options });
  closeSync(out);
  child.log = log;
  child.ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: 1, signal: null, error }));
  });
  return child;
};

export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Asks a child to end, and makes it end when it has not after the deadline. */
export const stop = async (child, { signal = 'SIGTERM', deadlineMs = 15_000 } = {}) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await child.ended;
  clearTimeout(timer);
};

/** Whether a process is still the program that we mean (its command line names `mark`): numbers are used again. */
export const isProgram = async (pid, mark) => {
  if (!Number.isInteger(pid) || !isAlive(pid)) return false;
  return (await output('ps', ['-o', 'args=', '-p', String(pid)]))?.includes(mark) ?? false;
};

/** Ends a process that an earlier run left behind, if it is still the same program. */
export const endLeftover = async (pid, mark, signal = 'SIGTERM') => {
  if (!(await isProgram(pid, mark))) return;
  process.kill(pid, signal);
  for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 100) await sleep(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
};

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const tail = (file, lines = 5) => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return ''; // no log yet: nothing to quote
  }
};

/** Whether a command runs at all, and what it says. */
export const output = async (command, args, options = {}) => {
  try {
    const { stdout, stderr } = await run(command, args, { timeout: 20_000, ...options });
    return `${stdout}${stderr}`;
  } catch {
    return null; // not there, or does not work: the same to the caller
  }
};

const listenOnce = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });

/** A port that is free now. */
export const freePort = () => listenOnce(0);

/** Refuses, in a sentence, when a port that we need is taken. */
export const needPort = async (port, what) => {
  try {
    await listenOnce(port);
  } catch {
    throw new Hint(
      `Port ${port} (${what}) is busy: stop what uses it, or choose others with \`npm start -- --port N\`.`,
    );
  }
};

/** Waits until `probe` answers true. Rejects, the child stopped, when it ended, the deadline passed or `signal` says so. */
export const until = async (probe, options) => {
  try {
    await untilReady(probe, options);
  } catch (error) {
    if (options.child) await stop(options.child);
    throw error;
  }
};

const untilReady = async (probe, { child, deadlineMs = 60_000, what, signal }) => {
  const began = Date.now();
  let ended;
  void child?.ended.then((how) => (ended = how));
  for (;;) {
    signal?.throwIfAborted();
    if (await probe().catch(() => false)) return;
    if (ended) throw new Hint(`${what} ended at its start. ${reason(child.log)}`);
    if (Date.now() - began > deadlineMs) {
      throw new Hint(`${what} did not answer in ${deadlineMs / 1000} s. ${child ? reason(child.log) : ''}`);
    }
    await sleep(100);
  }
};

const FULL = /No space left on device|ENOSPC|could not extend file/;

/** Whether one of these logs says lately that the disk is full. */
export const saysDiskFull = (logs) => logs.some((log) => FULL.test(tail(log, 100)));

const reason = (log) => {
  const text = tail(log, 30);
  if (FULL.test(text)) return 'The disk is full: free some space and start again.';
  if (/Address already in use|EADDRINUSE/.test(text))
    return 'Its port is busy: choose others with `--port N`.';
  return `The last lines of ${log}:\n${tail(log, 6)}`;
};
