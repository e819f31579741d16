import type { INestApplication, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { InvalidConfiguration, loadEnv, platformEnv, portOf, redactEnv } from '../config/env';
import { HealthRegistry } from '../health/health';
import { createLogger, type Logger } from '../logging/logger';
import { NestLogger } from '../logging/nest-logger';
import { refuseOpenDoor } from '../http/loopback';
import { closeOnSignal } from './shutdown';

export interface ServiceOptions {
  /** `intake`, `extractor`, `tracker`, `query`. */
  readonly name: string;
  /** When neither `<NAME>_PORT` nor `PORT` is set. */
  readonly defaultPort: number;
  /** Called before it listens, as for the OpenAPI page. */
  readonly configure?: (app: INestApplication) => void;
}

/**
 * Starts a service and stays: listens, answers health and metrics, logs JSON lines, ends on SIGTERM and SIGINT within its
 * deadline. What is wrong at boot is told in one log line and ends the process with code 1.
 */
export const runService = async (module: Type, options: ServiceOptions): Promise<void> => {
  try {
    await boot(module, options);
  } catch (error) {
    const logger = createLogger(options.name, 'info');
    if (error instanceof InvalidConfiguration) logger.fatal(error.message);
    else if (isBusyPort(error))
      logger.fatal(`port ${error.port} is busy: set ${options.name.toUpperCase()}_PORT to another`);
    else logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
};

const boot = async (module: Type, options: ServiceOptions): Promise<void> => {
  const env = loadEnv(platformEnv);
  refuseOpenDoor(env);
  const logger = createLogger(options.name, env.LOG_LEVEL);
  // Nest declares its bag of options as a class.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- options, not an instance
  const nest: NestApplicationOptions = {
    abortOnError: false,
    bodyParser: false,
    logger: new NestLogger(logger),
  };
  const app = await NestFactory.create<NestExpressApplication>(module, nest);
  app.use(helmet());
  app.useBodyParser('json', { limit: env.BODY_LIMIT });
  app.disable('x-powered-by');
  options.configure?.(app);
  endOnCrash(logger);
  closeOnSignal({
    name: options.name,
    deadlineMs: env.SHUTDOWN_DEADLINE_MS,
    server: app.getHttpServer(),
    retire: () => {
      app.get(HealthRegistry).stop();
    },
    close: () => app.close(),
    log: (fields, message) => {
      logger.info(fields, message);
    },
  });
  await app.listen(portOf(options.name, options.defaultPort), env.HOST);
  logger.info({ url: await app.getUrl(), env: redactEnv(env) }, 'listening');
};

/** A fault that nobody caught leaves unknown state behind: say it as a log line, and let the supervisor start anew. */
const endOnCrash = (logger: Logger): void => {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught: ending');
    process.exit(1);
  });
};

const isBusyPort = (error: unknown): error is { port: number } =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
