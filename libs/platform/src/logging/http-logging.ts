import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import { LOGGER, type Logger } from './logger';

/** Probes and scrapes come every few seconds: not worth a line. */
const quiet = (request: IncomingMessage): boolean => /^\/(health|metrics)/.test(request.url ?? '');

const levelOf = (
  _request: IncomingMessage,
  response: ServerResponse,
  error?: Error,
): 'error' | 'info' | 'debug' => {
  if (error !== undefined || response.statusCode >= 500) return 'error';
  return response.statusCode >= 400 ? 'info' : 'debug';
};

/** Nest's own log and a line for each request go to the service's logger. */
export const httpLogging = (): DynamicModule =>
  LoggerModule.forRootAsync({
    inject: [LOGGER],
    useFactory: (logger: Logger) => ({
      pinoHttp: {
        logger,
        customLogLevel: levelOf,
        autoLogging: { ignore: quiet },
        quietReqLogger: true,
        serializers: {
          req: (request: { method: string; url: string }) => ({ method: request.method, url: request.url }),
          res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        },
      },
    }),
  });
