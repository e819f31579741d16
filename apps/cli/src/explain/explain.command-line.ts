import { type Command } from 'commander';
import { type ExplainOptions } from './explain';

export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('Show how each observation of an article came about: words, rule, steps. Offline.')
    .argument('<article>', 'a file, or - for standard input')
    .option('--observation <id>', 'only this one')
    .option('--json', 'the whole extraction with its traces')
    .action(async (article: string, options: ExplainOptions) => {
      const { explainCommand } = await import('./explain');
      await explainCommand(article, options);
    });
};
