import type { DynamicModule } from '@nestjs/common';
import type { z } from 'zod';

export interface PlatformOptions {
  readonly name: string;
  /** `platformEnv`, or `platformEnv.extend({ … })`; what it reads is injected by `ENV`. */
  readonly env: z.ZodObject;
}

/**
 * Global. Gives `ENV`, `CLOCK`, `LOGGER` (also Nest's own `Logger` goes there), `Metrics`, `HealthRegistry`; brings
 * `/health/live`, `/health/ready`, `/metrics`, the problem+json filter and the API key guard.
 */
export declare class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule;
}

/** Global. Gives `POOL` by `DATABASE_URL`, adds its readiness check, ends it at shutdown. */
export declare class DatabaseModule {
  static forRoot(options?: { readonly max?: number; readonly statementTimeoutMs?: number }): DynamicModule;
}
