import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { z } from 'zod';
import { CLOCK, systemClock, type Clock } from './clock/clock';
import { ENV, loadEnv, type PlatformEnv } from './config/env';
import { correlationMiddleware } from './correlation/correlation.middleware';
import { HealthController } from './health/health.controller';
import { HealthRegistry } from './health/health';
import { ApiKeyGuard } from './http/api-key.guard';
import { ProblemFilter } from './http/problem.filter';
import { httpLogging } from './logging/http-logging';
import { createLogger, LOGGER, type Logger } from './logging/logger';
import { Metrics } from './metrics/metrics';
import { MetricsController } from './metrics/metrics.controller';
import { ServiceContext } from './service/service-context';

export interface PlatformOptions {
  readonly name: string;
  /** `platformEnv`, or `platformEnv.extend({ … })`; what it reads is injected by `ENV`. */
  readonly env: z.ZodObject;
  /** Tells an outage (answered 503) from an error of ours (500): messaging's `classify(error) === 'outage'`. */
  readonly isOutage?: (error: unknown) => boolean;
}

/**
 * Global. Gives `ENV`, `CLOCK`, `LOGGER` (Nest's own log goes there too), `Metrics`, `HealthRegistry`, and all of them as `ServiceContext`; brings
 * `/health/live`, `/health/ready`, `/metrics`, the problem+json filter, the API key guard and the correlation id.
 */
@Module({})
export class PlatformModule implements NestModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const isOutage = options.isOutage ?? ((): boolean => false);
    return {
      module: PlatformModule,
      global: true,
      imports: [httpLogging()],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: ENV, useFactory: () => loadEnv(options.env) },
        { provide: CLOCK, useValue: systemClock },
        {
          provide: LOGGER,
          inject: [ENV],
          useFactory: (env: PlatformEnv) => createLogger(options.name, env.LOG_LEVEL),
        },
        { provide: Metrics, useFactory: () => new Metrics(options.name) },
        HealthRegistry,
        {
          provide: ServiceContext,
          inject: [LOGGER, Metrics, HealthRegistry, CLOCK],
          useFactory: (logger: Logger, metrics: Metrics, health: HealthRegistry, clock: Clock) =>
            new ServiceContext(logger, metrics, health, clock),
        },
        {
          provide: APP_FILTER,
          inject: [LOGGER],
          useFactory: (logger: Logger) => new ProblemFilter({ logger, isOutage }),
        },
        {
          provide: APP_GUARD,
          inject: [ENV],
          useFactory: (env: PlatformEnv) => new ApiKeyGuard(env.API_KEYS),
        },
      ],
      exports: [ENV, CLOCK, LOGGER, Metrics, HealthRegistry, ServiceContext],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(correlationMiddleware).forRoutes('{*path}');
  }
}
