import { type Command } from 'commander';

export const registerDeadLetters = (program: Command): void => {
  const letters = program
    .command('dead-letters')
    .description(
      'Messages that could not be read or handled, set aside per key in order. Needs KAFKA_BROKERS.',
    );
  letters
    .command('list')
    .description('Those that are open.')
    .option('--json', 'a line of JSON each, whole')
    .action(async (options: { json?: true }) => {
      const { listCommand } = await import('./dead-letters');
      await listCommand(options);
    });
  letters
    .command('show')
    .description('One of them, with its headers and value.')
    .argument('<id>', 'as list shows it: topic/partition/offset')
    .action(async (id: string) => {
      const { showCommand } = await import('./dead-letters');
      await showCommand(id);
    });
  letters
    .command('retry')
    .description('Send them again to where they came from, each key in order.')
    .argument('[ids...]', 'which; all when left out')
    .option('--dry-run', 'say how many')
    .action(async (ids: string[], options: { dryRun?: true }) => {
      const { retryCommand } = await import('./dead-letters');
      await retryCommand(ids, options);
    });
  letters
    .command('drop')
    .description('Give them up for good, with the reason.')
    .argument('<ids...>')
    .requiredOption('--reason <text>', 'why')
    .option('--dry-run', 'say how many')
    .action(async (ids: string[], options: { reason: string; dryRun?: true }) => {
      const { dropCommand } = await import('./dead-letters');
      await dropCommand(ids, options);
    });
};
