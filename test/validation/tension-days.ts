import { tension, type Relation, type TensionReading } from '@app/domain';
import { plusDays } from './days';
import { type Series } from './statistics';

// Days on which it is known beforehand which way the index must go.

interface KnownDay {
  readonly day: string;
  readonly way: 'up' | 'down';
  readonly what: string;
}
const KNOWN_DAYS: readonly KnownDay[] = [
  { day: '2018-03-22', way: 'up', what: 'Section 301 duties ordered' },
  { day: '2018-07-06', way: 'up', what: 'first lists in force' },
  { day: '2019-05-10', way: 'up', what: 'List 3 to 25 %' },
  { day: '2019-08-05', way: 'up', what: 'farm purchases stopped, yuan past 7, currency manipulator' },
  { day: '2020-01-15', way: 'down', what: 'Phase One signed' },
  { day: '2025-02-04', way: 'up', what: 'fentanyl tariff in force, China answers' },
  { day: '2025-04-02', way: 'up', what: 'reciprocal tariffs announced' },
  { day: '2025-04-09', way: 'up', what: '104 %, 84 %, 125 %' },
  { day: '2025-05-12', way: 'down', what: 'Geneva' },
  { day: '2025-06-05', way: 'down', what: 'leaders speak for 90 minutes' },
  { day: '2025-10-09', way: 'up', what: 'rare-earth controls' },
  { day: '2025-10-10', way: 'up', what: '100 % more announced' },
  { day: '2025-10-30', way: 'down', what: 'Busan' },
];

export interface Moved extends KnownDay {
  readonly before: number;
  readonly after: number;
  readonly nextDay: number;
  /** Did something move it on that day, and the right way? */
  readonly right: boolean;
  /** The same at the end of the day after: for what the papers told a day later, without the day. */
  readonly rightNextDay: boolean;
  /** What of that day weighs most in the index, the heaviest first. */
  readonly by: readonly string[];
}

const NAMED = 3;

const movedBy = ({ contributions }: TensionReading, day: string): readonly string[] =>
  contributions
    .filter((one) => one.day === day)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, NAMED)
    .map(({ facet, what, points }) => `${facet}: ${what} (${points > 0 ? '+' : ''}${points.toFixed(1)})`);

/** What the things that happened on a day put on the index, at its end. */
const putOn = ({ contributions }: TensionReading, day: string): number =>
  contributions.reduce((sum, one) => (one.day === day ? sum + one.points : sum), 0);

/** The index at the end of each known day against that of the day before, by all articles. */
export const onKnownDays = (relation: Relation): readonly Moved[] =>
  KNOWN_DAYS.map((known) => {
    const at = (days: number): TensionReading => tension(relation, { asOf: plusDays(known.day, days) });
    const [before, after, next] = [at(-1), at(0), at(1)];
    const sign = known.way === 'up' ? 1 : -1;
    const put = putOn(after, known.day);
    const putNext = put + putOn(next, plusDays(known.day, 1));
    return {
      ...known,
      before: before.index,
      after: after.index,
      nextDay: next.index,
      right: sign * put > 0 && sign * (after.index - before.index) > 0,
      rightNextDay: sign * putNext > 0 && sign * (next.index - before.index) > 0,
      by: movedBy(after, known.day),
    };
  });

/** The index and what it is made of, day by day. `tightening` leaves out what eases. */
export const PARTS = ['index', 'acts', 'threats', 'tightening'] as const;
export type Part = (typeof PARTS)[number];

const tightening = ({ contributions }: TensionReading): number =>
  contributions.reduce((sum, { points }) => sum + Math.max(0, points), 0);

export const dailyTension = (relation: Relation, days: readonly string[]): Readonly<Record<Part, Series>> => {
  const readings = days.map((day) => [day, tension(relation, { asOf: day })] as const);
  const series = (of: (reading: TensionReading) => number): Series =>
    new Map(readings.map(([day, reading]) => [day, of(reading)]));
  return {
    index: series(({ index }) => index),
    acts: series(({ acts }) => acts),
    threats: series(({ threats }) => threats),
    tightening: series(tightening),
  };
};
