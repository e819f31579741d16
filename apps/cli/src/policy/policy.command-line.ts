import { type Command } from 'commander';
import { type AdoptOptions } from './adopt';

export const registerPolicy = (program: Command): void => {
  const policy = program
    .command('policy')
    .description('The policy that decides which report counts, of the running system (docs/policy.md).');
  policy
    .command('show')
    .description('Show the policy in force, with who adopted it, when and why.')
    .option('--recorded-at <time>', 'the one in force then')
    .option('--json', 'all of it, as JSON')
    .action(async (options: { readonly recordedAt?: string; readonly json?: true }) => {
      const { showCommand } = await import('./show');
      await showCommand(options);
    });
  policy
    .command('check')
    .argument('<file>', 'what differs from the default, as JSON')
    .description(
      "Say whether a file is a policy, and where it differs from this build's default. Asks nobody.",
    )
    .option('--json', 'the whole policy as JSON')
    .action(async (file: string, options: { readonly json?: true }) => {
      const { checkCommand } = await import('./check');
      await checkCommand(file, options);
    });
  policy
    .command('adopt')
    .argument('<file>', 'what differs from the default, as JSON')
    .description('Read everything under this policy from now on; recorded with who and why.')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--by <name>', 'who')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      "\nWhat reads differently goes out on relations.changes.v1, each change with its reason, policy. Back to the default: a file with\nnothing but the default's version.",
    )
    .action(async (file: string, options: AdoptOptions) => {
      const { adoptCommand } = await import('./adopt');
      await adoptCommand(file, options);
    });
};
