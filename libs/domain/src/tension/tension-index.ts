import { type Segment } from '../ledger/belief';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { firstNot } from '../shared/sorted';
import { type Day } from '../shared/primitives';
import { type TensionReading } from '../state.types';
import { type Happening } from './happening';
import { happeningsBetween } from './happenings';
import { faded, levelOn, NOUGHT, pointsOn, toPoints, type Level } from './level';
import { once } from './once';
import weights from './weights.json';

export const TENSION_WEIGHTS = weights.version;

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

const happeningsIn = (
  segments: readonly Segment[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly Happening[] => {
  const found: Happening[] = [];
  const first = firstNot(segments, (segment) => segment.from < from);
  for (let index = first; index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined || segment.from > to) break;
    found.push(...happeningsAt(segments[index - 1], segment));
  }
  return found;
};

/** What happened lately, each event once, up to a day. What is told of members a little later counts with them. */
const lately = (facets: readonly (readonly Segment[])[], asOf: Day, policy: Policy): readonly Happening[] => {
  const from = addDays(asOf, -2 * weights.windowDays - weights.latelyDays);
  const to = addDays(asOf, weights.latelyDays);
  const happenings = facets.flatMap((segments) => happeningsIn(segments, { from, to }));
  return once(happenings, policy).filter(({ day }) => day <= asOf);
};

export interface TensionOn extends Level {
  readonly reading: TensionReading;
}

/**
 * The tension of a day: what happened, each event once, at its weight and confidence, halved every fortnight since the
 * day it happened. Acts and threats are told apart; their sum is the index. Higher is tenser.
 */
export const tensionOf = (
  facets: readonly (readonly Segment[])[],
  { asOf, policy }: { readonly asOf: Day; readonly policy: Policy },
): TensionOn => {
  const happenings = lately(facets, asOf, policy);
  const last = happenings.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const since = last === '' ? '' : addDays(last, -weights.windowDays);
  const level =
    last === ''
      ? NOUGHT
      : faded(
          levelOn(
            happenings.filter(({ day }) => day >= since),
            last,
          ),
          daysBetween(last, asOf),
        );
  const contributions = happenings
    .map((one) => ({
      facet: one.facet,
      day: one.day,
      what: one.what,
      kind: one.kind,
      points: toPoints(pointsOn(one, asOf)),
      because: one.because,
    }))
    .filter(({ points }) => points !== 0)
    .sort(
      (a, b) => compareText(b.day, a.day) || compareText(a.facet, b.facet) || compareText(a.what, b.what),
    );
  const { index, acts, threats } = level.value;
  return { ...level, reading: { index, acts, threats, weights: weights.version, contributions } };
};
