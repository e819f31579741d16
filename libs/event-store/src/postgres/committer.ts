import { DatabaseError, type Pool } from 'pg';
import { EventStoreError } from '../errors';
import type { AppendOptions } from '../event-store';
import type { StoredAt } from '../settle';
import { inTransaction, type Transaction } from '../transaction';
import { toAnswers, toArguments, versionsBefore, type Unit } from './batch';
import { codeOf, isBadData, RACES, WRONG_VERSION } from './database-errors';
import type { Outcome } from './group-commit';
import { toPosition } from './rows';
import { settleConflicts, settleRepeats, toError } from './settlement';

/** Attempts at one batch. Each settles a unit or meets another process's; a batch that settles nothing this often is stuck. */
const ATTEMPTS = 5;

const APPEND = {
  name: 'es.append',
  text: `select first_position, before, known from es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};
const STORED = {
  name: 'es.stored',
  text: `select event_id, stream_id, position, stream_version
           from (select * from es.event where event_id = any ($1::uuid[]) offset 0) e where log_id = $2`,
};

interface AppendRow {
  readonly first_position: string | null;
  readonly before: readonly string[];
}

type Attempt =
  | { readonly is: 'written'; readonly outcomes: readonly Outcome[] }
  | { readonly is: 'known' }
  | { readonly is: 'wrong-version'; readonly before: ReadonlyMap<string, number> }
  | { readonly is: 'raced'; readonly error: Error };

/** Writes batches of units, each unit all or nothing, and finds for each what it came to. */
export class Committer {
  constructor(
    private readonly pool: Pool,
    private readonly logId: () => Promise<number>,
  ) {}

  /** One transaction for all units; tried again without those that turn out to be settled. `alongside` needs a batch of one. */
  async commit(units: readonly Unit[], alongside?: AppendOptions['alongside']): Promise<readonly Outcome[]> {
    const outcomes = new Map<Unit, Outcome>();
    for (let attempt = 1; outcomes.size < units.length; attempt++) {
      const rest = units.filter((unit) => !outcomes.has(unit));
      const result = await this.attempt(rest, alongside);
      const settled = await this.settle(rest, result);
      settled.forEach((outcome, unit) => outcomes.set(unit, outcome));
      if (settled.size === 0 && (attempt >= ATTEMPTS || alongside))
        throw result.is === 'raced'
          ? result.error
          : new EventStoreError('contended', 'the streams moved at every attempt');
    }
    return units.flatMap((unit) => outcomes.get(unit) ?? []);
  }

  private async attempt(units: readonly Unit[], alongside: AppendOptions['alongside']): Promise<Attempt> {
    try {
      if (!alongside) return await this.write(this.pool, units);
      return await inTransaction(this.pool, async (tx) => {
        await alongside(tx);
        const written = await this.write(tx, units);
        // What went alongside was done with the first delivery: roll it back.
        if (written.is === 'known') throw new AlreadyStored();
        return written;
      });
    } catch (error) {
      if (error instanceof AlreadyStored) return { is: 'known' };
      if (error instanceof DatabaseError && codeOf(error) === WRONG_VERSION)
        return { is: 'wrong-version', before: versionsBefore(units, parseVersions(error.detail)) };
      if (RACES.includes(codeOf(error))) return { is: 'raced', error: toError(error) };
      if (units.length > 1 && isBadData(error)) return this.oneByOne(units);
      throw error;
    }
  }

  private async write(tx: Pick<Transaction, 'query'>, units: readonly Unit[]): Promise<Attempt> {
    const { rows } = await tx.query<AppendRow>({
      ...APPEND,
      values: [await this.logId(), ...toArguments(units)],
    });
    const row = rows[0];
    if (!row?.first_position) return { is: 'known' };
    const before = versionsBefore(units, row.before.map(toPosition));
    const answers = toAnswers(units, toPosition(row.first_position), before);
    return { is: 'written', outcomes: answers.map((appended) => ({ appended })) };
  }

  /** One unit spoils the batch by what it holds: let the others through. */
  private async oneByOne(units: readonly Unit[]): Promise<Attempt> {
    const outcomes: Outcome[] = [];
    for (const unit of units)
      outcomes.push(...(await this.commit([unit]).catch((error: unknown) => [{ error: toError(error) }])));
    return { is: 'written', outcomes };
  }

  /**
   * A wrong version or a unique violation may be a redelivery that raced the first delivery: look for the ids, now that the other
   * has committed, before answering.
   */
  private async settle(units: readonly Unit[], result: Attempt): Promise<Map<Unit, Outcome>> {
    if (result.is === 'written')
      return new Map(units.flatMap((unit, i) => (result.outcomes[i] ? [[unit, result.outcomes[i]]] : [])));
    const settled = settleRepeats(units, await this.stored(units.flatMap((unit) => unit.ids)));
    if (result.is !== 'wrong-version') return settled;
    const rest = units.filter((unit) => !settled.has(unit));
    return new Map([...settled, ...settleConflicts(rest, result.before)]);
  }

  private async stored(ids: readonly string[]): Promise<Map<string, StoredAt>> {
    const { rows } = await this.pool.query<{
      event_id: string;
      stream_id: string;
      position: string;
      stream_version: string;
    }>({ ...STORED, values: [ids, await this.logId()] });
    return new Map(
      rows.map((row) => [
        row.event_id,
        {
          stream: row.stream_id,
          position: toPosition(row.position),
          version: toPosition(row.stream_version),
        },
      ]),
    );
  }
}

/** Rolls a transaction back without being an error. */
class AlreadyStored extends Error {}

const parseVersions = (detail: string | undefined): readonly number[] => {
  const parsed: unknown = JSON.parse(detail ?? '[]');
  return Array.isArray(parsed) ? parsed.map(Number) : [];
};
