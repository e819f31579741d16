import { EventStoreError } from '../errors';
import { noteOperation, type By } from '../operations';
import type { Checkpoint } from '../subscriptions/checkpoint';
import { inTransaction, type Transaction } from '../transaction';
import type { Projection } from './projection';
import { replay, takeBuilding, type RebuildOptions, type RebuildParts } from './rebuild';
import { Versions } from './versions';
import { compareTable, deleteVersion, type TableDifference } from './version-tables';

export interface Comparison {
  readonly live: number;
  readonly built: number;
  /** Both versions stand here. */
  readonly position: number;
  readonly tables: readonly TableDifference[];
}

export interface Switched {
  readonly from: number;
  readonly to: number;
  readonly position: number;
}

/**
 * A projection is never truncated: a new version is built beside the live one, compared, and made live by one row in one transaction;
 * going back is the same the other way.
 */
export class Projections {
  private readonly versions: Versions;

  constructor(
    private readonly parts: RebuildParts,
    private readonly logId: () => Promise<number>,
  ) {
    this.versions = new Versions(parts.pool, logId);
  }

  /** The version that readers see; null when the projection never ran. */
  async liveVersion(name: string): Promise<number | null> {
    return (await this.parts.checkpoints.find(name))?.version ?? null;
  }

  /** Builds the next version, or goes on with the one that is being built. Throws at the first event that cannot be folded. */
  async rebuild(
    projection: Projection,
    options: RebuildOptions = {},
  ): Promise<{ readonly version: number; readonly position: number }> {
    const { checkpoints } = this.parts;
    if (projection.emits)
      throw new EventStoreError('not-a-projection', `${projection.name} has effects outside`);
    await checkpoints.ensure(projection.name);
    const version = await this.versions.startBuilding(projection.name);
    const lease = await takeBuilding(this.parts, projection.name, version);
    let reached = lease;
    try {
      const target = async (): Promise<number> => (await checkpoints.find(projection.name))?.position ?? 0;
      reached = await replay(this.parts, projection, { lease, target, options });
    } finally {
      await checkpoints.release(lease);
    }
    return { version, position: reached.position };
  }

  /** Brings the built version to the live one's position and compares their rows. */
  compare(projection: Projection): Promise<Comparison> {
    return this.transaction(async (tx) => {
      const { live, other } = await this.lockBoth(tx, projection.name, 'building');
      await this.level(tx, projection, { from: other, to: live.position });
      const tables: TableDifference[] = [];
      for (const table of projection.tables)
        tables.push(await compareTable(tx, table, { live: live.version, built: other.version }));
      return { live: live.version, built: other.version, position: live.position, tables };
    });
  }

  /** Makes the built version live. Effects start past the position at which the old one stopped: nothing is sent twice, nothing missed. */
  switch(projection: Projection, by: By): Promise<Switched> {
    return this.swap(projection, 'building', by);
  }

  /** Makes the version that was live before live again. */
  rollback(projection: Projection, by: By): Promise<Switched> {
    return this.swap(projection, 'retired', by);
  }

  /** Deletes a version that is not live, with its rows. */
  drop(projection: Projection, version: number, by: By): Promise<void> {
    return this.transaction(async (tx) => {
      const { checkpoints } = this.parts;
      const checkpoint = await checkpoints.lock(tx, { subscription: projection.name, version });
      if (!checkpoint || checkpoint.status === 'live')
        throw new EventStoreError('not-droppable', `${projection.name} v${version} is live or not there`);
      let rows = 0;
      for (const table of projection.tables) rows += await deleteVersion(tx, table, version);
      await this.versions.remove(tx, checkpoint);
      await this.note(tx, checkpoint, { kind: 'drop', by, detail: { rows } });
    });
  }

  private async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    // Before the transaction takes a connection: with a pool of one it would wait for itself.
    await this.logId();
    return inTransaction(this.parts.pool, work);
  }

  private swap(projection: Projection, status: 'building' | 'retired', by: By): Promise<Switched> {
    return this.transaction(async (tx) => {
      const { live, other } = await this.lockBoth(tx, projection.name, status);
      await this.level(tx, projection, { from: other, to: live.position });
      await this.versions.exchange(tx, live, other);
      const kind = status === 'building' ? 'switch' : 'rollback';
      await this.note(tx, other, { kind, by, detail: { from: live.version, position: live.position } });
      return { from: live.version, to: other.version, position: live.position };
    });
  }

  /** Folds what is missing up to a position, in this transaction. */
  private async level(
    tx: Transaction,
    projection: Projection,
    { from, to }: { readonly from: Checkpoint; readonly to: number },
  ): Promise<void> {
    const pageSize = 2000;
    for (let after = from.position; after < to;) {
      const limit = Math.min(pageSize, to - after);
      const page = await this.parts.store.readAll({ after, limit, types: projection.handles });
      if (page.events.length > 0)
        await projection.handle(page.events, {
          tx,
          version: from.version,
          epoch: from.epoch,
          isReplay: true,
        });
      after = page.upTo;
    }
    await this.versions.place(tx, from, to);
  }

  private async lockBoth(
    tx: Transaction,
    name: string,
    status: 'building' | 'retired',
  ): Promise<{ readonly live: Checkpoint; readonly other: Checkpoint }> {
    const all = await this.versions.lockAll(tx, name);
    const live = all.find((one) => one.status === 'live');
    const other = all.findLast((one) => one.status === status);
    if (!live || !other)
      throw new EventStoreError('no-such-version', `${name} has no ${live ? status : 'live'} version`);
    if (other.position > live.position)
      throw new EventStoreError('ahead', `${name} v${other.version} is ahead of the live v${live.version}`);
    return { live, other };
  }

  private async note(
    tx: Transaction,
    on: Checkpoint,
    what: { kind: string; by: By; detail: object },
  ): Promise<void> {
    await noteOperation(tx, { logId: await this.logId(), on, ...what });
  }
}
