import { type Command } from 'commander';

export const registerDoctor = (program: Command): void => {
  program
    .command('doctor')
    .description('Look at services, event log, checkpoints, broker and dead letters; changes nothing.')
    .option('--json', 'a line of JSON a check')
    .action(async (options: { json?: true }) => {
      const { doctorCommand } = await import('./doctor');
      await doctorCommand(options);
    });
};
