import { addDays, dayOfInstant } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Day } from '../shared/primitives';
import { type Change, type FactRow } from '../state.types';
import { type Reading } from '../values';
import { changeBetween } from './change';
import { factRows, probe } from './fact-rows';
import { type Relation } from './relation-data';

/** The days on which a reader may see another value than the day before: a row begins or ends, or comes to be believed. */
const turningDays = (rows: readonly FactRow[], from: Day, to: Day): readonly Day[] => {
  const days = rows.flatMap(({ validFrom, validTo, knownFrom, knownTo }) =>
    [validFrom, validTo, dayOfInstant(knownFrom), knownTo === null ? null : dayOfInstant(knownTo)].filter(
      (day): day is Day => day !== null && day >= from && day <= to,
    ),
  );
  return [...new Set(days)].sort();
};

const readingOn = (rows: readonly FactRow[], day: Day): Reading | null =>
  probe(rows, { asOf: day, knownAt: day })?.reading ?? null;

const changesOf = (rows: readonly FactRow[], from: Day, to: Day): readonly Change[] =>
  turningDays(rows, from, to)
    .map((day) =>
      changeBetween(readingOn(rows, addDays(day, -1)), readingOn(rows, day), {
        effective: day,
        until: null,
        late: false,
        corrects: false,
      }),
    )
    .filter((change): change is Change => change !== null);

/**
 * What a careful reader would have seen change from day to day: the difference of what each day told at its end and what
 * the day before told at its own. A pure function of what is recorded, whatever the order in which it came.
 */
export const timeline = (
  relation: Relation,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly Change[] =>
  [...relation.facets.keys()]
    .flatMap((facet) => changesOf(factRows(relation, facet), from, to))
    .sort((a, b) => compareText(a.effective, b.effective) || compareText(a.facet, b.facet));
