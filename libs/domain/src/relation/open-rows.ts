import { type Segment } from '../ledger/belief';
import { compareText, equal } from '../shared/equal';
import { firstNot } from '../shared/sorted';
import { type Day, type Instant } from '../shared/primitives';
import { type FactRow } from '../state.types';
import { type Reading } from '../values';
import { type OpenRow, type Rows } from './sweep.types';

// The rows that are believed at the moment a sweep has come to, kept to the belief as it changes.

interface Run {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reading: Reading;
}

/** The longest stretches of days with one reading, within [from, to). */
const runsWithin = (
  segments: readonly Segment[],
  { from, to, joins }: { readonly from: Day; readonly to: Day | null; readonly joins: boolean },
): readonly Run[] => {
  const runs: Run[] = [];
  let index = Math.max(0, firstNot(segments, (segment) => segment.from <= from) - 1);
  let last: { from: Day; reading: Reading | null } | null = null;
  const close = (until: Day | null): void => {
    if (last !== null && last.reading !== null && last.from !== until) {
      runs.push({ validFrom: last.from, validTo: until, reading: last.reading });
    }
  };
  for (; index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined || (to !== null && segment.from >= to)) break;
    if (joins && last !== null && equal(last.reading, segment.reading)) continue;
    const start = segment.from < from ? from : segment.from;
    close(start);
    last = { from: start, reading: segment.reading };
  }
  close(to);
  return runs;
};

const sameRow = (row: Run, run: Run): boolean =>
  row.validFrom === run.validFrom && row.validTo === run.validTo && equal(row.reading, run.reading);

const toRow = (row: OpenRow, knownTo: Instant | null): FactRow => ({
  facet: row.reading.facet,
  reading: row.reading,
  validFrom: row.validFrom,
  validTo: row.validTo,
  knownFrom: row.knownFrom,
  knownTo,
  because: row.reading.because,
});

/** Opens a row, or opens again the one that was closed at this very moment. */
const openRow = (sweep: Rows, run: Run): OpenRow => {
  const closed = sweep.closedNow.find((row) => sameRow(row, run));
  if (closed === undefined) return { ...run, knownFrom: sweep.moment };
  sweep.closedNow = sweep.closedNow.filter((row) => row !== closed);
  return { ...run, reading: closed.reading, knownFrom: closed.knownFrom };
};

/** Brings the rows in [from, to) to what is believed now. Rows that touch the stretch are looked at whole. */
const reopen = (sweep: Rows, from: Day, to: Day | null): void => {
  const first = firstNot(sweep.open, ({ validTo }) => validTo !== null && validTo < from);
  const after = to === null ? sweep.open.length : firstNot(sweep.open, ({ validFrom }) => validFrom <= to);
  const old = sweep.open.slice(first, after);
  const start = old[0] !== undefined && old[0].validFrom < from ? old[0].validFrom : from;
  const last = old.at(-1);
  const end =
    to === null || last === undefined || (last.validTo !== null && last.validTo < to) ? to : last.validTo;
  const runs = runsWithin(sweep.belief.segments(), { from: start, to: end, joins: sweep.joins });
  for (const row of old) {
    if (runs.some((run) => sameRow(row, run)) || row.knownFrom === sweep.moment) continue;
    sweep.closedNow.push(toRow(row, sweep.moment));
  }
  const rows = runs.map((run) => old.find((row) => sameRow(row, run)) ?? openRow(sweep, run));
  sweep.open.splice(first, after - first, ...rows);
};

/** Goes on to the next moment of knowledge. */
export const moveTo = (sweep: Rows, moment: Instant): void => {
  if (moment === sweep.moment) return;
  sweep.closed.push(...sweep.closedNow);
  sweep.closedNow = [];
  sweep.moment = moment;
};

/** Folds what came at this moment and brings the rows to it. */
export const settle = (sweep: Rows): void => {
  const replaced = sweep.belief.settle();
  if (replaced === null) return;
  const { index, before, after } = replaced;
  const from = [before[0]?.from, after[0]?.from].filter((day) => day !== undefined).sort()[0];
  if (from !== undefined) reopen(sweep, from, sweep.belief.segments()[index + after.length]?.from ?? null);
};

/** All rows, the closed ones in the order in which they were given up. */
export const allRows = ({ closed, closedNow, open }: Rows): readonly FactRow[] => [
  ...closed,
  ...closedNow,
  ...open.map((row) => toRow(row, null)),
];

/** Rows that were given up before a moment. */
export const closedBefore = ({ closed }: Rows, moment: Instant): readonly FactRow[] =>
  closed.slice(
    0,
    firstNot(closed, ({ knownTo }) => knownTo !== null && knownTo < moment),
  );

/** Rows that were believed just before a moment, by day. */
export const openBefore = (sweep: Rows, moment: Instant): readonly OpenRow[] =>
  allRows(sweep)
    .filter(({ knownFrom, knownTo }) => knownFrom < moment && (knownTo === null || knownTo >= moment))
    .map(({ validFrom, validTo, reading, knownFrom }) => ({ validFrom, validTo, reading, knownFrom }))
    .sort((a, b) => compareText(a.validFrom, b.validFrom));

export const byDayAndMoment = (a: FactRow, b: FactRow): number =>
  compareText(a.validFrom, b.validFrom) || compareText(a.knownFrom, b.knownFrom);

/** Rows still believed after a moment. They are closed in the order of knowledge: the latest stand last. */
export const rowsSince = ({ open, closed, closedNow }: Rows, since: Instant): readonly FactRow[] => {
  const first = firstNot(closed, ({ knownTo }) => knownTo !== null && knownTo <= since);
  return [
    ...closed.slice(first),
    ...closedNow.filter(({ knownTo }) => knownTo !== null && knownTo > since),
    ...open.map((row) => toRow(row, null)),
  ];
};

/** The rows that were believed at a moment, by day: they do not overlap. */
export const rowsAt = (sweep: Rows, knownAt: Instant): readonly FactRow[] =>
  rowsSince(sweep, knownAt)
    .filter(({ knownFrom }) => knownFrom <= knownAt)
    .sort(byDayAndMoment);
