import { askedInstant, dayOfInstant } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { firstNot } from '../shared/sorted';
import { type Instant } from '../shared/primitives';
import { type FactRow, type Moment } from '../state.types';
import { toRow } from './open-rows';
import { type Relation } from './relation-data';
import { sweepOf } from './sweep';
import { type Sweep } from './sweep.types';

const byDayAndMoment = (a: FactRow, b: FactRow): number =>
  compareText(a.validFrom, b.validFrom) || compareText(a.knownFrom, b.knownFrom);

/** Rows still believed after a moment. They are closed in the order of knowledge: the latest stand last. */
const rowsSince = ({ open, closed, closedNow }: Sweep, since: Instant): readonly FactRow[] => {
  const first = firstNot(closed, ({ knownTo }) => knownTo !== null && knownTo <= since);
  return [
    ...closed.slice(first),
    ...closedNow.filter(({ knownTo }) => knownTo !== null && knownTo > since),
    ...open.map((row) => toRow(row, null)),
  ];
};

/** The rows that were believed at a moment, by day: they do not overlap. */
export const rowsAt = (sweep: Sweep, knownAt: Instant): readonly FactRow[] =>
  rowsSince(sweep, knownAt)
    .filter(({ knownFrom }) => knownFrom <= knownAt)
    .sort(byDayAndMoment);

/**
 * All that was ever believed of a facet: for each day and each moment of knowledge one row, or none. A pure function of
 * what is recorded; one published last alters the open rows alone. `since` leaves out rows given up by that moment.
 */
export const factRows = (relation: Relation, facet: string, since: Instant = ''): readonly FactRow[] => {
  const file = relation.facets.get(facet);
  return file === undefined ? [] : [...rowsSince(sweepOf(relation, file), since)].sort(byDayAndMoment);
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
