import { inside, within, wordAt, type Clause, type Span } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';
import { clauseKey, statusTable, type StatusKey } from '../status';
import table from './status.json';
import { isRelative, leadOf, type Lead } from './lead';
import { type Days } from './slots';
import { timeOf } from './timing';
import { byWish, isFeared, isNonePlanned, isUnwilling, neverCame } from './unrealised';

/** Status of a meeting: classes `meet` (a verb of its own), `ahead`, `over`, `wish`, `cancel`, `postpone`, `deny`. */
const meetingStatus = statusTable(table.rows, [
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

/** "After the G20 summit" is no window. */
const PAST_FORUM = / after (?:the |this |that )?(?:g ?- ?20|g20|apec) /;
const FORUM = / (?:g ?- ?20|g20|group of (?:20|twenty)|apec|asia - pacific|sidelines) /;

const isAtForum = ({ doc }: Hit, scope: Span): boolean =>
  has(doc, scope, FORUM) && !has(doc, scope, PAST_FORUM);

/** Is a date, as precise as told, not before the day of publication? */
const isAhead = (date: string, published: string | null): boolean =>
  published !== null && date >= published.slice(0, date.length);

/** How definite a time to come is: a day or month ahead, a window or forum, "soon", or nothing. A year is none. */
const whenOf = (hit: Hit, scope: Span, days: Days | null): string => {
  const { doc } = hit;
  const windows = inside(doc.dates, scope);
  if (days !== null && days.last.length > 4 && isAhead(days.last, doc.published)) return 'day';
  if (windows.some((d) => d.kind === 'vague')) return 'vague';
  if (windows.some((d) => d.kind === 'firm') || isAtForum(hit, scope)) return 'firm';
  return 'none';
};

/** What the governing verb says of the contact that it has as object or subject. */
const acts: readonly (readonly [string, RegExp])[] = [
  ['off', /^(?:postpone|delay|defer|reschedule|cancel|scrap|abandon|scuttle)$/],
  ['wish', /^(?:seek|propose|offer|want|request|ask|urge|suggest|float|demand|hope|consider|mull)$/],
  ['over', /^(?:call|describe|hail|praise|characterize|recall)$/],
  [
    'ahead',
    /^(?:pencil|pencilled|book|line|map|fix|confirm|arrange|organise|organize|agree|plan|schedule|set|expect|arrange|slate|prepare|announce|await|stand|lie)$/,
  ],
  [
    'hold',
    /^(?:hold|have|conduct|begin|start|open|wind|conclude|finish|end|close|wrap|last|take|attend|participate|convene|continue|resume|meet|come|go|complete|kick|launch|restart|reopen|gather|be|exchange|get|sit|bring|break|collapse|fall|follow|join)$/,
  ],
];

const classOfVerbs = (clause: Clause): string => {
  for (const verb of clause.verbs) for (const [name, lemma] of acts) if (lemma.test(verb.lemma)) return name;
  return '';
};

type Key = Omit<StatusKey, 'class'>;

/** What the clause says of its verb; "with no deal" denies nothing of the contact. */
const keyOf = ({ doc, clause }: Hit): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => {
  const verbal = clause.verbs.some((v) => v.negated) || !has(doc, clause, / no /);
  return { ...clauseKey(clause), negated: clause.negated && verbal };
};

/** Of what is planned, a date counts in the year or week nearest to publication. */
const planned = (hit: Hit, key: Key, days: Days | null): MeetingStatus | null => {
  const ahead = days !== null && isAhead(days.planned, hit.doc.published);
  // "As they did last year, they agreed to resume talks": the day behind belongs to another clause.
  const own = days !== null && (key.tense !== 'future' || days.run.some((d) => within(d, hit.clause)));
  if (own && !ahead) return meetingStatus({ class: 'over', ...key }, hit.note);
  const day = ahead && days.planned.length > 4;
  return meetingStatus({ class: 'ahead', ...key, when: day ? 'day' : key.when }, hit.note);
};

/** What the clause's verb makes of the noun as its subject or object. */
interface Governed {
  readonly object: boolean;
  readonly subject: boolean;
  /** Class of the verbs, see `acts`. */
  readonly verbs: string;
}

const governedBy = (hit: Hit, object: boolean): Governed => {
  const first = hit.clause.verbs[0];
  return { object, subject: first !== undefined && hit.from < first.from, verbs: classOfVerbs(hit.clause) };
};

const LIKELY =
  / (?:is|are|was|were|looks|seems|remains?|remained) (?:also |still |now )?(?:likely|possible|probable|on the cards|in the cards|on the table|being discussed|under discussion|being considered|being weighed|being mooted|mooted|floated) | been (?:mooted|floated|discussed|suggested|raised|talked about) /;
/** "Is still on track", "is on the calendar": it is to come. */
const ON_TRACK =
  / (?:on track|on course|on schedule|going ahead|go ahead|still on|on the calendar|on the books|in the works|in the making|in preparation|in the offing|in the diary|lined up|being arranged|being planned|being prepared) /;

/** "Talks are scheduled", "set for June", "the visit stands": the subject is what is planned. */
const isSet = ({ doc, clause }: Hit): boolean =>
  clause.verbs.some(
    (v) => v.passive || /^(?:stand|lie)$/.test(v.lemma) || /^(?:for|in)$/.test(wordAt(doc.tokens, v.to)),
  );

/** Class of `status.json` that a verb gives its object. */
const ofObject: Readonly<Record<string, string>> = {
  off: 'off',
  wish: 'wish',
  ahead: 'ahead',
  over: 'over',
  hold: 'meet',
};

/** … and its subject. */
const ofSubject = (hit: Hit, verbs: string): string => {
  if (verbs === 'off') return 'off';
  if (has(hit.doc, { from: hit.to, to: hit.clause.to }, LIKELY)) return 'wish';
  if (verbs === 'wish' && hit.clause.verbs[0]?.passive === true) return 'off';
  if (has(hit.doc, { from: hit.to, to: hit.clause.to }, ON_TRACK)) return 'ahead';
  if (verbs === 'ahead') return isSet(hit) ? 'ahead' : '';
  return verbs === 'hold' ? 'meet' : '';
};

/** Class that the verb gives, `off` where another rule reads it, '' where it says nothing. */
const classOf = (hit: Hit, { object, subject, verbs }: Governed): string => {
  const named = object ? (ofObject[verbs] ?? '') : '';
  if (named !== '') return named;
  return subject ? ofSubject(hit, verbs) : verbs === 'off' ? 'off' : '';
};

/** As subject or object of the clause's verb, or without any: by the verb, its tense, and the date. */
const byVerb = (hit: Hit, key: Key, days: Days | null, object: boolean): MeetingStatus | null => {
  const governed = governedBy(hit, object);
  const name = classOf(hit, governed);
  if (name === 'off') return null;
  if (name === 'ahead') return planned(hit, key, days);
  if (name === 'meet' && governed.subject && isTimetable(hit, key, days)) return planned(hit, key, days);
  return name === ''
    ? byDate(hit, key, days, governed.subject)
    : meetingStatus({ class: name, ...key }, hit.note);
};

const byDate = (hit: Hit, key: Key, days: Days | null, subject: boolean): MeetingStatus | null => {
  const { published } = hit.doc;
  const over = (): MeetingStatus | null => meetingStatus({ class: 'over', ...key }, hit.note);
  // "The dinner has bought some peace": what has had effects was held.
  if (days === null) return subject && /^(?:past|perfect|past-perfect|none)$/.test(key.tense) ? over() : null;
  if (subject && key.tense !== 'future' && !isAhead(days.planned, published)) return over();
  const later = days.last !== published && isAhead(days.last, published);
  return later && key.tense !== 'past' ? planned(hit, key, days) : over();
};

/** "Talks that are set to end on Friday": under way. */
const ENDING = /^(?:conclude|end|finish|wrap)$/;
/** So near behind its noun a relative clause is about it. */
const RELATIVE = 6;

/** "The visit that he will make this spring", "talks which have just been concluded": the clause that goes on about the noun. */
const goesOn = (hit: Hit): 'ahead' | 'over' | 'none' => {
  const next = hit.doc.clauses[hit.clause.i + 1];
  const about = next?.sentence === hit.sentence.i && isRelative(hit, next) && next.from - hit.to <= RELATIVE;
  if (!about || next.negated) return 'none';
  if (next.verbs.some((v) => ENDING.test(v.lemma))) return 'over';
  if (next.tense === 'future') return next.modality === 'plan' ? 'ahead' : 'none';
  return classOfVerbs(next) === 'hold' ? 'over' : 'none';
};

/** Is the noun what its clause is about: its subject, its object, or agreed on in it? */
const governs = (hit: Hit, object: boolean): boolean =>
  object || classOfVerbs(hit.clause) === 'ahead' || hit.from - hit.clause.from <= 4;

/** Ahead of something else, or planned: dated at least by what it comes after. */
const aheadByLead = (hit: Hit, key: Key, days: Days | null, lead: Lead): MeetingStatus | null => {
  const undated = days === null && key.when === 'none';
  // "Momentum for future talks": talks at large, not any that are planned.
  if (lead.says === 'ahead' && !lead.apart && undated && !governs(hit, lead.object)) return null;
  // What something comes before has a date, told or not.
  const when = lead.apart && key.when === 'none' ? 'firm' : key.when;
  return planned(hit, { ...key, modality: 'plan', when }, days);
};

/** "Proposed in the talks this week to buy more": where what is over was done, before what is to come. */
const standsWithPast = ({ clause, to }: Hit): boolean => {
  const [head, next] = clause.verbs;
  return (
    head !== undefined &&
    /^(?:past|perfect|past-perfect)$/.test(head.tense) &&
    next?.infinitive === true &&
    to <= next.from &&
    head.to <= to
  );
};

const isComing = (hit: Hit, key: Key, days: Days | null, lead: Lead): boolean =>
  days !== null && !standsWithPast(hit) && key.when === 'day' && key.tense === 'future' && !lead.apart;

/** By the words that lead the noun, or the clause that goes on about it; undefined where they leave it to the verb. */
const byLead = (hit: Hit, key: Key, days: Days | null, lead: Lead): MeetingStatus | null | undefined => {
  const says = timeOf(hit, lead);
  if (says === 'wish' || (says === 'over' && lead.says === 'ahead'))
    return meetingStatus({ class: says, ...key }, hit.note);
  const relative = goesOn(hit);
  if (says === 'ahead' || relative === 'ahead') return aheadByLead(hit, key, days, lead);
  const over = relative === 'over' || (lead.says === 'over' && !isComing(hit, key, days, lead));
  return over ? meetingStatus({ class: 'over', ...key }, hit.note) : undefined;
};

/** "To allow time for talks": talks at large. */
const ROOM = / (?:allow|allowing|allows|time|room) (?:for|further|more) /;

/** Status of a contact told by a noun: what leads its phrase, what governs it, and the date. */
export const nounStatus = (hit: Hit, scope: Span, days: Days | null): MeetingStatus | null => {
  const lead = leadOf(hit);
  // "Since negotiations began in February" tells when something else began.
  if (hit.clause.opener === 'since' || lead.none || has(hit.doc, { from: hit.from - 4, to: hit.from }, ROOM))
    return null;
  if (isFeared(hit)) return null;
  const never = neverCame(hit);
  if (never !== null) return never;
  const key = { when: whenOf(hit, scope, days), ...keyOf(hit) };
  const status = nounStatusOf(hit, key, days, lead);
  return status === 'denied' && isNonePlanned(hit) ? null : status;
};

const nounStatusOf = (hit: Hit, key: Key, days: Days | null, lead: Lead): MeetingStatus | null => {
  const wished = byWish(hit);
  if (wished === 'wish') return meetingStatus({ class: 'wish', ...key }, hit.note);
  if (wished === 'ahead' && lead.says === 'none')
    return aheadByLead(hit, key, days, { ...lead, object: true });
  const led = byLead(hit, key, days, lead);
  return led === undefined ? byVerb(hit, key, days, lead.object) : led;
};

/** Agreed on, looked forward to, or told as to come: "agree to meet", "before Trump and Xi meet". */
const isToCome = (hit: Hit, key: Key): boolean => {
  const { doc, clause } = hit;
  const own = clause.verbs.find((v) => v.at === hit.from);
  const travelled = /^(?:come|go|travel|fly|arrive|return|manage)$/.test(clause.verbs[0]?.lemma ?? '');
  const toMeet = own?.infinitive === true && key.modality === 'fact' && !travelled;
  const upcoming = /^(?:before|until|till|when|once)$/.test(clause.opener) && clause.tense === 'present';
  const forward = has(doc, { from: hit.from - 4, to: hit.from }, / forward to /);
  return toMeet || upcoming || forward || clause.verbs.some((v) => v.lemma === 'agree');
};

/** "Trump flies to Beijing on March 31", "the talks are on Monday": in the present with a day that lies ahead; no headline, whose present is past. */
const isTimetable = (hit: Hit, key: Key, days: Days | null): boolean => {
  const { doc, clause, sentence } = hit;
  const verb = clause.verbs[0];
  if (sentence.headline || key.negated || key.tense !== 'present' || key.modality !== 'fact') return false;
  if (verb?.progressive !== false) return false;
  const { published } = doc;
  if (days === null) return key.when === 'vague';
  const coming = days.planned > (published ?? days.planned) || isThisMonth(days, published);
  return coming && days.run.every((d) => d.role === 'at' || d.role === 'from');
};

/** "At the end of this month": a month or year that has begun, with no day. */
const isThisMonth = ({ planned: day }: Days, published: string | null): boolean =>
  day.length < 10 && isAhead(day, published);

/** Status of a contact told by its own verb; a denial counts only out of a side's mouth. */
export const verbStatus = (hit: Hit, scope: Span, days: Days | null): MeetingStatus | null => {
  const { clause } = hit;
  if (isUnwilling(hit)) return null;
  const key = { when: whenOf(hit, scope, days), ...keyOf(hit) };
  if (!key.negated && isToCome(hit, key)) return planned(hit, { ...key, modality: 'plan' }, ahead(hit, days));
  if (isTimetable(hit, key, days)) return planned(hit, { ...key, modality: 'plan' }, days);
  const status = meetingStatus({ class: 'meet', ...key }, hit.note);
  const far = clause.speaker === null || clause.verbs[0]?.at !== hit.from;
  return key.modality === 'question' || (status === 'denied' && far) ? null : status;
};

/** Days that lie ahead: in "agreed on Thursday to meet" the day is of the agreement. */
const ahead = (hit: Hit, days: Days | null): Days | null =>
  days !== null && isAhead(days.planned, hit.doc.published) ? days : null;

/** Status of what is "due" or "expected" somewhere. */
export const plannedStatus = (hit: Hit, days: Days | null): MeetingStatus | null =>
  planned(hit, { when: whenOf(hit, hit.clause, days), ...keyOf(hit) }, days);

/** Is the trigger a verb of its clause? */
export const isVerb = (hit: Hit): boolean => hit.clause.verbs.some((v) => v.at === hit.from);
