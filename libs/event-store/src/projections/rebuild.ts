import { randomUUID } from 'node:crypto';
import { EventStoreError } from '../errors';
import type { Page } from '../event-store';
import type { Lease } from '../subscriptions/checkpoint';
import { Delivery } from '../subscriptions/delivery';
import type { SubscriptionParts } from '../subscriptions/subscription-types';
import { BEGIN_LAZY } from '../transaction';
import type { Projection } from './projection';

export interface RebuildProgress {
  readonly version: number;
  readonly position: number;
  /** The live version's position: where the rebuild is done. */
  readonly target: number;
}

export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops after the page at hand; the next rebuild goes on from there. */
  readonly signal?: AbortSignal;
  /** Positions a page; 2,000 when left out. */
  readonly pageSize?: number;
}

export type RebuildParts = Pick<SubscriptionParts, 'pool' | 'store' | 'checkpoints' | 'deadLetters'>;

/**
 * Folds the log into `lease.version`, which is being built, up to where the live version is. Everything is a replay: no effects. The
 * first failure ends it, with the range of positions; what was built stays, the next run goes on from there.
 */
export const replay = async (
  parts: RebuildParts,
  projection: Projection,
  run: { readonly lease: Lease; readonly target: () => Promise<number>; readonly options: RebuildOptions },
): Promise<Lease> => {
  // A crash may take back the last pages, rows and checkpoint alike; the switch waits for the disk, and with it for all before.
  const delivery = new Delivery(parts, projection, BEGIN_LAZY);
  const { options, target } = run;
  const pageSize = options.pageSize ?? 2000;
  let lease: Lease = { ...run.lease, emitAfter: Number.MAX_SAFE_INTEGER };
  let end = await target();
  const read = (after: number): Promise<Page> | null => {
    if (after >= end || options.signal?.aborted) return null;
    const page = delivery.read({ ...lease, position: after }, Math.min(pageSize, end - after));
    // Awaited when its turn comes; until then its failure must not count as unhandled.
    page.catch(() => undefined);
    return page;
  };
  for (let next = read(lease.position); next;) {
    const page = await next;
    if (page.upTo === lease.position) break;
    next = read(page.upTo);
    lease = await delivery.deliver(lease, page).catch((cause: unknown) => {
      throw new EventStoreError(
        'rebuild-failed',
        `${lease.subscription} v${lease.version} failed between positions ${lease.position + 1} and ${page.upTo}`,
        { cause },
      );
    });
    options.onProgress?.({ version: lease.version, position: lease.position, target: end });
    if (!next) {
      end = await target();
      next = read(lease.position);
    }
  }
  return lease;
};

/** Nobody else may build the same version meanwhile. */
export const takeBuilding = async (parts: RebuildParts, name: string, version: number): Promise<Lease> => {
  const lease = await parts.checkpoints.take(name, `rebuild/${randomUUID().slice(0, 8)}`, version);
  if (!lease)
    throw new EventStoreError('already-rebuilding', `${name} v${version} is being rebuilt by somebody else`);
  return lease;
};
