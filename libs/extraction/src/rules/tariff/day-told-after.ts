import { type Doc, type Sentence } from '../../doc';
import { dates, words } from '../helpers';
import { type Told } from './reading';
import { within } from './zones';

const begins =
  / (?:the (?:new |higher |extra |additional |increased |latest |two )?(?:rates?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|increases?|hikes?|rises?|measures?|charges?|changes?)|both(?: sets)?(?: of (?:duties|tariffs))?|they|it|these|those) (?:\w+ ){0,3}(?:appl(?:y|ies)|begins?|begin|starts?|takes? effect|took effect|comes? into|came into|enters?|holds?|kicks? in|goes? into|went into|effective|due) /;

/** "The higher rate applies from April 10": the day that a sentence without a rate gives to the duties before it, or null. */
const dayIn = (doc: Doc, sentence: Sentence): string | null => {
  if (!begins.test(` ${words(doc, within(sentence, sentence))} `)) return null;
  const day = dates(doc, sentence).find((d) => d.kind === 'day' && d.role !== 'until');
  if (day === undefined || doc.published === null) return null;
  // "Both sets of duties begin next Monday", said as a plain present
  const later = / (?:begin|start|apply|applies|take|takes|hold|holds|due) /.test(` ${words(doc, sentence)} `);
  return later && day.past !== day.future ? day.future : day.date;
};

const fits = ({ fields }: Told, day: string, published: string): boolean => {
  const ahead = day > published;
  if (fields.status === 'announced' ? !ahead : fields.status !== 'in_effect' || ahead) return false;
  return fields.effective === null || (ahead && fields.effective <= published);
};

/** The duties of the sentence before, with the day on which this one says that they begin. */
export const withDayAfter = (all: Told[], doc: Doc, sentence: Sentence): Told[] => {
  const last = all[all.length - 1]?.zone.sentence.i ?? -9;
  const day = sentence.i - last <= 2 && sentence.i > last ? dayIn(doc, sentence) : null;
  const { published } = doc;
  if (day === null || published === null) return all;
  return all.map((t) =>
    t.zone.sentence.i === last && fits(t, day, published)
      ? { ...t, fields: { ...t.fields, effective: day } }
      : t,
  );
};
