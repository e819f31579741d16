import { askedInstant, dayOfInstant } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Instant } from '../shared/primitives';
import { type FactRow, type Moment } from '../state.types';
import { toRow } from './open-rows';
import { type Relation } from './relation-data';
import { sweepOf } from './sweep';

const byDayAndMoment = (a: FactRow, b: FactRow): number =>
  compareText(a.validFrom, b.validFrom) || compareText(a.knownFrom, b.knownFrom);

/**
 * All that was ever believed of a facet: for each day and each moment of knowledge one row, or none. A pure function of
 * what is recorded; one published last alters the open rows alone. `since` leaves out rows given up by that moment.
 */
export const factRows = (relation: Relation, facet: string, since: Instant = ''): readonly FactRow[] => {
  const file = relation.facets.get(facet);
  if (file === undefined) return [];
  const sweep = sweepOf(relation, file);
  return [...sweep.closed, ...sweep.closedNow, ...sweep.open.map((row) => toRow(row, null))]
    .filter(({ knownTo }) => knownTo === null || knownTo > since)
    .sort(byDayAndMoment);
};

/** The row that answers for a day and a moment of knowledge; null: nothing was believed. */
export const probe = (rows: readonly FactRow[], moment: Required<Moment>): FactRow | null => {
  const asOf = dayOfInstant(moment.asOf);
  const knownAt = askedInstant(moment.knownAt);
  return (
    rows.find(
      (row) =>
        row.validFrom <= asOf &&
        (row.validTo === null || asOf < row.validTo) &&
        row.knownFrom <= knownAt &&
        (row.knownTo === null || knownAt < row.knownTo),
    ) ?? null
  );
};
