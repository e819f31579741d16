import { type Command } from 'commander';
import { type RetractOptions } from './retract';

export const registerRetract = (program: Command): void => {
  program
    .command('retract')
    .description('Take an article back: from now on it says nothing; recorded with who and why.')
    .argument('<article>', "its id, or its sender's name for it")
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--by <name>', 'who')
    .option('--dry-run', 'show what would be taken back')
    .option('--json', 'print the answer as JSON')
    .action(async (article: string, options: RetractOptions) => {
      const { retractCommand } = await import('./retract');
      await retractCommand(article, options);
    });
};
