import type { Transaction } from './transaction';

/** Who did it and why. */
export interface By {
  readonly byWhom: string;
  readonly note: string;
}

/** Keeps what an operator did, in the transaction in which it was done: `es.operation`. */
export const noteOperation = async (
  tx: Transaction,
  what: {
    readonly logId: number;
    readonly on: { readonly subscription: string; readonly version: number };
    /** `switch`, `rollback`, `drop`, `pause`, `resume`: stored. */
    readonly kind: string;
    readonly by: By;
    readonly detail: object;
  },
): Promise<void> => {
  await tx.query(
    `insert into es.operation (log_id, subscription, version, kind, by_whom, detail) values ($1, $2, $3, $4, $5, $6)`,
    [
      what.logId,
      what.on.subscription,
      what.on.version,
      what.kind,
      what.by.byWhom,
      { ...what.detail, note: what.by.note },
    ],
  );
};
