import { type Command } from 'commander';
import { moment } from '../output/moment';
import { type ProjectOptions } from './project';

export const registerProject = (program: Command): void => {
  program
    .command('project')
    .description('Run the whole pipeline in memory over articles and print the state as JSON. Offline.')
    .argument('<paths...>', 'files, folders, or - for standard input (JSON or NDJSON)')
    .requiredOption('--as-of <day>', 'the day (its end) or moment that is asked about', moment)
    .option('--known-at <time>', 'by what had been published then; default: all articles given', moment)
    .option('--summary', 'only the four lines: truce, tariffs, planned meetings, last contact of the leaders')
    .option('--policy <file>', 'what differs from the default policy, as JSON (docs/policy.md)')
    .option('--observations <paths...>', 'labelled observations in place of what the engine reads')
    .addHelpText('after', '\nExample:\n  detente project deploy/sample/history --as-of 2025-06-20 --summary')
    .action(async (paths: string[], options: ProjectOptions) => {
      const { projectCommand } = await import('./project');
      await projectCommand(paths, options);
    });
};
