// `npm run test:services`: keeps the tests' PostgreSQL and Kafka up while you work, so that jest starts at once.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { DATA } from './paths.mjs';
import { KEPT, startTestServices } from './test-services.mjs';
import { explain, say } from './ui.mjs';

const keep = async () => {
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, resolve);
  });
  const services = await startTestServices();
  mkdirSync(DATA, { recursive: true });
  writeFileSync(KEPT, JSON.stringify({ pid: process.pid, env: services.env }));
  say(`Up until Ctrl-C; jest uses them by itself.\n${JSON.stringify(services.env, null, 2)}`);
  const alive = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(alive);
  rmSync(KEPT, { force: true });
  await services.stop();
};

keep().catch((error) => {
  say(explain(error));
  process.exitCode = 1;
});
