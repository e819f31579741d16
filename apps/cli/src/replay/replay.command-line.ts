import { type Command } from 'commander';
import { moment } from '../output/moment';
import { type AdoptOptions } from './adopt';
import { type CompareOptions } from './compare';

export const registerReplay = (program: Command): void => {
  const replay = program
    .command('replay')
    .description(
      "Read the log's articles anew by this build's engine, beside the live state. Needs DATABASE_URL.",
    );
  replay
    .command('compare')
    .description('Show where the state would read otherwise. Changes nothing.')
    .option(
      '--as-of <day>',
      "the day (its end) or moment that is asked about; default: the relation's day",
      moment,
    )
    .option('--known-at <time>', 'by what had been published then; default: all that is recorded', moment)
    .option('--policy <file>', 'read under what this file tells otherwise too, as JSON (docs/policy.md)')
    .option('--json', 'as JSON, each difference with what it rests on')
    .action(async (options: CompareOptions) => {
      const { compareCommand } = await import('./compare');
      await compareCommand(options);
    });
  replay
    .command('adopt')
    .description(
      "Let this engine's readings take the place of the older ones, which stay in the record. Needs KAFKA_BROKERS too.",
    )
    .option('--dry-run', 'count what would be published')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      '\nRun the new extractor first, so that articles that come in meanwhile are read by it. What the state changes by it\ngoes out on relations.changes.v1 as corrections. Doing it twice does nothing the second time.',
    )
    .action(async (options: AdoptOptions) => {
      const { adoptCommand } = await import('./adopt');
      await adoptCommand(options);
    });
};
