import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Nest's own log as lines of ours, from the first one on: also what goes wrong before the modules are there. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(rest), text(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(fields(rest), text(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    // What keeps the app from starting is told by `runService`, in one line.
    if (rest.at(-1) === 'ExceptionHandler') this.logger.debug({ err: message }, 'Nest could not start');
    else if (message instanceof Error) this.logger.error({ err: message, ...fields(rest) }, message.message);
    else this.logger.error(fields(rest), text(message));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(rest), text(message));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(fields(rest), text(message));
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(fields(rest), text(message));
  }
}

/** Nest puts the context last; before it come a stack, or the error that our own rooms hand over. */
const fields = (rest: readonly unknown[]): { context?: unknown; stack?: unknown; err?: unknown } => {
  const context = rest.at(-1);
  const before = rest.length > 1 ? rest[0] : undefined;
  return {
    ...(context !== undefined && { context }),
    ...(before !== undefined && (typeof before === 'string' ? { stack: before } : { err: before })),
  };
};

const text = (message: unknown): string => (typeof message === 'string' ? message : JSON.stringify(message));
