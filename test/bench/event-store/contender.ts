import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';

const reply = z.object({ id: z.number(), result: z.unknown().optional(), error: z.string().optional() });

export interface Contender {
  /** Runs one of its methods in its process. Throws what it throws. */
  call<T>(method: string, answer: z.ZodType<T>, args?: object): Promise<T>;
  close(): Promise<void>;
}

const freshDatabase = async (url: string, name: string): Promise<string> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
};

/** Starts a contender in a process and a database of its own. Throws when its packages are not there. */
export const startContender = async (
  kind: string,
  databaseUrl: string,
  peers: string,
): Promise<Contender> => {
  const url = await freshDatabase(databaseUrl, `bench_${kind}`);
  const child = fork(join(__dirname, 'contender.mjs'), [kind, url, peers], {
    execArgv: ['-r', '@swc-node/register'],
  });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', (message) => {
    const { id, result, error } = reply.parse(message);
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(error));
  });
  child.on('exit', (code) => {
    waiting.forEach(({ reject }) => {
      reject(new Error(`${kind} ended with code ${String(code)}`));
    });
  });
  const answerTo = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  await answerTo(0);
  return proxy(child, answerTo);
};

const proxy = (child: ChildProcess, answerTo: (id: number) => Promise<unknown>): Contender => {
  let last = 0;
  const send = (method: string, args: object): Promise<unknown> => {
    const id = ++last;
    const answer = answerTo(id);
    child.send({ id, method, args });
    return answer;
  };
  return {
    call: async (method, answer, args = {}) => answer.parse(await send(method, args)),
    close: async () => {
      const gone = once(child, 'exit');
      await send('close', {});
      await gone;
    },
  };
};
