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
  const [year = '', month = '01', day = '01'] = date.split('-');
  if (year < '1000' || year > '2999') return false;
  const at = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
};

const isFine = (name: string, value: unknown): boolean => {
  if (typeof value === 'string') return !DATES.has(name) || isOnCalendar(value);
  const most = MOST.get(name);
  return most === undefined || typeof value !== 'number' || (value >= 0 && value <= most);
};

/** Can the numbers and days of a reading be meant? */
export const isWithinReason = ({ fields }: Reading): boolean =>
  Object.entries(fields).every(([name, value]) => isFine(name, value));
