import { Client } from 'pg';
import { type Random } from './random';
import { SERVICES, type World } from './world';

/** Something that goes wrong for a while. It resolves when the harm is done; `World.heal` puts right what it left. */
export type Fault = (world: World, random: Random) => Promise<void>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const withDatabase = async (world: World, work: (client: Client) => Promise<unknown>): Promise<void> => {
  const client = new Client({ connectionString: world.databaseUrl, connectionTimeoutMillis: 2000 });
  // Another fault may take the database away meanwhile; the query under way rejects and is told below.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    process.stderr.write(
      `  (the database was away: ${error instanceof Error ? error.message : String(error)})\n`,
    );
  } finally {
    await client.end();
  }
};

/** Sends a signal; a process that an earlier fault of the round has killed hears nothing. */
const signal = (pid: number | undefined, name: NodeJS.Signals): void => {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

const stopFor = async (pid: number | undefined, ms: number): Promise<void> => {
  signal(pid, 'SIGSTOP');
  await pause(ms);
  signal(pid, 'SIGCONT');
};

const NEEDS_A_DISK = 'the disk of the database is full';

/** The names of those that this world can play. */
export const faultsOf = (world: World): string[] =>
  Object.keys(FAULTS).filter((name) => name !== NEEDS_A_DISK || 'fill' in world.disk);

export const FAULTS: Readonly<Record<string, Fault>> = {
  'kill a service': async (world, random) => {
    await world.killService(random.pick(SERVICES));
  },
  'kill all services': async (world) => {
    await Promise.all(SERVICES.map((name) => world.killService(name)));
  },
  'kill the tracker, start it, kill it again': async (world, random) => {
    await world.killService('tracker');
    await world.heal();
    await pause(random.between(300, 1500));
    await world.killService('tracker');
  },
  'kill the broker': (world) => world.killBroker(),
  'kill the database': (world) => world.killDatabase(),
  'cut the wire to the broker': async (world, random) => {
    for (let i = random.between(1, 4); i > 0; i -= 1) {
      world.wires.broker.cut();
      await pause(random.between(20, 300));
    }
  },
  'cut the wire to the database': async (world, random) => {
    for (let i = random.between(1, 4); i > 0; i -= 1) {
      world.wires.database.cut();
      await pause(random.between(20, 300));
    }
  },
  'slow wires': async (world, random) => {
    world.wires.broker.set('delay', random.between(20, 150));
    world.wires.database.set('delay', random.between(5, 60));
    await pause(random.between(1000, 3000));
  },
  'a broker that hangs behind a half-open wire': async (world, random) => {
    world.wires.broker.set('halfOpen');
    await pause(random.between(1000, 4000));
    world.wires.broker.set('pass');
    if (random.chance(0.5)) world.wires.broker.cut();
  },
  'a database that hangs behind a half-open wire': async (world, random) => {
    world.wires.database.set('halfOpen');
    await pause(random.between(500, 3000));
    world.wires.database.set('pass');
    if (random.chance(0.5)) world.wires.database.cut();
  },
  'a broker that stands still': (world, random) =>
    stopFor(world.brokerProcess().pid, random.between(500, 4000)),
  // The two moments that matter most: between an effect and its checkpoint, and between a decision and its record.
  'a tracker killed while the broker stands still': async (world, random) => {
    const { pid } = world.brokerProcess();
    signal(pid, 'SIGSTOP');
    await pause(random.between(300, 1500));
    await world.killService('tracker');
    signal(pid, 'SIGCONT');
  },
  'a tracker killed while the database hangs': async (world, random) => {
    world.wires.database.set('halfOpen');
    await pause(random.between(300, 1500));
    await world.killService('tracker');
    world.wires.database.set('pass');
    world.wires.database.cut();
  },
  'a tracker that sleeps while a second one takes over': async (world, random) => {
    const { pid } = world.process('tracker');
    signal(pid, 'SIGSTOP');
    await world.startTwin('tracker');
    await pause(random.between(2000, 5000));
    signal(pid, 'SIGCONT');
    await pause(random.between(100, 800));
  },
  'a rebalance in the middle of a batch': async (world, random) => {
    await world.startTwin(random.pick(['extractor', 'tracker'] as const));
    await pause(random.between(800, 2500));
  },
  'sessions ended by the database': (world, random) =>
    withDatabase(world, (client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and random() < $1',
        [random.between(3, 10) / 10],
      ),
    ),
  [NEEDS_A_DISK]: async ({ disk }, random) => {
    if (!('fill' in disk)) return;
    disk.fill();
    await pause(random.between(1000, 5000));
    disk.free();
  },
  'the database is restored into a fresh cluster': async (world) => {
    await world.heal();
    await world.moveDatabase();
  },
  'an open transaction of a stranger': (world, random) =>
    withDatabase(world, async (client) => {
      await client.query('create table if not exists public.stranger (id int)');
      await client.query('begin');
      await client.query('insert into public.stranger values (1)');
      await pause(random.between(1000, 3000));
      await client.query('rollback');
    }),
};
