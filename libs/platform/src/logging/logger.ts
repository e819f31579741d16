import { pino, type Logger } from 'pino';
import { currentCorrelation } from '../correlation/correlation';

/** Nest token of the service's pino logger: `logger.info({ fields }, 'what happened')`. */
export const LOGGER = Symbol('LOGGER');
export type { Logger } from 'pino';

// Who read our output may be gone; that is no reason to stop working, nor to end.
process.stdout.on('error', () => undefined);

/** What a reader needs of an error: drivers hang whole connections on theirs. */
const errorFields = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: errorFields(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
};

/**
 * One JSON line an entry, each with the service's name and the ids of the work under way. Goes through process.stdout, not
 * pino's own writer: that one (sonic-boom 4.2) waits for ever at exit when the pipe it writes to is closed.
 */
export const createLogger = (service: string, level: string): Logger =>
  pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['req.headers.authorization', 'req.headers["x-api-key"]', 'req.headers.cookie'],
      serializers: { err: errorFields },
      mixin: () => ({ ...currentCorrelation() }),
    },
    process.stdout,
  );
