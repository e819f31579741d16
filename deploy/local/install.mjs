// The packages that everything else needs: this file and what it imports run without them.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { Hint } from './ui.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

/** Refuses a Node that cannot run us. */
export const needNode = () => {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Hint(`Node ${process.versions.node} is too old: install Node 20.19 or later.`);
  }
};

/** Whether node_modules is missing or older than the lock file. npm writes the hidden lock file last. */
export const needsInstall = () => {
  const installed = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(path.join(ROOT, 'package-lock.json')).mtimeMs > statSync(installed).mtimeMs;
};

/** `npm ci`; its output is shown only when it fails. */
export const install = () => {
  const { status, signal, stdout, stderr, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Both are npm's own of the `npm start` around us; inherited, `--production` or a prefix would change what it does.
    env: { ...process.env, npm_config_production: undefined, NODE_ENV: undefined },
  });
  if (status === 0) return;
  if (signal !== null) throw new Hint('Stopped.');
  const said = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
  if (/ENOSPC/.test(said)) throw new Hint('The disk is full: free some space and start again.');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(said)) {
    throw new Hint('npm cannot reach its registry: is there a network, is the proxy set?');
  }
  throw new Hint(`npm ci failed:\n${said.trim().split('\n').slice(-8).join('\n')}`);
};
