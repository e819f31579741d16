import type { Pool } from 'pg';
import type { RecordedEvent } from '../event-store';
import { toPosition } from '../postgres/rows';
import type { Transaction } from '../transaction';

/** A subscription's version, as its lease or its checkpoint names it. */
export interface SubscriptionVersion {
  readonly subscription: string;
  readonly version: number;
}

export interface DeadLetter extends SubscriptionVersion {
  readonly key: string;
  readonly position: number;
  readonly eventId: string;
  /** `failed`: the event itself; `blocked`: it waits behind one of its key. */
  readonly cause: 'failed' | 'blocked';
  readonly attempts: number;
  readonly error: string | null;
  readonly status: 'parked' | 'done' | 'dropped';
  readonly parkedAt: Date;
  readonly byWhom: string | null;
  readonly note: string | null;
}

export interface ParkedCount {
  readonly keys: number;
  readonly events: number;
}

interface LetterRow {
  readonly subscription: string;
  readonly version: number;
  readonly sequence_key: string;
  readonly position: string;
  readonly event_id: string;
  readonly cause: 'failed' | 'blocked';
  readonly attempts: number;
  readonly error: string | null;
  readonly status: 'parked' | 'done' | 'dropped';
  readonly parked_at: Date;
  readonly by_whom: string | null;
  readonly note: string | null;
}

const OF = 'log_id = $1 and subscription = $2 and version = $3';

/** Events set aside in order: behind the first of a key that failed, all later ones of that key wait. */
export class DeadLetters {
  constructor(
    private readonly pool: Pool,
    private readonly logId: () => Promise<number>,
  ) {}

  async parkedKeys(tx: Transaction, of: SubscriptionVersion): Promise<ReadonlySet<string>> {
    const { rows } = await tx.query<{ sequence_key: string }>({
      name: 'es.parked-keys',
      text: `select distinct sequence_key from es.dead_letter where ${OF} and status = 'parked'`,
      values: await this.values(of),
    });
    return new Set(rows.map((row) => row.sequence_key));
  }

  async count(of: SubscriptionVersion): Promise<ParkedCount> {
    const { rows } = await this.pool.query<ParkedCount>(
      `select count(*)::int as events, count(distinct sequence_key)::int as keys
         from es.dead_letter where ${OF} and status = 'parked'`,
      await this.values(of),
    );
    return rows[0] ?? { keys: 0, events: 0 };
  }

  /** The event that failed: `attempts` and `error` told; an event that waits behind it: neither. */
  async park(
    tx: Transaction,
    of: SubscriptionVersion,
    letter: {
      readonly event: RecordedEvent;
      readonly key: string;
      readonly failure?: { readonly attempts: number; readonly error: string };
    },
  ): Promise<void> {
    const { event, key, failure } = letter;
    await tx.query(
      `insert into es.dead_letter (log_id, subscription, version, sequence_key, position, event_id, cause, attempts, error)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...(await this.values(of)),
        key,
        event.position,
        event.id,
        failure ? 'failed' : 'blocked',
        failure?.attempts ?? 0,
        failure?.error ?? null,
      ],
    );
  }

  /** Oldest first; those that are parked unless all are asked for. */
  async list(
    query: { readonly subscription?: string; readonly all?: boolean } = {},
  ): Promise<readonly DeadLetter[]> {
    const { rows } = await this.pool.query<LetterRow>(
      `select * from es.dead_letter
        where log_id = $1 and ($2::text is null or subscription = $2) and ($3 or status = 'parked')
        order by subscription, version, position`,
      [await this.logId(), query.subscription ?? null, query.all ?? false],
    );
    return rows.map(toLetter);
  }

  /** The parked letters of a key, in order. */
  async ofKey(tx: Transaction, of: SubscriptionVersion, key: string): Promise<readonly DeadLetter[]> {
    const { rows } = await tx.query<LetterRow>(
      `select * from es.dead_letter where ${OF} and sequence_key = $4 and status = 'parked' order by position`,
      [...(await this.values(of)), key],
    );
    return rows.map(toLetter);
  }

  async markDone(tx: Transaction, letter: DeadLetter, byWhom: string): Promise<void> {
    await tx.query(
      `update es.dead_letter set status = 'done', settled_at = clock_timestamp(), by_whom = $5, attempts = attempts + 1
        where ${OF} and position = $4`,
      [...(await this.values(letter)), letter.position, byWhom],
    );
  }

  async markFailed(tx: Transaction, letter: DeadLetter, error: string): Promise<void> {
    await tx.query(
      `update es.dead_letter set cause = 'failed', attempts = attempts + 1, error = $5 where ${OF} and position = $4`,
      [...(await this.values(letter)), letter.position, error],
    );
  }

  /** Gives one letter up, for good, with a reason. What waits behind it stays parked until its key is retried. */
  async drop(
    of: SubscriptionVersion,
    position: number,
    why: { readonly byWhom: string; readonly note: string },
  ): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update es.dead_letter set status = 'dropped', settled_at = clock_timestamp(), by_whom = $5, note = $6
        where ${OF} and position = $4 and status = 'parked'`,
      [...(await this.values(of)), position, why.byWhom, why.note],
    );
    return rowCount === 1;
  }

  private async values(of: SubscriptionVersion): Promise<[number, string, number]> {
    return [await this.logId(), of.subscription, of.version];
  }
}

const toLetter = (row: LetterRow): DeadLetter => ({
  subscription: row.subscription,
  version: row.version,
  key: row.sequence_key,
  position: toPosition(row.position),
  eventId: row.event_id,
  cause: row.cause,
  attempts: row.attempts,
  error: row.error,
  status: row.status,
  parkedAt: row.parked_at,
  byWhom: row.by_whom,
  note: row.note,
});
