import { segmentAt, type Belief, type Replaced, type Segment } from '../ledger/belief';
import { type Day } from '../shared/primitives';
import { type Change } from '../state.types';
import { type Reading } from '../values';
import { changeBetween, sameReading } from './change';

/** From which day on the facet has told what it tells on `day`. */
const heldSince = (segments: readonly Segment[], day: Day): Day => {
  let index = segments.findLastIndex(({ from }) => from <= day);
  const now = segments[index];
  if (now === undefined) return day;
  while (index > 0 && sameReading(segments[index - 1]?.reading ?? null, now.reading)) index -= 1;
  return segments[index]?.from ?? day;
};

/** The first day before `day` that tells another story than it did, with both stories. */
const firstRewritten = (
  belief: Belief,
  { index, before, after }: Replaced,
  day: Day,
): { readonly on: Day; readonly was: Reading | null; readonly is: Reading | null } | null => {
  const earlier = belief.segments()[index - 1]?.reading ?? null;
  const days = [...new Set([...before, ...after].map(({ from }) => from))]
    .filter((from) => from < day)
    .sort();
  for (const on of days) {
    const was = (segmentAt(before, on) ?? { reading: earlier }).reading;
    const is = (segmentAt(after, on) ?? { reading: earlier }).reading;
    if (!sameReading(was, is)) return { on, was, is };
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
  const now = changeBetween(was, is, { effective, late, corrects: late && effective < day });
  if (now !== null) return now;
  const past = firstRewritten(belief, replaced, day);
  return past === null
    ? null
    : changeBetween(past.was, past.is, { effective: past.on, late, corrects: true });
};

/** What a reader sees change because days went by, from the day after `from` to `to`. */
export const passDays = (belief: Belief, from: Day, to: Day): readonly Change[] =>
  belief
    .segments()
    .filter((segment) => segment.from > from && segment.from <= to)
    .map((segment, i, passed) => {
      const before = i === 0 ? belief.at(from) : (passed[i - 1]?.reading ?? null);
      return changeBetween(before, segment.reading, {
        effective: segment.from,
        late: false,
        corrects: false,
      });
    })
    .filter((change): change is Change => change !== null);
