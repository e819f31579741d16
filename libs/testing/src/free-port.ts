import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Under the ports that systems give to outgoing connections (Linux: from 32768 on): those may take any port that is free just now. */
const FIRST = 10_000;
const LAST = 32_000;
/** Ports that are given out together: `npm start` counts on from its first. */
const BLOCK = 8;
const RESERVED = path.join(tmpdir(), 'detente-ports');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const ownerOf = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return process.pid;
  }
};

/**
 * Takes a port for this process. A service that is killed and started again must find its port as it was, whatever other specs do
 * meanwhile. False where it is taken; what a dead process had can be taken the next time.
 */
export const reserve = (port: number): boolean => {
  mkdirSync(RESERVED, { recursive: true });
  const file = path.join(RESERVED, String(port));
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(ownerOf(file))) rmSync(file, { force: true });
    return false;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/** A port that nobody listens on, and that is this process's as long as it lives, with the seven after it. */
export const freePort = async (): Promise<number> => {
  const blocks = (LAST - FIRST) / BLOCK;
  for (let tries = 0; tries < blocks; tries += 1) {
    const port = FIRST + BLOCK * Math.floor(Math.random() * blocks);
    if (!reserve(port)) continue;
    const free = await Promise.all(Array.from({ length: BLOCK }, (_, more) => isFree(port + more)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no free ports from ${FIRST} to ${LAST}: see ${RESERVED}`);
};
