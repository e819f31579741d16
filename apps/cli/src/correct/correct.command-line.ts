import { type Command } from 'commander';
import { type CorrectOptions } from './correct';

export const registerCorrect = (program: Command): void => {
  program
    .command('correct')
    .description('Void a misread statement, or state what was so; recorded with who and why.')
    .option('--void <observation>', 'id of the observation that was misread')
    .option(
      '--assert <json>',
      'an observation as JSON, or a file that holds it: {"type":"tariff","imposer":"US",…}',
    )
    .option('--words <text>', "with --assert: the operator's words, shown as the evidence")
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--by <name>', 'who')
    .option('--dry-run', 'show what would be sent')
    .option('--json', 'print the answer as JSON')
    .action(async (options: CorrectOptions) => {
      const { correctCommand } = await import('./correct');
      await correctCommand(options);
    });
};
