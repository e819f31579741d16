import { isDay } from './calendar';
import { type Reading } from './rules/rule';

// What no report means: a misprint, a joke, a text made to do harm. The services refuse such numbers and days (libs/contracts,
// sound.ts; within-reason.spec.ts holds the two together), and with them the whole message, so they are not read.

const MOST: ReadonlyMap<string, number> = new Map([
  ['rate', 100_000],
  ['rateFrom', 100_000],
  ['tradeUsdBn', 1_000_000],
  ['durationDays', 36_525],
  ['durationMinutes', 527_040],
]);
const DATES: ReadonlySet<string> = new Set(['date', 'effective', 'until']);

const isOnCalendar = (date: string): boolean => {
  if (!/^[12]\d{3}(?:-\d\d){0,2}$/.test(date)) return false;
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return year !== undefined && isDay({ y: year, m: month, d: day });
};

/** Can the numbers and days of a reading be meant? */
export const isWithinReason = ({ fields }: Reading): boolean => {
  for (const [name, most] of MOST) {
    const value: unknown = Reflect.get(fields, name);
    if (typeof value === 'number' && !(value >= 0 && value <= most)) return false;
  }
  for (const name of DATES) {
    const value: unknown = Reflect.get(fields, name);
    if (typeof value === 'string' && !isOnCalendar(value)) return false;
  }
  return true;
};
