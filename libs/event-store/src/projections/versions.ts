import type { Pool } from 'pg';
import { EventStoreError } from '../errors';
import { COLUMNS, ROW, toCheckpoint, type Checkpoint, type CheckpointRow } from '../subscriptions/checkpoint';
import type { Transaction } from '../transaction';

/** The versions of the projections of one log: begun, levelled, exchanged, removed. */
export class Versions {
  constructor(
    private readonly pool: Pool,
    private readonly logId: () => Promise<number>,
  ) {}

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
