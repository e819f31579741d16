import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { ENV, InvalidConfiguration, type PlatformEnv } from '../config/env';
import { HealthRegistry } from '../health/health';
import { LOGGER, type Logger } from '../logging/logger';
import { Metrics } from '../metrics/metrics';
import { migrate, type MigrationClass } from './migrate';
import { createPool, POOL } from './pool';

export interface DatabaseOptions {
  /** The service's name: of its connections, and of its table of migrations. */
  readonly name: string;
  readonly migrations?: readonly MigrationClass[];
  /** Tables of the libraries that it stands on, made by whichever service comes first. */
  readonly rooms?: readonly { readonly name: string; readonly migrations: readonly MigrationClass[] }[];
  readonly max?: number;
  readonly statementTimeoutMs?: number;
}

/** A database that comes up beside us (compose, a fail-over) is waited for this long; then a supervisor may try anew. */
const BOOT_DEADLINE_MS = 60_000;

/**
 * Global. Gives `POOL` by `DATABASE_URL`, its tables migrated; adds the readiness check `database`; ends the pool at
 * shutdown.
 */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: POOL,
          inject: [ENV, LOGGER, HealthRegistry, Metrics],
          useFactory: (env: PlatformEnv, logger: Logger, health: HealthRegistry, metrics: Metrics) =>
            openDatabase(options, { env, logger, health, metrics }),
        },
      ],
      exports: [POOL],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

interface House {
  readonly env: PlatformEnv;
  readonly logger: Logger;
  readonly health: HealthRegistry;
  readonly metrics: Metrics;
}

const openDatabase = async (options: DatabaseOptions, house: House): Promise<Pool> => {
  const databaseUrl = house.env.DATABASE_URL;
  if (databaseUrl === undefined) throw new InvalidConfiguration(['DATABASE_URL: needed, as postgres://…']);
  await migrateWhenUp(databaseUrl, options, house.logger);
  const pool = createPool({
    databaseUrl,
    name: options.name,
    ...(options.max !== undefined && { max: options.max }),
    ...(options.statementTimeoutMs !== undefined && { statementTimeoutMs: options.statementTimeoutMs }),
    onError: (error) => {
      house.logger.warn({ err: error }, 'the database closed an idle connection');
    },
  });
  house.health.add('database', async () => {
    await pool.query('select 1');
    return { ok: true, detail: 'answers' };
  });
  house.metrics.sample('database_connections', () => pool.totalCount);
  house.metrics.sample('database_waiting', () => pool.waitingCount);
  return pool;
};

const migrateWhenUp = async (
  databaseUrl: string,
  options: DatabaseOptions,
  logger: Logger,
): Promise<void> => {
  const deadline = Date.now() + BOOT_DEADLINE_MS;
  for (let pause = 200; ; pause = Math.min(pause * 2, 5000)) {
    try {
      for (const { name, migrations = [] } of [...(options.rooms ?? []), options]) {
        const table = `${name.replaceAll('-', '_')}_migrations`;
        const ran = await migrate({ databaseUrl, table, migrations });
        if (ran.length > 0) logger.info({ ran }, 'migrated');
      }
      return;
    } catch (error) {
      if (!isAway(error) || Date.now() > deadline) throw error;
      logger.warn({ err: error, pause }, 'the database does not answer yet');
      await sleep(pause);
    }
  }
};

/** Not there, not there yet, or on its way out: connection errors and PostgreSQL's classes 08 and 57P. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONN|ETIMEDOUT|EHOST|ENETUNREACH|EAI_AGAIN|ENOTFOUND|EPIPE|08|57P|53300)/.test(code) ||
    /timeout|terminated/i.test(error.message)
  );
};
