import { type Belief } from '../ledger/belief';
import { type Policy } from '../policy/policy.types';
import { addDays } from '../shared/calendar';
import { equal } from '../shared/equal';
import { firstNot, insertAt } from '../shared/sorted';
import { type Day } from '../shared/primitives';
import { type Reading } from '../values';
import { type Happening } from './happening';
import { levelOn, type Level } from './level';
import { once } from './once';
import weights from './weights.json';

interface Node {
  readonly from: Day;
  readonly reading: Reading;
}

/** The index from one day on which something happened to the next, kept while what happened comes to be known. */
export interface TensionBelief extends Pick<Belief, 'settle' | 'segments'> {
  /** What happened on a facet in [from, to] (`to` null: without end) is this now. */
  readonly tell: (facet: string, from: Day, to: Day | null, happenings: readonly Happening[]) => void;
}

export const createTensionBelief = (policy: Policy, toReading: (level: Level) => Reading): TensionBelief => {
  const byDay = new Map<Day, readonly Happening[]>();
  const days: Day[] = [];
  const nodes: Node[] = [];
  const dirty = new Set<Day>();

  const daysIn = (from: Day, to: Day | null): readonly Day[] =>
    days.slice(
      firstNot(days, (day) => day < from),
      to === null ? days.length : firstNot(days, (day) => day <= to),
    );

  const put = (day: Day, happenings: readonly Happening[]): void => {
    const index = firstNot(days, (other) => other < day);
    if (happenings.length === 0) {
      if (byDay.delete(day)) days.splice(index, 1);
      return;
    }
    if (!byDay.has(day)) insertAt(days, index, day);
    byDay.set(day, happenings);
  };

  const tellDay = (day: Day, facet: string, fresh: readonly Happening[]): void => {
    const there = byDay.get(day) ?? [];
    const own = there.filter((one) => one.facet === facet);
    if (equal(own, fresh)) return;
    dirty.add(day);
    put(day, [...there.filter((one) => one.facet !== facet), ...fresh]);
  };

  /** What happened in [from, to], each event once, by what is told of it up to a little earlier and later. */
  const happenedIn = (from: Day, to: Day): readonly Happening[] => {
    const around = daysIn(addDays(from, -weights.latelyDays), addDays(to, weights.latelyDays));
    const all = once(
      around.flatMap((day) => byDay.get(day) ?? []),
      policy,
    );
    return all.filter(({ day }) => day >= from && day <= to);
  };

  const nodesIn = (from: Day, to: Day): readonly Node[] => {
    const happened = happenedIn(addDays(from, -weights.windowDays), to);
    const turns = [...new Set(happened.map(({ day }) => day))].filter((day) => day >= from).sort();
    return turns.map((day) => {
      const since = addDays(day, -weights.windowDays);
      const counted = happened.filter((one) => one.day >= since && one.day <= day);
      return { from: day, reading: toReading(levelOn(counted, day)) };
    });
  };

  return {
    tell: (facet, from, to, happenings) => {
      const told = happenings.map(({ day }) => day);
      for (const day of new Set([...daysIn(from, to), ...told])) {
        tellDay(
          day,
          facet,
          happenings.filter((one) => one.day === day),
        );
      }
    },
    settle: () => {
      const [first, ...rest] = [...dirty].sort();
      if (first === undefined) return null;
      dirty.clear();
      const from = addDays(first, -weights.latelyDays);
      const to = addDays(rest.at(-1) ?? first, weights.latelyDays + weights.windowDays);
      const index = firstNot(nodes, (node) => node.from < from);
      const after = nodesIn(from, to);
      const before = nodes.splice(index, firstNot(nodes, (node) => node.from <= to) - index, ...after);
      return before.length === 0 && after.length === 0 ? null : { index, before, after };
    },
    segments: () => nodes,
  };
};
