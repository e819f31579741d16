import { askedInstant, dayOfInstant } from '../shared/calendar';
import { type Instant } from '../shared/primitives';
import { type FactRow, type Moment } from '../state.types';
import { byDayAndMoment, rowsSince } from './open-rows';
import { type Relation } from './relation-data';
import { sweepOf } from './sweep';
import { type Rows } from './sweep.types';
import { readingOn, TENSION } from './tension-facet';
import { tensionRowsOf } from './tension-rows';

const rowsOf = (relation: Relation, facet: string): Rows | null => {
  if (facet === TENSION) return tensionRowsOf(relation);
  const file = relation.facets.get(facet);
  return file === undefined ? null : sweepOf(relation, file);
};

/**
 * All that was ever believed of a facet: for each day and each moment of knowledge one row, or none. A pure function of
 * what is recorded; one published last alters the open rows alone. `since` leaves out rows given up by that moment.
 */
export const factRows = (relation: Relation, facet: string, since: Instant = ''): readonly FactRow[] => {
  const rows = rowsOf(relation, facet);
  return rows === null ? [] : [...rowsSince(rows, since)].sort(byDayAndMoment);
};

/**
 * The row that answers for a day and a moment of knowledge, with what it reads on that day; null: nothing was believed, and
 * of the tension: nothing had happened.
 */
export const probe = (rows: readonly FactRow[], moment: Required<Moment>): FactRow | null => {
  const asOf = dayOfInstant(moment.asOf);
  const knownAt = askedInstant(moment.knownAt);
  const found = rows.find(
    (row) =>
      row.validFrom <= asOf &&
      (row.validTo === null || asOf < row.validTo) &&
      row.knownFrom <= knownAt &&
      (row.knownTo === null || knownAt < row.knownTo),
  );
  return found === undefined ? null : { ...found, reading: readingOn(found.reading, found.validFrom, asOf) };
};
