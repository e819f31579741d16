import type { Pool } from 'pg';
import { EventStoreError } from '../errors';
import type { AppendOptions } from '../event-store';
import type { StoredAt } from '../settle';
import { inTransaction, type Transaction } from '../transaction';
import { toAnswers, toArguments, versionsBefore, type Unit } from './batch';
import { isBadData } from './database-errors';
import type { Outcome } from './group-commit';
import { toPosition } from './rows';
import { settle, toError } from './settlement';

/** Attempts at one batch; each but the last settles a unit, or another process appended between two of them. */
const ATTEMPTS = 10;

const APPEND = {
  name: 'es.append',
  text: 'select * from es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
};

interface AppendRow {
  readonly first_position: string | null;
  readonly before: readonly (string | null)[];
  readonly stored_id: readonly string[] | null;
  readonly stored_stream: readonly string[];
  readonly stored_position: readonly string[];
  readonly stored_version: readonly string[];
}

/** Writes batches of units, each unit all or nothing, and finds for each what it came to. */
export class Committer {
  constructor(
    private readonly pool: Pool,
    private readonly logId: () => Promise<number>,
  ) {}

  /** One transaction for all units; tried again without those that turn out to be settled. */
  async commit(units: readonly Unit[]): Promise<readonly Outcome[]> {
    try {
      const outcomes = new Map<Unit, Outcome>();
      for (let attempt = 1; outcomes.size < units.length; attempt++) {
        if (attempt > ATTEMPTS) throw new EventStoreError('contended', 'the streams moved at every attempt');
        const rest = units.filter((unit) => !outcomes.has(unit));
        const settled = await this.write(this.pool, rest);
        settled.forEach((outcome, unit) => outcomes.set(unit, outcome));
      }
      return units.flatMap((unit) => outcomes.get(unit) ?? []);
    } catch (error) {
      if (units.length > 1 && isBadData(error)) return this.oneByOne(units);
      throw error;
    }
  }

  /** One unit with SQL of its caller's in the same transaction, rolled back unless the unit was written now. */
  async commitAlongside(
    unit: Unit,
    alongside: NonNullable<AppendOptions['alongside']>,
  ): Promise<readonly Outcome[]> {
    let outcome: Outcome | undefined;
    // Before the transaction takes a connection: with a pool of one it would wait for itself.
    await this.logId();
    try {
      await inTransaction(this.pool, async (tx) => {
        await alongside(tx);
        outcome = (await this.write(tx, [unit])).get(unit);
        if (!isWritten(outcome)) throw new NotWritten();
      });
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
    }
    return outcome ? [outcome] : [];
  }

  /** Writes all units, or none; then it answers those that are settled. */
  private async write(
    tx: Pick<Transaction, 'query'>,
    units: readonly Unit[],
  ): Promise<ReadonlyMap<Unit, Outcome>> {
    const { rows } = await tx.query<AppendRow>({
      ...APPEND,
      values: [await this.logId(), ...toArguments(units)],
    });
    const row = rows[0];
    if (!row) throw new EventStoreError('no-answer', 'es.append gave no row');
    const before = versionsBefore(units, row.before);
    if (row.first_position === null) return settle(units, toStored(row), before);
    const answers = toAnswers(units, toPosition(row.first_position), before);
    return new Map(units.map((unit, i) => [unit, { appended: answers[i] ?? [] }]));
  }

  /** One unit spoils the batch by what it holds: let the others through. */
  private async oneByOne(units: readonly Unit[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const unit of units)
      outcomes.push(...(await this.commit([unit]).catch((error: unknown) => [{ error: toError(error) }])));
    return outcomes;
  }
}

/** Rolls a transaction back without being an error. */
class NotWritten extends Error {}

const isWritten = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && 'appended' in outcome && outcome.appended.every((answer) => !answer.duplicate);

const toStored = (row: AppendRow): Map<string, StoredAt> =>
  new Map(
    (row.stored_id ?? []).map((id, i) => [
      id,
      {
        stream: row.stored_stream[i] ?? '',
        position: toPosition(row.stored_position[i] ?? '0'),
        version: toPosition(row.stored_version[i] ?? '0'),
      },
    ]),
  );
