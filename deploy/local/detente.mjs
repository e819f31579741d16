// `npm run -s detente -- …`: the operators' command line, built first when its sources are newer than dist/.
import path from 'node:path';
import { useAddresses } from './addresses.mjs';
import { build, isStale } from './build.mjs';
import { install, needNode, needsInstall } from './install.mjs';
import { DIST } from './paths.mjs';
import { explain } from './ui.mjs';

const prepare = async () => {
  needNode();
  if (needsInstall()) {
    process.stderr.write('Installing packages once …\n');
    install();
  }
  if (isStale()) await build();
};

try {
  await prepare();
  useAddresses();
  // In this process, for a second Node would cost its start: what stands after the script's name is the command.
  await import(path.join(DIST, 'apps/cli/main.js'));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
