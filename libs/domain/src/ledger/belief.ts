import { type Assertion } from '../evidence/assertion';
import { type Weighing } from '../evidence/backing';
import { addDays } from '../shared/calendar';
import { compareText, equal } from '../shared/equal';
import { type Day } from '../shared/primitives';
import { firstNot, inserted, spliced } from '../shared/sorted';
import { type Reading } from '../values';
import { openClaim, reconsider, support, withdraw, type OpenClaim } from './claim';
import { type Entry, type FacetLogic } from './facet-logic';
import { toReading } from './reading';

/** From `from` on, until the next segment, the facet reads `reading` (null: nothing). */
export interface Segment {
  readonly from: Day;
  readonly reading: Reading | null;
}

/** Segments [index, index + before.length) were replaced by `after`. */
interface Replaced {
  readonly index: number;
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/**
 * What a set of statements makes of one facet, for every day at once: a list of segments, kept up to date as statements
 * are added and taken out in any order. Only days from the first that changed on are folded again, and only until the
 * state is what it was.
 */
export interface Belief {
  readonly add: (assertion: Assertion) => void;
  readonly remove: (assertion: Assertion) => void;
  /** These sources have become, or are no more, the same text as others. */
  readonly regroup: (assertions: readonly Assertion[]) => void;
  /** Folds what changed since the last call; null when it made no difference. */
  readonly settle: () => Replaced | null;
  readonly segments: () => readonly Segment[];
  readonly at: (day: Day) => Reading | null;
}

/** Read when somebody asks, and once. A class, since a getter of an object of its own weighs as much as eight of these. */
class Node<S> implements Segment {
  private read: { readonly reading: Reading | null } | null = null;

  constructor(
    readonly from: Day,
    readonly state: S,
    private readonly readingOf: (state: S, from: Day) => Reading | null,
  ) {}

  get reading(): Reading | null {
    this.read ??= { reading: this.readingOf(this.state, this.from) };
    return this.read.reading;
  }
}

interface Bucket<W> {
  readonly day: Day;
  claims: OpenClaim<W>[];
}

const byWeightless = <W>(a: OpenClaim<W>, b: OpenClaim<W>): number =>
  compareText(a.firstSaid, b.firstSaid) || compareText(a.key, b.key);

export const segmentAt = <T extends { readonly from: Day }>(
  segments: readonly T[],
  day: Day,
): T | undefined => segments[firstNot(segments, ({ from }) => from <= day) - 1];

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b);

export const createBelief = <W, S>(facet: string, logic: FacetLogic<W, S>, weighing: Weighing): Belief => {
  const buckets = new Map<Day, Bucket<W>>();
  let days: Day[] = [];
  let nodes: Node<S>[] = [];
  let dirtyFrom: Day | null = null;
  let dirtyTo: Day | null = null;

  const readingOf = (state: S, from: Day): Reading | null =>
    toReading(facet, logic.read(state, weighing, from), weighing);

  const soil = (day: Day): void => {
    if (dirtyFrom === null || day < dirtyFrom) dirtyFrom = day;
    if (dirtyTo === null || day > dirtyTo) dirtyTo = day;
  };

  const bucketOf = (day: Day): Bucket<W> => {
    const found = buckets.get(day);
    if (found) return found;
    const bucket = { day, claims: [] };
    buckets.set(day, bucket);
    const index = firstNot(days, (other) => other < day);
    days = inserted(days, index, day);
    return bucket;
  };

  const addEntry = (assertion: Assertion, entry: Entry<W>): void => {
    const bucket = bucketOf(entry.day);
    const claim = bucket.claims.find(({ key }) => key === entry.key);
    if (claim === undefined) {
      const first = openClaim(entry.key, entry.what, assertion);
      bucket.claims = inserted(bucket.claims, bucket.claims.length, first);
    }
    if (claim === undefined || support(weighing, claim, assertion)) soil(entry.day);
  };

  const removeEntry = (assertion: Assertion, entry: Entry<W>): void => {
    const bucket = buckets.get(entry.day);
    const index = bucket?.claims.findIndex(({ key }) => key === entry.key) ?? -1;
    const claim = bucket?.claims[index];
    if (bucket === undefined || claim === undefined || !withdraw(weighing, claim, assertion)) return;
    if (claim.sorted.length === 0) bucket.claims.splice(index, 1);
    if (bucket.claims.length === 0) {
      buckets.delete(entry.day);
      days.splice(days.indexOf(entry.day), 1);
    }
    soil(entry.day);
  };

  const stepOn = (state: S, day: Day): S => {
    const claims = buckets.get(day)?.claims ?? [];
    return logic.step(
      state,
      { day, claims: claims.length > 1 ? claims.sort(byWeightless) : claims },
      weighing,
    );
  };

  /** Folds from `from` on, until the state is what it was (from `settledFrom` at the earliest) or the end. */
  const refold = (from: Day, settledFrom: Day): Replaced => {
    const index = firstNot(nodes, (node) => node.from < from);
    const fresh: Node<S>[] = [];
    let state = nodes[index - 1]?.state ?? logic.start;
    let dayIndex = firstNot(days, (day) => day < from);
    let day = addDays(from, -1);
    let end = nodes.length;
    for (;;) {
      const next = earlier(days[dayIndex] ?? null, logic.wake(state, day));
      if (next === null) break;
      day = next;
      if (days[dayIndex] === day) dayIndex += 1;
      const stepped = stepOn(state, day);
      if (stepped !== state) fresh.push(new Node(day, stepped, readingOf));
      state = stepped;
      if (day >= settledFrom) {
        const after = firstNot(nodes, (node) => node.from <= day);
        const old = nodes[after - 1];
        if (old !== undefined && equal(old.state, state)) {
          end = Math.max(after, index);
          break;
        }
      }
    }
    const before = nodes.slice(index, end);
    nodes = spliced(nodes, index, end - index, fresh);
    return { index, before, after: fresh };
  };

  return {
    add: (assertion) => {
      for (const entry of logic.entries(assertion, weighing)) addEntry(assertion, entry);
    },
    remove: (assertion) => {
      for (const entry of logic.entries(assertion, weighing)) removeEntry(assertion, entry);
    },
    regroup: (assertions) => {
      for (const assertion of assertions) {
        for (const entry of logic.entries(assertion, weighing)) {
          const claim = buckets.get(entry.day)?.claims.find(({ key }) => key === entry.key);
          if (claim !== undefined) reconsider(weighing, claim);
          soil(entry.day);
        }
      }
    },
    settle: () => {
      if (dirtyFrom === null || dirtyTo === null) return null;
      const replaced = refold(dirtyFrom, dirtyTo);
      dirtyFrom = null;
      dirtyTo = null;
      return replaced.before.length === 0 && replaced.after.length === 0 ? null : replaced;
    },
    segments: () => nodes,
    at: (day) => segmentAt(nodes, day)?.reading ?? null,
  };
};
