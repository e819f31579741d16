// npm run bench -- NAME… [--json]: starts a PostgreSQL that waits for the disk (or takes DATABASE_URL), then run.ts.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, usePostgres } from '../../deploy/local/postgres.mjs';
import { freePort } from '../../deploy/local/processes.mjs';

const require = createRequire(import.meta.url);
const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-bench-'));
// The server runs as another user when we are root: it must be able to enter.
chmodSync(dir, 0o755);
const postgres = process.env.DATABASE_URL
  ? await usePostgres(process.env.DATABASE_URL)
  : await startPostgres({ dir: path.join(dir, 'pg'), port: await freePort(), log: path.join(dir, 'pg.log') });
process.env.BENCH_DATABASE_URL = postgres.url;
try {
  require('@swc-node/register');
  process.exitCode = await require('./run.ts').main(process.argv.slice(2));
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
