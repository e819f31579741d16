import { segmentAt, type Belief, type Segment } from '../ledger/belief';
import { firstNot } from '../shared/sorted';
import { type Day } from '../shared/primitives';
import { type Change } from '../state.types';
import { type Reading } from '../values';
import { changeBetween, sameReading } from './change';

/** From which day on the facet has told what it tells on `day`. */
export const heldSince = (segments: readonly Segment[], day: Day): Day => {
  let index = firstNot(segments, ({ from }) => from <= day) - 1;
  const now = segments[index];
  if (now === undefined) return day;
  while (index > 0 && sameReading(segments[index - 1]?.reading ?? null, now.reading)) index -= 1;
  return segments[index]?.from ?? day;
};

interface Stories {
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
  /** What was and is told until the first of them begins. */
  readonly earlier: Reading | null;
}

interface Rewritten {
  readonly on: Day;
  readonly until: Day;
  readonly was: Reading | null;
  readonly is: Reading | null;
}

/** The first days before `day` that tell another story than they did, with both stories. */
export const firstRewritten = ({ before, after, earlier }: Stories, day: Day): Rewritten | null => {
  const days = [...new Set([...before, ...after].map(({ from }) => from))]
    .filter((from) => from < day)
    .sort();
  for (const [i, on] of days.entries()) {
    const was = (segmentAt(before, on) ?? { reading: earlier }).reading;
    const is = (segmentAt(after, on) ?? { reading: earlier }).reading;
    if (!sameReading(was, is)) return { on, until: days[i + 1] ?? day, was, is };
  }
  return null;
};

/**
 * Folds what was added to a belief and tells what a reader learns: that the facet reads differently on the relation's
 * day, or, where it does not, that it did on a day before.
 */
export const learn = (belief: Belief, day: Day, late: boolean): Change | null => {
  const was = belief.at(day);
  const replaced = belief.settle();
  if (replaced === null) return null;
  const is = belief.at(day);
  const effective = heldSince(belief.segments(), day);
  const now = changeBetween(was, is, { effective, until: null, late, corrects: late && effective < day });
  if (now !== null) return now;
  const earlier = belief.segments()[replaced.index - 1]?.reading ?? null;
  const past = firstRewritten({ ...replaced, earlier }, day);
  return past === null
    ? null
    : changeBetween(past.was, past.is, { effective: past.on, until: past.until, late, corrects: true });
};

/** What a reader sees change because days went by, from the day after `from` to `to`. */
export const passDays = (belief: Belief, from: Day, to: Day): readonly Change[] => {
  const segments = belief.segments();
  const changes: Change[] = [];
  for (let index = firstNot(segments, (one) => one.from <= from); index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined || segment.from > to) break;
    const before = segments[index - 1]?.reading ?? null;
    const about = { effective: segment.from, until: null, late: false, corrects: false };
    const change = changeBetween(before, segment.reading, about);
    if (change !== null) changes.push(change);
  }
  return changes;
};

/** The first day after `day` on which the facet reads differently, as things stand. */
export const nextTurn = (belief: Belief, day: Day): Day | null => {
  const segments = belief.segments();
  return segments[firstNot(segments, ({ from }) => from <= day)]?.from ?? null;
};
