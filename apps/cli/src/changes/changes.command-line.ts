import { type Command } from 'commander';
import { wholeNumber } from '../output/whole-number';
import { type ChangesOptions } from './changes';

export const registerChanges = (program: Command): void => {
  program
    .command('changes')
    .description('Show what changed in the running system, the latest last.')
    .option('--follow', 'go on showing changes as they are recorded')
    .option('--after <position>', 'only what was recorded after this position of the log', wholeNumber(0))
    .option('--limit <count>', 'how many', wholeNumber(1, 500), 20)
    .option('--facet <facet>', 'only this facet or those below it: truce, tariff, tariff/US')
    .option('--json', 'a line of JSON each')
    .action(async (options: ChangesOptions) => {
      const { changesCommand } = await import('./changes');
      await changesCommand(options);
    });
};
