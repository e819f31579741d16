import { Pool } from 'pg';

/** Nest token of the service's pool (raw pg). */
export const POOL = Symbol('POOL');

export interface PoolOptions {
  readonly databaseUrl: string;
  /** `application_name`, so that an operator sees whose connection it is. */
  readonly name: string;
  readonly max?: number;
  readonly statementTimeoutMs?: number;
  readonly onError?: (error: Error) => void;
}

/** A pool with every limit set: no statement, lock or forgotten transaction can hang a service for ever. */
export const createPool = (options: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    application_name: options.name,
    max: options.max ?? 8,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    // On our side of the wire: a connection that is half open has no server left to time anything out.
    query_timeout: (options.statementTimeoutMs ?? 30_000) + 5000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  // Without a listener a connection that the server closes while idle ends the process.
  pool.on('error', (error) => options.onError?.(error));
  return pool;
};
