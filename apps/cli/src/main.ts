#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CommandFailure, EXIT } from './output/exit-code';
import { tell } from './output/print';
import { createProgram } from './program';

const exitCodeOf = async (error: unknown): Promise<number> => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  // What knows the failures of databases and brokers is loaded only then: a wrong option is told at once.
  const failure =
    error instanceof CommandFailure ? error : (await import('./output/failure-of')).failureOf(error);
  tell(failure.message);
  return failure.exitCode;
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

createProgram()
  .parseAsync()
  .catch(async (error: unknown) => {
    process.exitCode = await exitCodeOf(error);
  });
