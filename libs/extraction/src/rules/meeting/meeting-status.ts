import { inside, wordAt, type Clause, type Span } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';
import { clauseKey, statusTable, type StatusKey } from '../status';
import table from './status.json';
import { type Days } from './slots';

/** Status of a meeting: classes `meet` (a verb of its own), `ahead`, `over`, `wish`, `cancel`, `postpone`, `deny`. */
export const meetingStatus = statusTable(table.rows, [
  'proposed',
  'invited',
  'agreed',
  'scheduled',
  'held',
  'postponed',
  'cancelled',
  'denied',
]);
export type MeetingStatus = NonNullable<ReturnType<typeof meetingStatus>>;

const FORUM = / (?:g ?- ?20|g20|group of (?:20|twenty)|apec|asia - pacific|sidelines) /;

/** How definite a time to come is: a day or month ahead, a window or forum, "soon", or nothing. */
export const whenOf = (hit: Hit, scope: Span, days: Days | null): string => {
  const { doc } = hit;
  const windows = doc.dates.filter((d) => d.from >= scope.from && d.to <= scope.to);
  if (windows.some((d) => d.kind === 'vague')) return 'vague';
  if (days !== null && days.last.length > 4 && isAhead(days.last, doc.published)) return 'day';
  if (windows.some((d) => d.kind === 'firm') || has(doc, scope, FORUM)) return 'firm';
  return 'none';
};

/** Is a date, as precise as told, not before the day of publication? */
export const isAhead = (date: string, published: string | null): boolean =>
  published !== null && date >= published.slice(0, date.length);

const acts: Readonly<Record<string, RegExp>> = {
  postpone: /^(?:postpone|delay|defer|reschedule)$/,
  cancel: /^(?:cancel|scrap|abandon|scuttle)$/,
  wish: /^(?:seek|propose|offer|want|request|ask|urge|suggest|float|demand|hope|consider|mull|prepare|invite)$/,
  ahead: /^(?:agree|plan|schedule|set|expect|arrange|slate|prepare|announce|await)$/,
  hold: /^(?:hold|have|conduct|begin|start|open|conclude|finish|end|close|wrap|last|take|attend|convene|continue|resume|meet|come|go|complete|kick|launch|restart|reopen|gather|be|exchange|get|sit|bring|break|collapse|fall)$/,
};

const classOfVerbs = (clause: Clause): string => {
  for (const verb of clause.verbs)
    for (const [name, pattern] of Object.entries(acts)) if (pattern.test(verb.lemma)) return name;
  return '';
};

const AHEAD = / (?:planned|upcoming|scheduled|forthcoming|future|coming|expected|next|looming) /;
const PAST = / (?:last|previous|first|earlier|latest|recent|second|third|final|past) /;
const POSSIBLE = / (?:possible|potential|proposed|eventual) /;
/** Words between a preposition and the noun that are no reason to stop looking for the preposition. */
const MODIFIERS = new Set(
  "the a an their his her its this that these trade phone telephone video latest two three high level - new state bilateral first second third fourth last previous next long person face planned upcoming scheduled forthcoming future coming expected economic day round weekend 's of return preparatory senior official formal summit peace possible potential proposed eventual earlier recent final past looming another more follow up tariff rounds".split(
    ' ',
  ),
);
const LONGEST_LEAD = 9;

/** Index of the word before the noun's phrase: "after" of "after the two sides' latest talks". */
const leadAt = (hit: Hit): number => {
  const { doc, sentence } = hit;
  const names = inside(doc.mentions, {
    from: Math.max(sentence.from, hit.from - LONGEST_LEAD),
    to: hit.from,
  });
  let i = hit.from - 1;
  while (i >= sentence.from && i >= hit.from - LONGEST_LEAD) {
    const at = i;
    const name = names.find((m) => m.from <= at && m.to > at);
    if (name !== undefined) i = name.from - 1;
    else if (MODIFIERS.has(wordAt(doc.tokens, i))) i -= 1;
    else break;
  }
  return i;
};

