import { addDays, daysBetween, isDay, overlap } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import { type TruceLife } from './truce-life';
import { type TruceWord } from './word';

const laterThan = (a: PartialDate, b: PartialDate | null): boolean => b === null || (a > b && !overlap(a, b));

const prolonged = (
  life: TruceLife,
  { act }: TruceWord,
  on: Day,
  until: PartialDate | null,
): TruceLife['extensions'] =>
  act === 'extended' ? [...life.extensions.filter((one) => one.on !== on), { on, until }] : life.extensions;

// An end that is told is taken when it is the first or a later one: told again, an older one does not shorten the truce.
const toldEnd = (life: TruceLife, word: TruceWord, until: PartialDate, day: Day): TruceLife =>
  life.untilTold && !laterThan(until, life.latestUntil)
    ? life
    : { ...life, until, untilTold: true, latestUntil: until, extensions: prolonged(life, word, day, until) };

// Prolonged on a day, with neither end nor length: open-ended from now on.
const openEnd = (life: TruceLife, word: TruceWord, day: Day): TruceLife =>
  word.act === 'extended' ? { ...life, until: null, extensions: prolonged(life, word, day, null) } : life;

// Where only a length is told, the end is reckoned from the day; an end that is told is better.
const reckonedEnd = (life: TruceLife, word: TruceWord, until: PartialDate, day: Day): TruceLife => {
  if ((life.untilTold && word.act !== 'extended') || !laterThan(until, life.until)) return life;
  return { ...life, until, untilTold: false, extensions: prolonged(life, word, day, until) };
};

/** Told again a few days later, a prolongation is the same one. */
const SAME_WITHIN_DAYS = 7;

const isKnown = ({ extensions }: TruceLife, day: Day): boolean =>
  extensions.some(({ on }) => Math.abs(daysBetween(on, day)) <= SAME_WITHIN_DAYS);

// "Another 90 days" are added to the old end, "for 90 days" to the day it was agreed.
const runsFrom = ({ until }: TruceLife, { act }: TruceWord, date: Day): Day =>
  act === 'extended' && isDay(until) && until > date ? until : date;

/** The end of the truce after one more report of its life. */
export const withTerm = (life: TruceLife, word: TruceWord, day: Day): TruceLife => {
  const { until, date, durationDays, dated } = word;
  if (until !== null) return word.told === 'then' ? toldEnd(life, word, until, day) : life;
  if (!dated || !isDay(date) || isKnown(life, day)) return life;
  return durationDays === null
    ? openEnd(life, word, day)
    : reckonedEnd(life, word, addDays(runsFrom(life, word, date), durationDays), day);
};
