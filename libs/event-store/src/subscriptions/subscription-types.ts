import type { Pool } from 'pg';
import type { EventStore } from '../event-store';
import type { Checkpoints } from './checkpoints';
import type { Pause } from './checkpoint';
import type { DeadLetters } from './dead-letters';
import type { WakeUp } from './wake-up';

export type SubscriptionState =
  | 'stopped'
  | 'standby' // another process holds the lease
  | 'catching-up'
  | 'caught-up'
  | 'waiting' // backs off after a failure that may pass
  | 'paused'; // waits for an operator

export interface SubscriptionStatus {
  readonly name: string;
  readonly version: number | null;
  readonly state: SubscriptionState;
  readonly position: number;
  readonly restarts: number;
  readonly lastError: string | null;
  readonly paused: Pause | null;
}

export interface SubscriptionSettings {
  /** Positions a page. */
  readonly pageSize: number;
  /** How often an idle subscription looks without being woken, milliseconds. */
  readonly pollMs: number;
  /** How often an event that throws is tried before it counts as a defect. */
  readonly attempts: number;
  /** Past either the subscription pauses: something bigger is wrong. */
  readonly mostParked: { readonly keys: number; readonly events: number };
}

export const DEFAULT_SETTINGS: SubscriptionSettings = {
  pageSize: 500,
  pollMs: 1000,
  attempts: 3,
  mostParked: { keys: 100, events: 10_000 },
};

export interface SubscriptionParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly deadLetters: DeadLetters;
  readonly wakeUp: WakeUp;
  readonly onTrouble: (message: string, error: unknown) => void;
}
