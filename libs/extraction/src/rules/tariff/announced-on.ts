import { inside, wordAt, type Clause, type DateMention, type Span } from '../../doc';
import { type Draft, type Hit } from '../rule';

const ANNOUNCES =
  /^(?:announce|unveil|threaten|say|declare|order|propose|vow|pledge|warn|publish|sign|reveal|outline|tell|tweet|write|post)$/;
/** So near its verb stands the day of an announcement. */
const REACH = 4;
/** What was announced longer ago than this is no news any more. */
const LATEST_DAYS = 30;
const DAY_MS = 86_400_000;

const isNear = (verb: Span, date: Span): boolean =>
  date.from - verb.to <= REACH && verb.from - date.to <= REACH;

/** The day of a clause that tells of an announcement: "Trump announced on Friday, 10 October". */
const dayIn = ({ doc }: Hit, clause: Clause | undefined): DateMention | undefined => {
  const verb = clause?.verbs.find(({ lemma }) => ANNOUNCES.test(lemma));
  return clause === undefined || verb === undefined || !/^(?:past|perfect|past-perfect)$/.test(verb.tense)
    ? undefined
    : inside(doc.dates, clause).find((d) => d.kind === 'day' && d.role === 'at' && isNear(verb, d));
};

/** Said before, or behind a comma: "the 10 he announced on 1 August" is about another rate. */
const isAbove = ({ doc, clause }: Hit, above: Clause): boolean =>
  above.from < clause.from || wordAt(doc.tokens, above.from - 1) === ',';

/** "Trump announced on Friday, 10 October | that the United States will charge …": the day in the clause that this one completes. */
const announcedOn = (hit: Hit): string | null => {
  const { doc, clause } = hit;
  const parent = clause.parent === null ? undefined : doc.clauses[clause.parent];
  const above = parent !== undefined && isAbove(hit, parent) ? parent : undefined;
  const day = (dayIn(hit, clause) ?? dayIn(hit, above))?.past ?? null;
  if (day === null || doc.published === null || day >= doc.published) return null;
  return Date.parse(doc.published) - Date.parse(day) <= LATEST_DAYS * DAY_MS ? day : null;
};

/** A step to come, with the day on which it was announced or threatened where the text tells one before its own. */
export const withDayTold = (draft: Draft<'tariff'>, hit: Hit): Draft<'tariff'> => {
  if (draft.fields.status !== 'announced' && draft.fields.status !== 'threatened') return draft;
  const day = announcedOn(hit);
  return day === null || day === draft.fields.effective
    ? draft
    : { ...draft, fields: { ...draft.fields, announcedOn: day } };
};
