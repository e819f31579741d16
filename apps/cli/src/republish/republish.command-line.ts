import { type Command } from 'commander';
import { wholeNumber } from '../output/whole-number';
import { type RepublishOptions } from './republish';

export const registerRepublish = (program: Command): void => {
  program
    .command('republish')
    .description(
      'Publish recorded changes once more, same ids, marked. Needs DATABASE_URL and KAFKA_BROKERS.',
    )
    .requiredOption('--from <position>', 'first position of the log', wholeNumber(1))
    .requiredOption('--to <position>', 'last position of the log', wholeNumber(1))
    .option('--dry-run', 'count what would be published')
    .option('--json', 'print the counts as JSON')
    .action(async (options: RepublishOptions) => {
      const { republishCommand } = await import('./republish');
      await republishCommand(options);
    });
};
