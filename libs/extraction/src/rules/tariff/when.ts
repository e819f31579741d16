import { inside, wordAt, type DateMention, type Span } from '../../doc';
import { clauseAt, dates, nearest, words } from '../helpers';
import { type Zone } from './zones';

/** When a duty begins and ends, and where the beginning stands to the day of publication. */
export interface When {
  readonly effective: string | null;
  readonly until: string | null;
  readonly stands: 'ahead' | 'behind' | 'today' | 'none';
}

/** How far behind the stretch of a rate a relative clause may name the day. */
const RELATIVE = 12;

const begins = (d: DateMention): boolean => d.role === 'from' || d.role === 'since';

/** "up from the 10% in force since 4 February", "from the 10% imposed in May": the day of the rate before. */
const isOfOldRate = ({ doc, told, rate }: Zone, d: DateMention): boolean => {
  // "from 20 percent in March to 145"
  if (d.from > told.from && d.to <= rate.from) return true;
  const last = inside(doc.values, told).pop();
  if (last?.role !== 'from' || d.from < told.to) return false;
  const between = words(doc, { from: told.to, to: d.from });
  return (
    !between.includes(',') &&
    (d.role === 'since' || /\b(?:imposed|set|charged|announced|that|which|of)\b/.test(between))
  );
};

const states =
  /^(?:threaten|announce|order|say|propose|vow|pledge|warn|unveil|declare|publish|release|report|promise|float|suggest|direct(?:ed)?|instruct(?:ed)?|approve|sign|reveal|outline)$/;

/** "threatened Monday to impose", "On May 14th the trade office announced", "an order that he signed on March 3": the day of the statement. */
const isOfStatement = ({ doc, clause, told }: Zone, d: DateMention): boolean => {
  if (d.role !== 'at') return false;
  const isHere = d.from >= clause.from && d.to <= clause.to;
  const verb = (isHere ? clause : clauseAt(doc.clauses, d.from))?.verbs[0];
  if (verb === undefined || !states.test(verb.lemma)) return false;
  return (isHere && d.to <= told.from) || (d.from >= verb.to && d.from - verb.to <= 1);
};

/** "The Trade Act of 1974": the year of a law. */
const isOfLaw = ({ doc }: Zone, d: DateMention): boolean =>
  d.kind === 'year' && /\b(?:act|law|code) of$/.test(words(doc, { from: d.from - 2, to: d.from }));

/** "Over the next year", "in the last month": how long it took. */
const isSpell = ({ doc }: Zone, d: DateMention): boolean =>
  /\b(?:over|within|during|throughout) the$|\b(?:over|within|during)$/.test(
    words(doc, { from: d.from - 2, to: d.from }),
  );

/** How many words lie between a day and the rate. */
const gap = (zone: Zone, d: DateMention): number =>
  d.from >= zone.chain.to ? d.from - zone.chain.to : zone.chain.from - d.to;

/** The day that belongs to the rate: one of its stretch that says from or since when, else the nearest in its clause. */
const startOf = (zone: Zone): DateMention | undefined => {
  const usable = (part: Span): DateMention[] =>
    dates(zone.doc, part).filter(
      (d) =>
        d.role !== 'until' &&
        d.kind !== 'vague' &&
        !isOfOldRate(zone, d) &&
        !(d.role === 'since' && zone.clause.tense === 'future') &&
        !isOfStatement(zone, d) &&
        !isOfLaw(zone, d) &&
        !isSpell(zone, d),
    );
  const own = usable(zone);
  const inClause = own.filter((d) => d.from >= zone.clause.from && d.to <= zone.clause.to);
  const lead = zone.place > 0 ? usable({ from: zone.clause.from, to: zone.from }) : [];
  return (
    nearest(own.filter(begins), zone.told) ??
    nearest(inClause, zone.told) ??
    nearest(
      own.filter((d) => gap(zone, d) < (d.kind === 'day' ? 22 : 16)),
      zone.told,
    ) ??
    lead[0]
  );
};

const distance = (date: string, published: string): number =>
  Math.abs(Date.parse(date.padEnd(10, '-01').slice(0, 10)) - Date.parse(published));

/** A duty begins near the day it is told: of a day last year and one in a few weeks, whatever the tense, the latter. */
const dayOf = (zone: Zone, d: DateMention | undefined): string | null => {
  const { published } = zone.doc;
  if (d === undefined || d.date === null || published === null || d.past === null || d.future === null)
    return d?.date ?? null;
  // "tariffs of 15 percent start Monday"
  const starts = /^(?:start|starts|begin|begins|starting|beginning|effective)$/;
  if (d.role === 'by' || starts.test(wordAt(zone.doc.tokens, d.from - 1))) return d.future;
  const behind = distance(d.past, published);
  const ahead = distance(d.future, published);
  if (ahead * 4 < behind) return d.future;
  return behind * 4 < ahead ? d.past : d.date;
};

const stands = (effective: string | null, published: string | null): When['stands'] => {
  if (effective === null || published === null) return 'none';
  if (published.startsWith(effective)) return 'today';
  return effective > published ? 'ahead' : 'behind';
};

const putOff =
  / (?:put(?:s|ting)? (?:it |them )?off|postpon\w+|delay\w*|deferr?\w*|push(?:es|ed|ing)? (?:it |them )?back|moved|moving)(?: [^ ]+){0,14} (?:until|till|to) $/;

/** The day to which a duty is put off: "which he has put off until October 15"; null where none is named. */
export const putOffTo = (zone: Zone): string | null => {
  const reach = { from: zone.from, to: Math.min(zone.near.to, zone.to + RELATIVE) };
  const found = inside(zone.doc.dates, reach).find(
    (d) =>
      d.date !== null &&
      /^(?:day|month)$/.test(d.kind) &&
      putOff.test(` ${words(zone.doc, { from: reach.from, to: d.from })} `),
  );
  return dayOf(zone, found);
};

export const whenOf = (zone: Zone): When => {
  const start = startOf(zone);
  const endsIn = (part: Span): DateMention[] =>
    inside(zone.doc.dates, part).filter((d) => d.role === 'until' && d.date !== null);
  const own = endsIn(zone);
  const ends = own.length > 0 ? own : endsIn(zone.clause);
  const effective = dayOf(zone, start);
  return {
    effective,
    until: dayOf(zone, nearest(ends, zone.told)),
    stands: stands(effective, zone.doc.published),
  };
};
