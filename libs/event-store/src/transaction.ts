import type { PoolClient } from 'pg';

/** A connection inside a transaction that its giver begins and ends. */
export type Transaction = Pick<PoolClient, 'query'>;
