import { type Clause } from '../doc';

/** What is known of an act when its status is looked up. */
export interface StatusKey {
  /** Trigger class, as the rows name it: `impose`, `suspend`, `meet`, `deal` … */
  readonly class: string;
  readonly tense: string;
  readonly modality: string;
  readonly negated: boolean;
  /** How definite a time to come is: `day` (also month or year), `firm`, `vague` or `none`. */
  readonly when: string;
}

/** A row of a type's `status.json`: the first that fits wins, a part left out fits everything. */
export interface StatusRow {
  readonly class: string;
  readonly tense?: readonly string[];
  readonly modality?: readonly string[];
  readonly negated?: boolean;
  readonly when?: readonly string[];
  readonly status: string;
}

const allows = (allowed: readonly string[] | undefined, value: string): boolean =>
  allowed === undefined || allowed.includes(value);

const fits = (row: StatusRow, key: StatusKey): boolean =>
  row.class === key.class &&
  allows(row.tense, key.tense) &&
  allows(row.modality, key.modality) &&
  allows(row.when, key.when) &&
  (row.negated === undefined || row.negated === key.negated);

/**
 * Reader of a type's table. Throws at load where a row names a status that the type does not have.
 * The look-up answers null where no row fits: an unforeseen combination is no observation, never a guess.
 */
export const statusTable = <S extends string>(
  rows: readonly StatusRow[],
  statuses: readonly S[],
): ((key: StatusKey) => S | null) => {
  const known = rows.map((row) => {
    const status = statuses.find((s) => s === row.status);
    if (status === undefined)
      throw new Error(`status table: no such status: ${row.status} (class ${row.class})`);
    return { row, status };
  });
  return (key) => known.find(({ row }) => fits(row, key))?.status ?? null;
};

/** The part of a key that the clause gives. */
export const clauseKey = (clause: Clause): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => ({
  tense: clause.tense,
  modality: clause.modality,
  negated: clause.negated,
});
