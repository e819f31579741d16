import { createClusters } from '../evidence/clusters';
import { type Source } from '../evidence/assertion';
import { type Segment } from '../ledger/belief';
import { askedInstant, dayOfInstant } from '../shared/calendar';
import { compareText, equal } from '../shared/equal';
import { firstNot } from '../shared/sorted';
import { type Day, type Instant } from '../shared/primitives';
import { type FactRow, type Moment } from '../state.types';
import { type Reading } from '../values';
import { isKnown, isSpeaking, knownToOf, type FacetFile, type Held, type Relation } from './relation-data';
import { type OpenRow, type Sweep } from './sweep.types';

// The beliefs about one facet, as rectangles over days and moments of knowledge. They are found by going through the
// ledger in the order of publication once more: what a reading was at every moment is the same whatever came first here.

const createSweep = (relation: Relation, { ref }: FacetFile): Sweep => {
  const clusters = createClusters(relation.nearDuplicates);
  const belief = ref.believe({ policy: relation.policy, clusterOf: clusters.clusterOf });
  return { belief, clusters, moment: '', open: [], closed: [], closedNow: [] };
};

interface Run {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reading: Reading;
}

/** The longest stretches of days with one reading, within [from, to). */
const runsWithin = (segments: readonly Segment[], from: Day, to: Day | null): readonly Run[] => {
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
    if (last !== null && equal(last.reading, segment.reading)) continue;
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
const openRow = (sweep: Sweep, run: Run): OpenRow => {
  const closed = sweep.closedNow.find((row) => sameRow(row, run));
  if (closed === undefined) return { ...run, knownFrom: sweep.moment };
  sweep.closedNow = sweep.closedNow.filter((row) => row !== closed);
  return { ...run, reading: closed.reading, knownFrom: closed.knownFrom };
};

/** Brings the rows in [from, to) to what is believed now. Rows that touch the stretch are looked at whole. */
const reopen = (sweep: Sweep, from: Day, to: Day | null): void => {
  const first = firstNot(sweep.open, ({ validTo }) => validTo !== null && validTo < from);
  const after = to === null ? sweep.open.length : firstNot(sweep.open, ({ validFrom }) => validFrom <= to);
  const old = sweep.open.slice(first, after);
  const start = old[0] !== undefined && old[0].validFrom < from ? old[0].validFrom : from;
  const last = old.at(-1);
  const end =
    to === null || last === undefined || (last.validTo !== null && last.validTo < to) ? to : last.validTo;
  const runs = runsWithin(sweep.belief.segments(), start, end);
  for (const row of old) {
    if (runs.some((run) => sameRow(row, run)) || row.knownFrom === sweep.moment) continue;
    sweep.closedNow.push(toRow(row, sweep.moment));
  }
  const rows = runs.map((run) => old.find((row) => sameRow(row, run)) ?? openRow(sweep, run));
  sweep.open.splice(first, after - first, ...rows);
};

const moveTo = (sweep: Sweep, moment: Instant): void => {
  if (moment === sweep.moment) return;
  sweep.closed.push(...sweep.closedNow);
  sweep.closedNow = [];
  sweep.moment = moment;
};

const settle = (sweep: Sweep): void => {
  const replaced = sweep.belief.settle();
  if (replaced === null) return;
  const { index, before, after } = replaced;
  const from = [before[0]?.from, after[0]?.from].filter((day) => day !== undefined).sort()[0];
  if (from !== undefined) reopen(sweep, from, sweep.belief.segments()[index + after.length]?.from ?? null);
};

/** Texts of other facets may join two of this one: those that lead from a new text to known ones are put in with it. */
const addSource = (relation: Relation, { clusters, moment }: Sweep, source: Source): readonly Source[] => {
  const own = relation.nearDuplicates.wordingOf(source);
  const moved: Source[] = [];
  const waiting = new Set(own === undefined || clusters.has(own) ? [] : own.neighbours);
  for (const wording of waiting) {
    if (clusters.has(wording)) continue;
    const speaking = wording.sources.find((one) => isSpeaking(relation, one, moment));
    if (speaking === undefined) continue;
    moved.push(...clusters.add(speaking));
    for (const next of wording.neighbours) waiting.add(next);
  }
  return [...moved, ...clusters.add(source)];
};

interface Step {
  readonly moment: Instant;
  readonly held: Held;
  readonly enters: boolean;
}

const stepsOf = (held: Held): readonly Step[] => {
  const from = held.assertion.source.publishedAt;
  const to = knownToOf(held);
  if (to !== null && to <= from) return [{ moment: from, held, enters: false }];
  return [
    { moment: from, held, enters: true },
    ...(to === null ? [] : [{ moment: to, held, enters: false }]),
  ];
};

const byMoment = (a: Step, b: Step): number => compareText(a.moment, b.moment);

const take = (relation: Relation, file: FacetFile, sweep: Sweep, { held, enters }: Step): void => {
  const { assertion } = held;
  const { source } = assertion;
  if (enters) {
    const moved = addSource(relation, sweep, source);
    sweep.belief.add(assertion);
    regroup(file, sweep, moved);
    return;
  }
  sweep.belief.remove(assertion);
  if (!isSpeaking(relation, source, sweep.moment)) regroup(file, sweep, sweep.clusters.remove(source));
};

const regroup = (file: FacetFile, sweep: Sweep, moved: readonly Source[]): void => {
  if (moved.length === 0) return;
  const sources = new Set(moved);
  const held = file.ledger.filter((one) => sources.has(one.assertion.source) && isKnown(one, sweep.moment));
  sweep.belief.regroup(held.map(({ assertion }) => assertion));
};

/** Goes on from where the sweep is, or from the start where something came to be known before that. */
const sweepOf = (relation: Relation, file: FacetFile): Sweep => {
  const { sweep: old, pending } = file;
  if (old !== null && pending.since === null) return old;
  const since = pending.since ?? '';
  const goesOn = old !== null && since >= old.moment;
  const sweep = goesOn ? old : createSweep(relation, file);
  const steps = (goesOn ? [...pending.held] : file.ledger)
    .flatMap(stepsOf)
    .filter(({ moment }) => !goesOn || moment >= since)
    .sort(byMoment);
  for (const [i, step] of steps.entries()) {
    moveTo(sweep, step.moment);
    take(relation, file, sweep, step);
    if (steps[i + 1]?.moment !== step.moment) settle(sweep);
  }
  file.sweep = sweep;
  file.pending = { held: new Set(), since: null };
  return sweep;
};

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
