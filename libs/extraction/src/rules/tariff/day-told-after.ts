import { type DateMention, type Doc, type Sentence } from '../../doc';
import { dates, has, words } from '../helpers';
import { type Told } from './reading';
import { within } from './zones';

const begins =
  / (?:the (?:new |higher |extra |additional |increased |latest |two )?(?:rates?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|increases?|hikes?|rises?|measures?|steps?|moves?|charges?|changes?)|both(?: sets)?(?: of (?:duties|tariffs))?|all of (?:it|this)|they|it|these|those) (?:\w+ ){0,3}(?:appl(?:y|ies)|begins?|begin|starts?|takes? effect|took effect|comes? into|came into|enters?|holds?|kicks? in|goes? into|went into|effective|due|as of|from) /;

const toCome = / (?:begins?|starts?|apply|applies|takes?|holds?|kicks?|enters?|effective|due) /;
const came = / (?:took|came|went|became|entered|began|started) /;

/** Does the day lie nearer ahead than behind? */
const isNearer = ({ past, future }: DateMention, published: string): boolean =>
  past !== future &&
  (past === null ||
    (future !== null &&
      Date.parse(future) - Date.parse(published) < Date.parse(published) - Date.parse(past) + WEEK));
const WEEK = 7 * 86_400_000;

/** "The higher rate applies from April 10": the day that a sentence without a rate gives to the duties before it, or null. */
const dayIn = (doc: Doc, sentence: Sentence): string | null => {
  if (!begins.test(` ${words(doc, within(sentence, sentence))} `)) return null;
  const day = dates(doc, sentence).find((d) => d.kind === 'day' && d.role !== 'until');
  if (day === undefined || doc.published === null) return null;
  // "Both sets of duties begin next Monday", said as a plain present
  const later = has(doc, sentence, toCome) && !has(doc, sentence, came);
  return later && isNearer(day, doc.published) ? day.future : day.date;
};

const fits = ({ fields }: Told, day: string, published: string): boolean => {
  const ahead = day > published;
  if (fields.status === 'announced' ? !ahead : fields.status !== 'in_effect') return false;
  return fields.effective === null || (fields.status === 'announced' && fields.effective <= published);
};

/** "China levied 34 percent. The measure takes effect on Thursday": what is to begin is announced. */
const begun = (t: Told, day: string, published: string): Told => ({
  ...t,
  fields: { ...t.fields, effective: day, status: day > published ? 'announced' : t.fields.status },
});

/** The duties of the sentence before, with the day on which this one says that they begin. */
export const withDayAfter = (all: Told[], doc: Doc, sentence: Sentence): Told[] => {
  const last = all[all.length - 1]?.zone.sentence.i ?? -9;
  const day = sentence.i - last <= 2 && sentence.i > last ? dayIn(doc, sentence) : null;
  const { published } = doc;
  if (day === null || published === null) return all;
  return all.map((t) =>
    t.zone.sentence.i === last && fits(t, day, published) ? begun(t, day, published) : t,
  );
};
