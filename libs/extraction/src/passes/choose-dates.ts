import { speechActs } from '../lexicon/speech';
import { lastBefore, type Clause, type DateMention } from '../doc';
import { dateWith } from '../with';

/** A date so near to a verb of speech is the day of the statement. */
const REPORT_REACH = 4;

/** Clause that holds the token, by binary search. */
export const clauseAt = (clauses: readonly Clause[], token: number): Clause | undefined =>
  clauses[Math.max(0, lastBefore(clauses, token))];

/** How far behind the opener of a clause "until" and its day may stand. */
const OPENING = 3;

/** "24 points are suspended | until August 12, and the rises are taken back": the end belongs to what goes before it. */
const ownerOf = (clauses: readonly Clause[], date: DateMention): Clause | undefined => {
  const at = Math.max(0, lastBefore(clauses, date.from));
  const [before, clause] = [clauses[at - 1], clauses[at]];
  const opens = clause !== undefined && date.role === 'until' && date.from - clause.from <= OPENING;
  return opens && before?.sentence === clause.sentence && before.verbs.length > 0 ? before : clause;
};

/** "They agreed on Saturday to meet": the day stands with the verb that is over, before what is to come. */
const standsWithPast = (clause: Clause, date: DateMention): boolean => {
  const [head, next] = clause.verbs;
  return (
    head !== undefined &&
    /^(?:past|perfect|past-perfect)$/.test(head.tense) &&
    next?.infinitive === true &&
    date.to <= next.from &&
    date.role === 'at'
  );
};

const isStart = ({ role }: DateMention): boolean => role === 'from' || role === 'by';

const looksAhead = (clause: Clause | undefined, date: DateMention): boolean => {
  if (clause === undefined) return date.role === 'until';
  if (standsWithPast(clause, date)) return false;
  // "Until Thursday, speculation swirled": it is over; "runs until Thursday" is not.
  if (date.role === 'until') return clause.tense === 'future' || date.from - clause.from > OPENING;
  if (clause.tense === 'future')
    return clause.verbs[0]?.modal !== 'would' || clause.speaker !== null || date.role !== 'since';
  return clause.tense === 'present' && (isStart(date) || clause.verbs[0]?.progressive === true);
};

const ofReport = (clause: Clause | undefined, date: DateMention): boolean => {
  const verb = clause?.verbs[0];
  if (verb === undefined || clause?.verbs.length !== 1 || !speechActs.has(verb.lemma)) return false;
  return date.kind === 'day' && date.from - verb.to <= REPORT_REACH && verb.from - date.to <= REPORT_REACH;
};

/** "Met from Tuesday to Wednesday": the end of what is over. */
const endsPast = (clause: Clause | undefined, date: DateMention, before: DateMention | undefined): boolean =>
  date.role === 'until' &&
  before?.role === 'from' &&
  date.from - before.to <= 1 &&
  /^(?:past|perfect|past-perfect)$/.test(clause?.tense ?? '');

const DAY_MS = 86_400_000;
const YEAR_DAYS = 300;
/** So many days ahead a day without a year is rather the one to come than the one of last year. */
const NEAR_DAYS = 45;

/** "The talks go on until 6 April", told on the 5th: no day of last year. */
const isNearAhead = (clause: Clause | undefined, date: DateMention, published: string | null): boolean => {
  if (date.kind !== 'day' || published === null || date.past === null || date.future === null) return false;
  const days = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / DAY_MS;
  return (
    days(date.past, date.future) > YEAR_DAYS &&
    days(published, date.future) <= NEAR_DAYS &&
    !/^(?:past|perfect|past-perfect)$/.test(clause?.tense ?? 'none')
  );
};

/** The tense of the clause that owns a date picks between the day behind and the day ahead. */
export const chooseDates = (
  dates: readonly DateMention[],
  clauses: readonly Clause[],
  published: string | null = null,
): DateMention[] =>
  dates.map((date, i) => {
    const clause = ownerOf(clauses, date);
    const report = ofReport(clause, date);
    const over = date.role === 'since' || endsPast(clause, date, dates[i - 1]);
    const ahead = !report && !over && (looksAhead(clause, date) || isNearAhead(clause, date, published));
    return dateWith(date, { date: ahead ? date.future : date.past, ofReport: report });
  });
