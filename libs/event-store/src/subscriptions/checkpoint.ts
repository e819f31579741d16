import { toPosition } from '../postgres/rows';

type CheckpointStatus = 'building' | 'live' | 'retired';

/** Why a subscription waits for an operator. */
export interface Pause {
  readonly category: 'defect' | 'too-many-parked' | 'operator';
  readonly message: string;
  readonly position: number | null;
  readonly eventId: string | null;
}

export interface Checkpoint {
  readonly subscription: string;
  readonly version: number;
  readonly position: number;
  readonly status: CheckpointStatus;
  /** Effects that leave the database only for positions past this one. */
  readonly emitAfter: number;
  readonly owner: string | null;
  /** False when nobody works on it: no owner, or one whose lease ran out. */
  readonly isOwned: boolean;
  readonly epoch: number;
  readonly paused: Pause | null;
}

/** The right to move a checkpoint, until somebody else takes it. */
export interface Lease {
  readonly subscription: string;
  readonly version: number;
  readonly epoch: number;
  readonly position: number;
  readonly emitAfter: number;
  /** As of the last time that the lease was used. */
  readonly paused: Pause | null;
}

export interface CheckpointRow {
  readonly subscription: string;
  readonly version: number;
  readonly position: string;
  readonly status: CheckpointStatus;
  readonly emit_after: string;
  readonly owner: string | null;
  readonly is_owned: boolean;
  readonly epoch: string;
  readonly paused: Pause | null;
}

export const COLUMNS = `subscription, version, position, status, emit_after, owner, epoch, paused,
  (owner is not null and lease_until > clock_timestamp()) as is_owned`;
/** The key, as the first three parameters. */
export const ROW = 'log_id = $1 and subscription = $2 and version = $3';

export const toCheckpoint = (row: CheckpointRow): Checkpoint => ({
  subscription: row.subscription,
  version: row.version,
  position: toPosition(row.position),
  status: row.status,
  emitAfter: toPosition(row.emit_after),
  owner: row.owner,
  isOwned: row.is_owned,
  epoch: toPosition(row.epoch),
  paused: row.paused,
});
