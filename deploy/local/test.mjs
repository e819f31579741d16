// `npm test`: gets what the tests need, runs unit, integration and end-to-end tests, counts them in the last line.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, needNode, needsInstall } from './install.mjs';
import { ROOT } from './paths.mjs';
import { explain, Hint, red, say, step } from './ui.mjs';

const inCi = process.env.CI === 'true';

/** Runs Jest over all projects. @returns its results, or null when it never came to any */
const runJest = async (env, args) => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-jest-'));
  const results = path.join(dir, 'results.json');
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  // Two workers: on two cores more would only wait for each other.
  const fixed = ['--json', `--outputFile=${results}`, '--maxWorkers=2', '--testTimeout=20000'];
  const child = spawn(process.execPath, [jest, ...fixed, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('close', resolve));
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return null; // Jest ended before it wrote any: told by the caller
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** The last line. A file that could not even be loaded counts as one that failed. */
const count = (results, why) => {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  const told = skipped === 0 ? '' : `, ${skipped} skipped (${why || 'marked so in the code'})`;
  return { failed, skipped, line: `${results.numPassedTests} passed, ${failed} failed${told}` };
};

const main = async () => {
  needNode();
  if (needsInstall()) await step('packages installed', async () => install());
  const { build } = await import('./build.mjs');
  const { startTestServices } = await import('./test-services.mjs');
  await step('built', build);
  const services = await step('PostgreSQL and Kafka for the tests', startTestServices);
  const stop = async () => {
    await services.stop();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  if (services.env.TEST_NO_KAFKA) say(`  ${services.env.TEST_NO_KAFKA}`);
  const results = await runJest(services.env, process.argv.slice(2));
  await services.stop();
  if (results === null) throw new Hint('Jest did not come to an end: its own words are above.');
  const { failed, skipped, line } = count(results, services.env.TEST_NO_KAFKA);
  say(line);
  process.exitCode = failed > 0 || (inCi && skipped > 0) ? 1 : 0;
};

main().catch((error) => {
  process.stderr.write(`${red('✗')} ${explain(error)}\n`);
  say('0 passed, 1 failed');
  process.exitCode = 1;
});
