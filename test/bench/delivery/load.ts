import { Client } from 'pg';
import { progress } from '../bench';
import type { Submission } from './articles';
import { isDrained, lookAtLog } from './log';
import { processorSeconds, residentMiB } from './processes';
import { SERVICES, type Host, type ServiceName, type World } from './world';

export interface Loaded {
  readonly seconds: number;
  /** By process: services, broker, database. */
  readonly processor: Readonly<Record<string, number>>;
  /** Resident memory in MiB, a sample a second, while articles were on their way. */
  readonly memory: Readonly<Record<ServiceName, readonly number[]>>;
  /** Articles recorded when each memory sample was taken. */
  readonly recorded: readonly number[];
}

/** Articles a request: what a sender of many would bundle. */
const PER_REQUEST = 1000;
/** So far may the sender be ahead of the log: the topic is no place to measure. */
const AHEAD = 4000;
const EVERY_MS = 1000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const post = async (url: string, articles: readonly Submission[]): Promise<void> => {
  const response = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: articles.map((one) => JSON.stringify(one)).join('\n'),
  });
  const lines = (await response.text()).trim().split('\n');
  const others = lines.filter((line) => !line.includes('"status":"accepted"'));
  if (lines.length !== articles.length || others.length > 0)
    throw new Error(`not all were accepted: ${others[0] ?? `${lines.length} answers`}`);
};

const processor = (world: World, host: Host): Record<string, number> => ({
  ...Object.fromEntries(SERVICES.map((name) => [name, processorSeconds(world.pid(name))])),
  broker: processorSeconds(host.brokerPid),
  ...(host.databasePid !== null && { database: processorSeconds(host.databasePid) }),
});

/** All articles through all services, until every subscription and projection has the last of them. */
export const load = async (world: World, host: Host, articles: readonly Submission[]): Promise<Loaded> => {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    return await loadAndLook(client, world, host, articles);
  } finally {
    await client.end();
  }
};

const loadAndLook = async (
  client: Client,
  world: World,
  host: Host,
  articles: readonly Submission[],
): Promise<Loaded> => {
  const before = processor(world, host);
  const start = performance.now();
  const memory = Object.fromEntries(SERVICES.map((name) => [name, [] as number[]]));
  const recorded: number[] = [];
  let sent = 0;
  const send = async (): Promise<void> => {
    while (sent < articles.length) {
      if (sent - (recorded.at(-1) ?? 0) >= AHEAD) await pause(50);
      else {
        await post(world.intake, articles.slice(sent, sent + PER_REQUEST));
        sent += PER_REQUEST;
      }
    }
  };
  const follow = async (): Promise<void> => {
    for (let ticks = 1; ; ticks += 1) {
      const now = await lookAtLog(client);
      recorded.push(now.recorded);
      for (const name of SERVICES) memory[name]?.push(residentMiB(world.pid(name)));
      if (ticks % 30 === 0)
        progress(`${now.recorded} recorded, slowest ${now.head - now.slowest} events behind`);
      if (isDrained(now, articles.length)) return;
      await pause(EVERY_MS);
    }
  };
  await Promise.all([send(), follow()]);
  const seconds = (performance.now() - start) / 1000;
  const after = processor(world, host);
  const used = Object.entries(after).map(([name, end]) => [name, end - (before[name] ?? 0)] as const);
  const { intake = [], extractor = [], tracker = [], query = [] } = memory;
  return {
    seconds,
    processor: Object.fromEntries(used),
    memory: { intake, extractor, tracker, query },
    recorded,
  };
};
