import { type Command } from 'commander';
import { type RebuildOptions } from './projections';

export const registerProjections = (program: Command): void => {
  const projections = program
    .command('projections')
    .description('Rebuild read models from the event log, beside the live ones. Needs DATABASE_URL.');
  projections
    .command('rebuild')
    .description('Build anew, compare with the live one, switch; readers notice nothing.')
    .argument('[names...]', 'which; all when left out')
    .option('--dry-run', 'build and compare, then drop it')
    .option('--by <name>', 'who', 'operator')
    .option('--note <text>', 'why', 'rebuilt')
    .option('--json', 'a line of JSON each')
    .action(async (names: string[], options: RebuildOptions) => {
      const { rebuildCommand } = await import('./projections');
      await rebuildCommand(names, options);
    });
  projections
    .command('list')
    .description('All subscriptions and projections, their versions, and how far they are.')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => {
      const { listCommand } = await import('./projections');
      await listCommand(options);
    });
  projections
    .command('resume')
    .description('Let a paused subscription go on, once what it stumbled over is mended.')
    .argument('<name>', 'as `projections list` shows it')
    .option('--by <name>', 'who', 'operator')
    .option('--note <text>', 'why', 'resumed')
    .action(async (name: string, options: { by: string; note: string }) => {
      const { resumeCommand } = await import('./projections');
      await resumeCommand(name, options);
    });
  projections
    .command('rollback')
    .description('Make the version before the last switch live again.')
    .argument('<name>')
    .option('--by <name>', 'who', 'operator')
    .option('--note <text>', 'why', 'rolled back')
    .action(async (name: string, options: { by: string; note: string }) => {
      const { rollbackCommand } = await import('./projections');
      await rollbackCommand(name, options);
    });
};
