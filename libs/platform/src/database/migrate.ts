import type { MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface MigrationOptions {
  readonly databaseUrl: string;
  /** Name of the table that notes what has run, one a room: `tracker_migrations`. */
  readonly table: string;
  readonly migrations: readonly MigrationClass[];
}

/** Runs what has not run yet, under an advisory lock held on a connection of its own. Returns the names that ran. */
export declare const migrate: (options: MigrationOptions) => Promise<readonly string[]>;
