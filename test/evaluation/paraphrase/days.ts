import { type GoldArticle, type GoldLine, type Value } from '../corpus';
import { findAll, rewrite } from './edits';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const NAMES = MONTHS.join('|');
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const DAY_MONTH = `(?<d1>\\d{1,2}) (?<m1>${NAMES})`;
const MONTH_DAY = `(?<m2>${NAMES}|(?:${SHORT})[.]?) (?<d2>\\d{1,2})(?!\\d|st|nd|rd|th)`;
const DATE = new RegExp(`\\b(?:${DAY_MONTH}|${MONTH_DAY})(?<y>,? 20\\d\\d)?\\b`, 'g');

/** Days that cannot be moved by weeks with the words around them: spans of days, ordinals, months and years alone. */
const UNMOVABLE = [
  new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\s*(?:and|to|or|-|–)\\s*\\d{1,2} (?:${NAMES})`),
  new RegExp(`\\b(?:${NAMES}|(?:${SHORT})[.]?) \\d{1,2}\\s*(?:,|and|to|or|-|–)\\s*\\d{1,2}\\b(?!\\d)`),
  /\b\d{1,2}(?:st|nd|rd|th)\b/,
  /\b(?:last|this|next|that|a|two|three|\d+) (?:month|quarter|year|spring|summer|autumn|winter)s?\b/i,
  /\b(?:spring|summer|autumn|winter|mid-\w+|New Year|month-end|end of)\b/,
  /\b20\d\d-\d\d-\d\d\b/,
];
const MONTH_ALONE = new RegExp(`\\b(?:${NAMES}|(?:${SHORT})[.])`, 'g');

const moved = (day: string, weeks: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

const yearOf = (day: string): string => day.slice(0, 4);

/** The year that a day without one falls in: the nearest to the publication. */
const nearest = (published: string, month: number, day: number): string => {
  const at = (year: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  const year = Number(yearOf(published));
  const far = (of: string): number => Math.abs(Date.parse(of) - Date.parse(published));
  return [at(year - 1), at(year), at(year + 1)].reduce((a, b) => (far(b) < far(a) ? b : a));
};

interface Told {
  readonly day: string;
  readonly write: (day: string) => string;
}

const told = (match: RegExpMatchArray, published: string): Told => {
  const { d1, m1, d2, m2, y = '' } = match.groups ?? {};
  const name = m1 ?? m2 ?? '';
  const month = MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3)));
  const number = Number(d1 ?? d2);
  const year = y === '' ? null : y.slice(-4);
  const pad = (n: number): string => String(n).padStart(2, '0');
  const day = year === null ? nearest(published, month, number) : `${year}-${pad(month + 1)}-${pad(number)}`;
  const write = (to: string): string => {
    const toName = MONTHS[Number(to.slice(5, 7)) - 1] ?? '';
    const toDay = String(Number(to.slice(8)));
    const toYear = y === '' ? '' : y.replace(/20\d\d/, yearOf(to));
    return m1 === undefined ? `${toName} ${toDay}${toYear}` : `${toDay} ${toName}${toYear}`;
  };
  return { day, write };
};

const movable = (article: GoldArticle, weeks: number): boolean => {
  const both = `${article.title}\n${article.text}`;
  if (UNMOVABLE.some((pattern) => pattern.test(both))) return false;
  const withDay = [...both.matchAll(DATE)];
  if ([...both.matchAll(MONTH_ALONE)].length !== withDay.length) return false;
  const days = withDay.map((match) => told(match, article.publishedAt).day);
  const labelled = article.gold.observations.flatMap((line) => DATED.map((field) => line[field]));
  const coarse = labelled.some((value) => typeof value === 'string' && value.length < 10);
  const published = article.publishedAt.slice(0, 10);
  const sameYear = [published, ...days].every((day) => yearOf(day) === yearOf(moved(day, weeks)));
  return !coarse && sameYear;
};

const DATED = ['date', 'until', 'effective'];

const lineAfter = (line: GoldLine, weeks: number): GoldLine => {
  const changed: Record<string, Value> = {};
  for (const field of DATED) {
    const value = line[field];
    if (typeof value === 'string') changed[field] = moved(value, weeks);
  }
  return { ...line, ...changed };
};

/**
 * Every day, that of publication too, moved by whole weeks, so that weekdays stay true. An article that names
 * months or years alone, or whose days would leave their year, stays as it is.
 */
export const otherDays = (article: GoldArticle, weeks: number): GoldArticle => {
  if (!movable(article, weeks)) return article;
  const after = rewrite(
    article,
    findAll(DATE, (match) => {
      const { day, write } = told(match, article.publishedAt);
      return write(moved(day, weeks));
    }),
  );
  return {
    ...after,
    publishedAt: moved(article.publishedAt.slice(0, 10), weeks),
    gold: { ...after.gold, observations: after.gold.observations.map((line) => lineAfter(line, weeks)) },
  };
};
