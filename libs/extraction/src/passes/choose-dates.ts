import { speechActs } from '../lexicon/speech';
import { lastBefore, type Clause, type DateMention } from '../doc';

/** A date so near to a verb of speech is the day of the statement. */
const REPORT_REACH = 4;

/** Clause that holds the token, by binary search. */
export const clauseAt = (clauses: readonly Clause[], token: number): Clause | undefined =>
  clauses[Math.max(0, lastBefore(clauses, token))];

const looksAhead = (clause: Clause | undefined, date: DateMention): boolean => {
  if (clause === undefined) return date.role === 'until';
  // "Until Thursday, speculation swirled": it is over; "runs until Thursday" is not.
  if (date.role === 'until') return clause.tense === 'future' || date.from - clause.from > 3;
  if (clause.tense === 'future')
    return clause.verbs[0]?.modal !== 'would' || clause.speaker !== null || date.role !== 'since';
  return (
    clause.tense === 'present' &&
    (date.role === 'from' || date.role === 'by' || clause.verbs[0]?.progressive === true)
  );
};

const ofReport = (clause: Clause | undefined, date: DateMention): boolean => {
  const verb = clause?.verbs[0];
  if (verb === undefined || clause?.verbs.length !== 1 || !speechActs.has(verb.lemma)) return false;
  return date.kind === 'day' && date.from - verb.to <= REPORT_REACH && verb.from - date.to <= REPORT_REACH;
};

/** The tense of the clause that owns a date picks between the day behind and the day ahead. */
export const chooseDates = (dates: readonly DateMention[], clauses: readonly Clause[]): DateMention[] =>
  dates.map((date) => {
    const clause = clauseAt(clauses, date.from);
    const report = ofReport(clause, date);
    const ahead = !report && date.role !== 'since' && looksAhead(clause, date);
    return { ...date, date: ahead ? date.future : date.past, ofReport: report };
  });
