import { daysBetween } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { type TensionValue } from '../values';
import { type Happening } from './happening';
import weights from './weights.json';

// Points are whole thousandths, so that their sum does not depend on the order of adding.
const THOUSAND = 1000;

const fade = (days: number): number => 2 ** (-days / weights.halfLifeDays);

/** What is left of a happening on a day, in thousandths of a point; tenser is positive. */
export const pointsOn = ({ easing, confidence, day }: Happening, asOf: Day): number =>
  Math.round(-easing * confidence * fade(daysBetween(day, asOf)) * THOUSAND);

export const toPoints = (thousandths: number): number => thousandths / THOUSAND;

const valueOf = (acts: number, threats: number): TensionValue => ({
  type: 'tension',
  index: toPoints(acts + threats),
  acts: toPoints(acts),
  threats: toPoints(threats),
  weights: weights.version,
});

/** What the index comes to on a day on which something happened, and the observations behind what weighs most in it. */
export interface Level {
  readonly value: TensionValue;
  readonly because: readonly string[];
}

export const NOUGHT: Level = { value: valueOf(0, 0), because: [] };

const STRONGEST = 3;

const heaviestFirst = (a: readonly [Happening, number], b: readonly [Happening, number]): number =>
  Math.abs(b[1]) - Math.abs(a[1]);

/** `happenings`: those of the window that ends with the day, each once, in an order that is always the same. */
export const levelOn = (happenings: readonly Happening[], day: Day): Level => {
  const weighed = happenings.map((one) => [one, pointsOn(one, day)] as const);
  const sum = (kind: Happening['kind']): number =>
    weighed.reduce((total, [one, points]) => (one.kind === kind ? total + points : total), 0);
  const heaviest = weighed
    .filter(([, points]) => points !== 0)
    .sort(heaviestFirst)
    .slice(0, STRONGEST);
  return {
    value: valueOf(sum('act'), sum('threat')),
    because: [...new Set(heaviest.flatMap(([{ because }]) => because))],
  };
};

/** The same some days later, when nothing has happened since: both parts fade, and after the window nothing is left. */
export const faded = (level: Level, days: number): Level => {
  if (days === 0) return level;
  if (days > weights.windowDays) return NOUGHT;
  const left = (points: number): number => Math.round(points * THOUSAND * fade(days));
  return { value: valueOf(left(level.value.acts), left(level.value.threats)), because: level.because };
};
