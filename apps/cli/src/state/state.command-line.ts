import { type Command } from 'commander';
import { moment } from '../output/moment';
import { type StateOptions } from './state';

export const registerState = (program: Command): void => {
  program
    .command('state')
    .description('Show the state of the running system as a table.')
    .option('--as-of <day>', "how things were then; default: the relation's day", moment)
    .option('--known-at <time>', '… by what had been published by then', moment)
    .option('--recorded-at <time>', '… as this system had recorded it then (audit)', moment)
    .option('--evidence', 'with the sentence that each value rests on')
    .option('--json', 'everything, as JSON')
    .action(async (options: StateOptions) => {
      const { stateCommand } = await import('./state');
      await stateCommand(options);
    });
};