const leadClass = (word: string): string => {
  if (/^(?:after|following|during|since|in|at|over)$/.test(word)) return 'over';
  return /^(?:before|until|prepare|of|attend)$/.test(word) ? word : '';
};

/** What the words before the noun make of it: "after a call", "ahead of the summit", "their last meeting". */
const byLead = (hit: Hit): string => {
  const { doc } = hit;
  const at = leadAt(hit);
  const between = { from: at + 1, to: hit.from };
  if (has(doc, between, POSSIBLE)) return 'wish';
  if (has(doc, between, AHEAD)) return 'ahead';
  const led = leadClass(wordAt(doc.tokens, at));
  if (led === 'of') return wordAt(doc.tokens, at - 1) === 'ahead' ? 'ahead' : '';
  if (led !== '' && led !== 'over') return 'ahead';
  return led === 'over' || has(doc, between, PAST) ? 'over' : '';
};

/** Of what is planned, a date counts in the year or week nearest to publication. */
const planned = (hit: Hit, key: Omit<StatusKey, 'class'>, days: Days | null): MeetingStatus | null => {
  const ahead = days !== null && isAhead(days.planned, hit.doc.published);
  if (days !== null && !ahead) return meetingStatus({ class: 'over', ...key });
  return meetingStatus({
    class: 'ahead',
    ...key,
    when: ahead && days.planned.length > 4 && key.when !== 'vague' ? 'day' : key.when,
  });
};

/** Status of a contact told by a noun: what its article's words, the verb and the date say. */
export const nounStatus = (hit: Hit, scope: Span, days: Days | null): MeetingStatus | null => {
  const { clause } = hit;
  const led = byLead(hit);
  const key = { ...clauseKey(clause), when: whenOf(hit, scope, days) };
  const verbs = classOfVerbs(clause);
  // "Since negotiations began in February" tells when something else began.
  if (clause.opener === 'since') return null;
  if (led === 'wish' || (led === '' && verbs === 'wish')) return meetingStatus({ class: 'wish', ...key });
  const past = days !== null && !isAhead(days.last, hit.doc.published);
  if (led === 'over' && !(days !== null && key.when === 'day' && clause.tense === 'future'))
    return meetingStatus({ class: 'over', ...key });
  if (led === 'ahead' || verbs === 'ahead') return planned(hit, key, days);
  if (verbs === 'hold') return meetingStatus({ class: 'meet', ...key });
  if (verbs === 'postpone' || verbs === 'cancel') return null;
  if (verbs !== '') return meetingStatus({ class: verbs, ...key });
  // "The dinner has bought some peace": what has had effects was held.
  const asSubject = hit.from - clause.from <= 3 && /^(?:past|perfect)$/.test(clause.tense);
  if (days === null) return asSubject ? meetingStatus({ class: 'over', ...key }) : null;
  return meetingStatus({ class: past || clause.tense === 'past' ? 'over' : 'ahead', ...key });
};

/** Status of a contact told by its own verb; a denial counts only out of a side's mouth. */
export const verbStatus = (hit: Hit, scope: Span, days: Days | null): MeetingStatus | null => {
  const { clause } = hit;
  const agreed = clause.verbs.some((v) => v.lemma === 'agree');
  const key = { ...clauseKey(clause), when: whenOf(hit, scope, days) };
  if (agreed && !key.negated) return meetingStatus({ class: 'ahead', ...key, modality: 'plan' });
  const status = meetingStatus({ class: 'meet', ...key });
  return status === 'denied' && clause.speaker === null ? null : status;
};

/** Status of what is "due" or "expected" somewhere. */
export const plannedStatus = (hit: Hit, days: Days | null): MeetingStatus | null =>
  planned(hit, { ...clauseKey(hit.clause), when: whenOf(hit, hit.clause, days) }, days);

/** Is the trigger a verb of its clause? */
export const isVerb = (hit: Hit): boolean => hit.clause.verbs.some((v) => v.at === hit.from);
export const nextWord = (hit: Hit): string => wordAt(hit.doc.tokens, hit.to);
