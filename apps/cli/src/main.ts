#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CommandFailure, EXIT } from './output/exit-code';
import { tell } from './output/print';
import { createProgram } from './program';

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CommandFailure) {
    tell(error.message);
    return error.exitCode;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = exitCodeOf(error);
  });
