import { type Command } from 'commander';

export const registerExtract = (program: Command): void => {
  program
    .command('extract')
    .description('Read articles and print what each states: one line of JSON an article. Offline.')
    .argument('<paths...>', 'files, folders, or - for standard input (JSON or NDJSON)')
    .addHelpText('after', '\nExample:\n  detente extract deploy/sample/history | head -3')
    .action(async (paths: string[]) => {
      const { extractCommand } = await import('./extract');
      await extractCommand(paths);
    });
};
