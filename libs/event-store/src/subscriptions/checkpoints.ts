import type { Pool } from 'pg';
import { LeaseLost } from '../errors';
import type { Transaction } from '../transaction';
import {
  COLUMNS,
  ROW,
  toCheckpoint,
  type Checkpoint,
  type CheckpointRow,
  type Lease,
  type Pause,
} from './checkpoint';

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

  /** Stops (a reason) or lets go on (null). */
  async setPaused(
    tx: Transaction,
    of: { readonly subscription: string; readonly version: number },
    pause: Pause | null,
  ): Promise<void> {
    await tx.query(`update es.checkpoint set paused = $4 where ${ROW}`, [
      await this.logId(),
      of.subscription,
      of.version,
      pause,
    ]);
  }
}
