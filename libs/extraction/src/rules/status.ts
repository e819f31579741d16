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

/** The parts that a row asks for, as an analyst reads them: "impose, future, negated". */
const rowText = (row: StatusRow): string =>
  [
    row.class,
    row.tense?.join(' or '),
    row.modality?.join(' or '),
    row.when === undefined ? undefined : `when ${row.when.join(' or ')}`,
    row.negated === undefined ? undefined : row.negated ? 'negated' : 'not negated',
  ]
    .filter((part) => part !== undefined)
    .join(', ');

const keyText = (key: StatusKey): string =>
  [key.class, key.tense, key.modality, `when ${key.when}`, ...(key.negated ? ['negated'] : [])].join(', ');

/** Looks a status up; `note` is left the row that decided, for `explain`. */
type StatusTable<S extends string> = (
  key: StatusKey,
  note?: (step: string, detail: string) => void,
) => S | null;

/**
 * Reader of a type's table. Throws at load where a row names a status that the type does not have.
 * The look-up answers null where no row fits: an unforeseen combination is no observation, never a guess.
 */
export const statusTable = <S extends string>(
  rows: readonly StatusRow[],
  statuses: readonly S[],
): StatusTable<S> => {
  const known = rows.map((row, i) => {
    const status = statuses.find((s) => s === row.status);
    if (status === undefined)
      throw new Error(`status table: no such status: ${row.status} (class ${row.class})`);
    return { row, status, name: `row ${i + 1} (${rowText(row)})` };
  });
  return (key, note) => {
    const found = known.find(({ row }) => fits(row, key));
    if (found !== undefined) note?.('status', `${keyText(key)} = ${found.status} by ${found.name}`);
    return found?.status ?? null;
  };
};

/** The part of a key that the clause gives. */
export const clauseKey = (clause: Clause): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => ({
  tense: clause.tense,
  modality: clause.modality,
  negated: clause.negated,
});
