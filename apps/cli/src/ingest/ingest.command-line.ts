import { type Command } from 'commander';
import { type IngestOptions } from './ingest';

export const registerIngest = (program: Command): void => {
  program
    .command('ingest')
    .description('Hand articles to the running system, in order of publication.')
    .argument('<paths...>', 'files, folders, or - for standard input (JSON or NDJSON)')
    .option('--dry-run', 'check the articles and send nothing')
    .option('--wait', 'until all that was accepted is recorded')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', '\nSending an article twice is harmless: it is answered as known already.')
    .action(async (paths: string[], options: IngestOptions) => {
      const { ingestCommand } = await import('./ingest');
      await ingestCommand(paths, options);
    });
};
