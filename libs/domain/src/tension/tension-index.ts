import { type Segment } from '../ledger/belief';
import { daysBetween } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { firstNot } from '../shared/sorted';
import { type Policy } from '../policy/policy.types';
import { type Day } from '../shared/primitives';
import { type TensionReading } from '../state.types';
import { type Happening } from './happening';
import { happeningsBetween } from './happenings';
import { once } from './once';
import weights from './weights.json';

export const TENSION_WEIGHTS = weights.version;

// Points are whole thousandths, so that their sum does not depend on the order of adding.
const points = ({ easing, confidence, day }: Happening, asOf: Day): number => {
  const decay = 2 ** (-daysBetween(day, asOf) / weights.halfLifeDays);
  return Math.round(-easing * confidence * decay * 1000);
};

const told = new WeakMap<
  Segment,
  { readonly before: Segment | undefined; readonly happenings: readonly Happening[] }
>();

// What happened between two segments is worked out once.
const happeningsAt = (before: Segment | undefined, segment: Segment): readonly Happening[] => {
  const known = told.get(segment);
  if (known !== undefined && known.before === before) return known.happenings;
  const happenings = happeningsBetween(before?.reading ?? null, segment.reading, segment.from);
  told.set(segment, { before, happenings });
  return happenings;
};

/** What happened on a facet in the days that still count. */
const lately = (segments: readonly Segment[], asOf: Day): readonly Happening[] => {
  const found: Happening[] = [];
  const last = firstNot(segments, ({ from }) => from <= asOf);
  for (let index = last - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    if (segment === undefined || daysBetween(segment.from, asOf) > weights.windowDays) break;
    found.push(...happeningsAt(segments[index - 1], segment));
  }
  return found;
};

const thousandths = (sum: number): number => sum / 1000;

/**
 * The tension of a day: what happened, each event once, at its weight and confidence, halved every fortnight since the
 * day it happened. Acts and threats are told apart; their sum is the index. Higher is tenser.
 */
export const tensionOf = (
  facets: readonly (readonly Segment[])[],
  { asOf, policy }: { readonly asOf: Day; readonly policy: Policy },
): TensionReading => {
  const contributions = once(
    facets.flatMap((segments) => lately(segments, asOf)),
    policy,
  )
    .map((one) => ({
      facet: one.facet,
      day: one.day,
      what: one.what,
      kind: one.kind,
      points: points(one, asOf),
      because: one.because,
    }))
    .filter((one) => one.points !== 0)
    .sort(
      (a, b) => compareText(b.day, a.day) || compareText(a.facet, b.facet) || compareText(a.what, b.what),
    );
  const sum = (kind: 'act' | 'threat'): number =>
    contributions.reduce((total, one) => (one.kind === kind ? total + one.points : total), 0);
  const [acts, threats] = [sum('act'), sum('threat')];
  return {
    index: thousandths(acts + threats),
    acts: thousandths(acts),
    threats: thousandths(threats),
    weights: weights.version,
    contributions: contributions.map((one) => ({ ...one, points: thousandths(one.points) })),
  };
};
