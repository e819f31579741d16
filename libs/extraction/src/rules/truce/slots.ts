import { inside, type DateMention, type Span } from '../../doc';
import { dates, nearest, values } from '../helpers';
import { type Hit } from '../rule';

const DAY_MINUTES = 1440;
const LONGEST_DAYS = 2000;

/** "90-day", "for one year", "of six months", in days; "three weeks ago" is none. */
export const daysIn = (hit: Hit, part: Span): number | null => {
  const found = values(hit.doc, part, 'duration').filter(
    (v) =>
      /^(?:day|week|month|year)$/.test(v.unit) &&
      !/^(?:ago|later|earlier|before|after|remain)$/.test(hit.doc.tokens[v.to]?.lower ?? ''),
  );
  const near = nearest(found, hit);
  const days = near === undefined ? null : Math.round(near.value / DAY_MINUTES);
  return days === null || days > LONGEST_DAYS || days < 3 ? null : days;
};

/** Day on which it ends, told with "until", "expires" and the like. */
export const untilIn = (hit: Hit, ...parts: readonly Span[]): string | null => {
  for (const part of parts) {
    const found = nearest(
      inside(hit.doc.dates, part).filter((d) => d.role === 'until' && d.date !== null),
      hit,
    );
    if (found !== undefined) return found.future ?? found.date;
  }
  return null;
};

const usable = (d: DateMention): boolean => d.role !== 'until' && d.role !== 'by';

/** Day that its verb tells: the nearest date of the verb's clause. */
export const dateIn = (hit: Hit, ...parts: readonly Span[]): string | null => {
  for (const part of parts) {
    const found = nearest(dates(hit.doc, part).filter(usable), hit);
    if (found !== undefined) return behind(hit, found);
  }
  return null;
};

const behind = (hit: Hit, d: DateMention): string | null =>
  d.date !== null && hit.doc.published !== null && d.date > hit.doc.published ? d.past : d.date;
