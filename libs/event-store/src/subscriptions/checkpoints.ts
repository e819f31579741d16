import type { Pool } from 'pg';
import { EventStoreError, LeaseLost } from '../errors';
import { toPosition } from '../postgres/rows';
import type { Transaction } from '../transaction';

export type CheckpointStatus = 'building' | 'live' | 'retired';

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

interface CheckpointRow {
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

const COLUMNS = `subscription, version, position, status, emit_after, owner, epoch, paused,
  (owner is not null and lease_until > clock_timestamp()) as is_owned`;
const ROW = 'log_id = $1 and subscription = $2 and version = $3';

const toCheckpoint = (row: CheckpointRow): Checkpoint => ({
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

/** The checkpoints of one log. What moves one needs a lease: its epoch and the position that it starts from must both match. */
export class Checkpoints {
  constructor(
    private readonly pool: Pool,
    private readonly logId: () => Promise<number>,
    private readonly leaseMs = 5000,
  ) {}

  /** Makes version 1, live, unless there is a version already. `head`: only what is appended from now on is delivered. */
  async ensure(subscription: string, startAt: 'beginning' | 'head' = 'beginning'): Promise<void> {
    await this.pool.query(
      `insert into es.checkpoint (log_id, subscription, version, status, position, emit_after)
       select $1, $2, 1, 'live', at, at
         from (select case when $3 = 'head' then last_position else 0 end as at from es.log where log_id = $1) l
        where not exists (select from es.checkpoint where log_id = $1 and subscription = $2)
       on conflict do nothing`,
      [await this.logId(), subscription, startAt],
    );
  }

  async list(subscription?: string): Promise<readonly Checkpoint[]> {
    const { rows } = await this.pool.query<CheckpointRow>(
      `select ${COLUMNS} from es.checkpoint
        where log_id = $1 and ($2::text is null or subscription = $2) order by subscription, version`,
      [await this.logId(), subscription ?? null],
    );
    return rows.map(toCheckpoint);
  }

  /** The live version's, or the given version's; null when there is none. */
  async find(subscription: string, version?: number): Promise<Checkpoint | null> {
    const all = await this.list(subscription);
    return (
      all.find((one) => (version === undefined ? one.status === 'live' : one.version === version)) ?? null
    );
  }

  /** Takes the live version, or the given one, if nobody holds it; null when somebody does. */
  async take(subscription: string, owner: string, version?: number): Promise<Lease | null> {
    const { rows } = await this.pool.query<CheckpointRow>(
      `update es.checkpoint c
          set owner = $3, epoch = c.epoch + 1, updated_at = clock_timestamp(),
              lease_until = clock_timestamp() + $5 * interval '1 millisecond'
         from (select log_id, subscription, version from es.checkpoint
                where log_id = $1 and subscription = $2
                  and case when $4::int is null then status = 'live' else version = $4 and status <> 'retired' end
                  and (owner is null or lease_until < clock_timestamp())
                  for update skip locked) free
        where c.log_id = free.log_id and c.subscription = free.subscription and c.version = free.version
       returning c.subscription, c.version, c.position, c.status, c.emit_after, c.owner, c.epoch, c.paused, true as is_owned`,
      [await this.logId(), subscription, owner, version ?? null, this.leaseMs],
    );
    return rows[0] ? toCheckpoint(rows[0]) : null;
  }

  /** Locks the checkpoint for this transaction, before it does anything: who holds an old epoch ends here. Throws `LeaseLost`. */
  async hold(tx: Transaction, lease: Lease): Promise<void> {
    const { rowCount } = await tx.query({
      name: 'es.hold',
      text: `select from es.checkpoint where ${ROW} and epoch = $4 and position = $5 for update`,
      values: [await this.logId(), lease.subscription, lease.version, lease.epoch, lease.position],
    });
    if (rowCount !== 1) throw new LeaseLost(lease.subscription, lease.version, lease.epoch);
  }

  /** Locks a checkpoint for an operator's work and answers it as it is now; null when it is gone. */
  async lock(
    tx: Transaction,
    of: { readonly subscription: string; readonly version: number },
  ): Promise<Checkpoint | null> {
    const { rows } = await tx.query<CheckpointRow>(
      `select ${COLUMNS} from es.checkpoint where ${ROW} for update`,
      [await this.logId(), of.subscription, of.version],
    );
    return rows[0] ? toCheckpoint(rows[0]) : null;
  }

  /** Moves the checkpoint in the transaction of what it covers, and prolongs the lease. Throws `LeaseLost`. */
  async advance(tx: Transaction, lease: Lease, to: number): Promise<Lease> {
    const { rows } = await tx.query<{ paused: Pause | null }>({
      name: 'es.advance',
      text: `update es.checkpoint
                set position = $6, updated_at = clock_timestamp(),
                    lease_until = clock_timestamp() + $7 * interval '1 millisecond'
              where ${ROW} and epoch = $4 and position = $5 returning paused`,
      values: [
        await this.logId(),
        lease.subscription,
        lease.version,
        lease.epoch,
        lease.position,
        to,
        this.leaseMs,
      ],
    });
    if (!rows[0]) throw new LeaseLost(lease.subscription, lease.version, lease.epoch);
    return { ...lease, position: to, paused: rows[0].paused };
  }

  /** Prolongs the lease. Throws `LeaseLost`. */
  prolong(lease: Lease): Promise<Lease> {
    return this.advance(this.pool, lease, lease.position);
  }

  /** Gives the lease back, so that nobody has to wait for its end. */
  async release(lease: Lease): Promise<void> {
    await this.pool.query(
      `update es.checkpoint set owner = null, lease_until = null where ${ROW} and epoch = $4`,
      [await this.logId(), lease.subscription, lease.version, lease.epoch],
    );
  }

  /** Stops (a reason) or lets go on (null). Answers whether there is such a checkpoint. */
  async setPaused(subscription: string, version: number, pause: Pause | null): Promise<boolean> {
    const { rowCount } = await this.pool.query(`update es.checkpoint set paused = $4 where ${ROW}`, [
      await this.logId(),
      subscription,
      version,
      pause,
    ]);
    return rowCount === 1;
  }

  /** The version that is being built, made when there is none. */
  async startBuilding(subscription: string): Promise<number> {
    const { rows } = await this.pool.query<{ version: number }>(
      `with made as (
         insert into es.checkpoint (log_id, subscription, version, status)
         select $1, $2, max(version) + 1, 'building' from es.checkpoint
          where log_id = $1 and subscription = $2 having count(*) filter (where status = 'building') = 0
         on conflict do nothing returning version)
       select version from made
       union all select version from es.checkpoint where log_id = $1 and subscription = $2 and status = 'building'`,
      [await this.logId(), subscription],
    );
    if (!rows[0])
      throw new EventStoreError('no-such-version', `no version of ${subscription} could be started`);
    return rows[0].version;
  }

  /** Locks all versions of a subscription, in order. */
  async lockAll(tx: Transaction, subscription: string): Promise<readonly Checkpoint[]> {
    const { rows } = await tx.query<CheckpointRow>(
      `select ${COLUMNS} from es.checkpoint where log_id = $1 and subscription = $2 order by version for update`,
      [await this.logId(), subscription],
    );
    return rows.map(toCheckpoint);
  }

  /** Sets a locked checkpoint to a position that its rows have been brought to. */
  async place(tx: Transaction, of: Checkpoint, position: number): Promise<void> {
    await tx.query(`update es.checkpoint set position = $4 where ${ROW}`, [
      await this.logId(),
      of.subscription,
      of.version,
      position,
    ]);
  }

  /** Retires the live one and makes the other live; whoever holds a lease on either loses it. Both are locked. */
  async exchange(tx: Transaction, live: Checkpoint, other: Checkpoint): Promise<void> {
    const change = `owner = null, lease_until = null, epoch = epoch + 1, updated_at = clock_timestamp()`;
    const logId = await this.logId();
    await tx.query(`update es.checkpoint set status = 'retired', ${change} where ${ROW}`, [
      logId,
      live.subscription,
      live.version,
    ]);
    await tx.query(
      `update es.checkpoint set status = 'live', paused = null, emit_after = $4, ${change} where ${ROW}`,
      [logId, other.subscription, other.version, live.position],
    );
  }

  async remove(tx: Transaction, of: Checkpoint): Promise<void> {
    await tx.query(`delete from es.checkpoint where ${ROW}`, [
      await this.logId(),
      of.subscription,
      of.version,
    ]);
  }
}
