import { pino, type Logger } from 'pino';
import { currentCorrelation } from '../correlation/correlation';

/** Nest token of the service's pino logger: `logger.info({ fields }, 'what happened')`. */
export const LOGGER = Symbol('LOGGER');
export type { Logger } from 'pino';

/** One JSON line an entry, each with the service's name and the ids of the work under way. */
export const createLogger = (service: string, level: string): Logger =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['req.headers.authorization', 'req.headers["x-api-key"]', 'req.headers.cookie'],
    mixin: () => ({ ...currentCorrelation() }),
  });
