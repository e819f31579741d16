import { segmentAt, type Segment } from '../ledger/belief';
import { type Day } from '../shared/primitives';
import { type Change } from '../state.types';
import { type Reading } from '../values';
import { changeBetween } from './change';
import { firstRewritten, heldSince } from './learn';
import { type Relation } from './relation-data';

const readingAt = (segments: readonly Segment[], day: Day): Reading | null =>
  segmentAt(segments, day)?.reading ?? null;

/** What the facet reads differently on the day, or, where it does not, on the first days before it. */
const changeOf = (before: readonly Segment[], after: readonly Segment[], day: Day): Change | null => {
  const effective = heldSince(after, day);
  const now = changeBetween(readingAt(before, day), readingAt(after, day), {
    ...{ effective, until: null, late: false, corrects: effective < day },
  });
  if (now !== null) return now;
  const past = firstRewritten({ before, after, earlier: null }, day);
  return past === null
    ? null
    : changeBetween(past.was, past.is, {
        ...{ effective: past.on, until: past.until, late: false, corrects: true },
      });
};

/** What a reader sees change when the same inputs, folded under one policy, are read under another from now on. By facet. */
export const changesByPolicy = (before: Relation, after: Relation): readonly Change[] =>
  [...new Set([...before.facets.keys(), ...after.facets.keys()])]
    .sort()
    .map((facet) => {
      const segmentsIn = ({ facets }: Relation): readonly Segment[] =>
        facets.get(facet)?.live.segments() ?? [];
      return changeOf(segmentsIn(before), segmentsIn(after), after.day);
    })
    .filter((change) => change !== null)
    .map((change) => ({ ...change, policy: after.policy.version }));
