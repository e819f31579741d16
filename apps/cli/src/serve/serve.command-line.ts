import { type Command } from 'commander';

export const registerServe = (program: Command): void => {
  program
    .command('serve')
    .description('Run all services in one process; without KAFKA_BROKERS no topics, all else works.')
    .action(async () => {
      const { serveCommand } = await import('./serve');
      await serveCommand();
    });
};
