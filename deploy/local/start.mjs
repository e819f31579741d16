// `npm start`. On a fresh clone nothing is installed yet: up to `install` this runs on Node alone.
import { readArgs, HELP } from './args.mjs';
import { install, needNode, needsInstall } from './install.mjs';
import { explain, red, say, step } from './ui.mjs';

const main = async () => {
  needNode();
  const options = readArgs(process.argv.slice(2));
  if (options.help) return say(HELP);
  if (needsInstall()) await step('packages installed', async () => install());
  const { runLocal } = await import('./run.mjs');
  await runLocal(options);
};

main().catch((error) => {
  process.stderr.write(`\n${red('✗')} ${explain(error)}\n`);
  process.exitCode = 1;
});
