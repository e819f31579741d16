import {
  inside,
  tokenAt,
  wordAt,
  type DateMention,
  type Doc,
  type Mention,
  type Span,
  type Value,
} from '../../doc';
import { openers, prepositions } from '../../lexicon/clauses';
import { verbForm } from '../../lexicon/verbs';
import { dates, has, nearest, perDoc, textOf, values, words } from '../helpers';
import { type Hit } from '../rule';

const PLACE_LEAD = /^(?:in|at|near)$/;

/** "The Busan truce" is a name, no place. */
const NAMED =
  /^(?:truce|deal|accord|agreement|framework|package|consensus|arrangement|understanding|trade|pact|declaration)$/;

/** "Travel to Switzerland", "lead a delegation to France": where they go is where they meet. */
const isGoal = (doc: Doc, m: Mention): boolean =>
  m.side === 'other' &&
  (VISITS.test(wordAt(doc.tokens, m.from - 1)) ||
    (wordAt(doc.tokens, m.from - 1) === 'to' && TRAVELS.test(wordAt(doc.tokens, m.from - 2))));
const VISITS = /^visit(?:s|ed|ing)?$/;
const TRAVELS =
  /^(?:travel\w*|trip|visit|delegation|team|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|come|head(?:s|ed|ing)?|journey)$/;

/** "At the White House", "on the South Lawn of the White House". */
const isGrounds = (doc: Doc, m: Mention, lead: string): boolean =>
  lead === 'at' ||
  has(doc, { from: m.from - 3, to: m.from }, / (?:lawn|steps|garden|portico|grounds) of(?: the)? /);

/** "In Japan", "at the White House": a country or a building where something takes place. */
const isSite = (doc: Doc, m: Mention): boolean => {
  if (NAMED.test(wordAt(doc.tokens, m.to))) return false;
  if (m.place || m.kind === 'place') return true;
  const the = wordAt(doc.tokens, m.from - 1) === 'the' ? 1 : 0;
  const lead = wordAt(doc.tokens, m.from - 1 - the);
  if (m.name === 'White House') return isGrounds(doc, m, lead);
  const next = tokenAt(doc.tokens, m.to).lower;
  if (m.kind === 'capital') return the === 1 && PLACE_LEAD.test(lead);
  return (
    m.kind === 'country' && (PLACE_LEAD.test(lead) || isGoal(doc, m)) && next !== "'s" && !isAdjective(doc, m)
  );
};

/** "A jump in U.S. orders": the country's name before a noun is no place. */
const isAdjective = (doc: Doc, m: Mention): boolean => {
  const next = tokenAt(doc.tokens, m.to);
  return (
    next.kind === 'word' &&
    !next.capital &&
    !prepositions.has(next.lower) &&
    !openers.has(next.lower) &&
    verbForm(next.lower) === undefined &&
    !/^(?:this|next|last|late|later|early|earlier|today|tomorrow|yesterday|overnight|ahead|amid|where|sometime)$/.test(
      next.lower,
    )
  );
};

/** Sites of a span: cities before the countries they lie in. */
export const sites = (doc: Doc, part: Span): Mention[] =>
  inside(doc.mentions, part).filter((m) => isSite(doc, m));

const best = (found: readonly Mention[], to: Span): Mention | undefined => {
  const cities = found.filter((m) => m.kind === 'place' || m.kind === 'capital');
  return (
    nearest(
      cities.filter((m) => m.from >= to.from),
      to,
    ) ??
    nearest(cities, to) ??
    nearest(found, to)
  );
};

/** Cities by the state told behind them: "Anchorage, Alaska". */
const cities = perDoc((doc): ReadonlyMap<string, string> => {
  const places = doc.mentions.filter((m) => m.kind === 'place');
  return new Map(
    places.flatMap((m, i): [string, string][] => {
      const next = places[i + 1];
      return next?.from === m.to + 1 && wordAt(doc.tokens, m.to) === ',' ? [[next.name, m.name]] : [];
    }),
  );
});

/** Halls by the city they stand in. */
const BUILDINGS: ReadonlyMap<string, string> = new Map([
  ['Great Hall of the People', 'Beijing'],
  ['Diaoyutai', 'Beijing'],
  ['Zhongnanhai', 'Beijing'],
  ['Lancaster House', 'London'],
  ['Filoli', 'Woodside'],
]);

/** Where: the city or country of the clause, else of the sentence. */
export const placeOf = (hit: Hit, scope: Span): string | null => {
  const found = best(sites(hit.doc, scope), hit) ?? best(sites(hit.doc, hit.sentence), hit);
  if (found === undefined) return null;
  return BUILDINGS.get(found.name) ?? cities(hit.doc).get(found.name) ?? found.name;
};

/** A date so soon after the trigger is its own, though another stand nearer before it. */
const JUST_AFTER = 8;
const gapWords = /^(?:and|to|,|-|through|until|(?:,? ?and)?|, and|the|on)$/;

/** Dates told together, "Thursday, 9 May, and Friday, 10 May": the run that the nearest one stands in. */
const runOf = (doc: Doc, all: readonly DateMention[], near: Span): DateMention[] => {
  const next = all.find((d) => d.from >= near.to && d.from - near.to <= JUST_AFTER);
  const first = next ?? nearest(all, near);
  if (first === undefined) return [];
  let run = [first];
  for (const d of all) {
    const last = run[run.length - 1];
    const head = run[0];
    if (last === undefined || head === undefined || run.includes(d)) continue;
    if (d.from >= last.to && gapWords.test(words(doc, { from: last.to, to: d.from }))) run.push(d);
    else if (d.to <= head.from && gapWords.test(words(doc, { from: d.to, to: head.from }))) run = [d, ...run];
  }
  return run;
};

/** First day of "28 and 29 June": its number put in the place of the last day's. */
const firstDay = (doc: Doc, d: DateMention): string | null => {
  if (d.kind !== 'day' || d.date === null) return d.date;
  for (let i = d.from; i < d.to; i += 1) {
    const { kind, value } = tokenAt(doc.tokens, i);
    if (kind === 'number' && value >= 1 && value <= 31) {
      const day = String(value).padStart(2, '0');
      return day < d.date.slice(8) ? `${d.date.slice(0, 8)}${day}` : d.date;
    }
  }
  return d.date;
};

/** Days of a contact told together: "28 and 29 June". */
export interface Days {
  readonly run: readonly DateMention[];
  readonly first: string;
  readonly last: string;
  /** The first day, in the year or week nearest to publication: for what is planned. */
  readonly planned: string;
}

/** The candidate that fits what is over: a date ahead of publication is the one of the year or week before. */
const behind = (doc: Doc, d: DateMention): string | null => {
  if (d.date === null || doc.published === null || d.date <= doc.published) return d.date;
  const days = (Date.parse(d.date) - Date.parse(doc.published)) / DAY;
  // "The round ends on Thursday, 31 January": the end to come of what is under way, no day of last year.
  return days <= SOON ? null : d.past;
};
const DAY = 86_400_000;
const SOON = 20;

/** Of two candidates the day of publication itself, the weekday ahead, or else the nearer. */
const nearer = (published: string, past: string, future: string): string => {
  if (past === published) return past;
  const at = Date.parse(published);
  const [back, on] = [at - Date.parse(past), Date.parse(future) - at];
  return back + on === 7 * DAY || Math.abs(on) <= Math.abs(back) ? future : past;
};

const plannedDay = (doc: Doc, d: DateMention): string => {
  const { past, future } = d;
  // Talks "over the weekend" begin on its Saturday.
  const weekend = words(doc, d).endsWith('weekend') && future !== null && future > (doc.published ?? future);
  if (weekend) return new Date(Date.parse(future) - DAY).toISOString().slice(0, 10);
  const open = doc.published !== null && past !== null && future !== null && past !== future;
  const date = open ? nearer(doc.published, past, future) : d.date;
  return firstDay(doc, { ...d, date }) ?? d.date ?? '';
};

/** So far behind "Thursday's" its own noun may stand. */
const OWNED = 6;

/** Words of a gap; "hour-and-a-half" has hyphens that are none. */
const wordsBetween = (doc: Doc, from: number, to: number): number =>
  doc.tokens.slice(from, to).filter((t) => t.lower !== '-').length;

/** "The talks precede Thursday's summit": the day of something else. */
const isOfAnother = (hit: Hit, d: DateMention): boolean =>
  (wordAt(hit.doc.tokens, d.to) === "'s" &&
    (hit.from < d.from || wordsBetween(hit.doc, d.to, hit.from) > OWNED)) ||
  (d.kind !== 'day' && d.from >= hit.to && isAfterElse(hit, d)) ||
  (d.from >= hit.to &&
    has(hit.doc, { from: hit.to, to: d.from }, / (?:follows|followed|came after|comes after) /));

/** "The talks are a next step after a truce reached in June": the month of what came before. */
const isAfterElse = ({ doc, to }: Hit, d: DateMention): boolean =>
  has(doc, { from: to, to: d.from - 2 }, / (?:after|following|since) /);

/** When: the dates told together nearest to the trigger, in the first of the scopes that has one. */
export const daysOf = (hit: Hit, ...scopes: readonly Span[]): Days | null => {
  const { doc } = hit;
  for (const scope of scopes) {
    const usable = dates(doc, scope).filter((d) => d.role !== 'since' && !isOfAnother(hit, d));
    const run = runOf(doc, usable, hit).filter(
      (d, i, all) => d.role !== 'until' || (i > 0 && all.length > 1),
    );
    const [head] = run;
    const tail = run[run.length - 1];
    const from = head?.date ?? null;
    const last = tail?.date ?? null;
    if (head === undefined || tail === undefined || from === null || last === null) continue;
    hit.note('date', textOf(doc, { from: head.from, to: tail.to }));
    return { run, first: firstDay(doc, head) ?? from, last, planned: plannedDay(doc, head) };
  }
  return null;
};

/** Day of a contact that is over, or of one to come: the last, or the first. */
export const lastDay = (doc: Doc, days: Days | null): string | null => {
  const tail = days?.run[days.run.length - 1];
  const head = days?.run[0];
  if (tail === undefined || head === undefined) return null;
  // "From Sunday to Wednesday", told on Monday: under way since the first.
  const begun = head !== tail && (head.past ?? '') > (tail.past ?? '');
  return behind(doc, tail) ?? (begun ? head.past : null);
};
/** Days and months of a span, where each is a contact of its own: "twice, in February and in September". */
export const eachDay = (doc: Doc, part: Span): (string | null)[] =>
  dates(doc, part)
    .filter((d) => d.kind !== 'year')
    .map((d) => behind(doc, d));

/** Longer than any contact lasted, in minutes. */
const LONGEST = 720;

/** A headline's "more than two hours" is told exactly in the text. */
const isRounded = (doc: Doc, v: Value): boolean =>
  v.hedge !== null && doc.sentences[0]?.headline === true && v.to <= doc.sentences[0].to;

/** How long, in minutes: "two hours and 20 minutes", "90-minute"; no "within 24 hours". */
export const minutesOf = (doc: Doc, part: Span): number | null => {
  const found = values(doc, part, 'duration').filter(
    (v) =>
      (v.unit === 'minute' || v.unit === 'hour') &&
      v.value <= LONGEST &&
      !/^(?:within|next|last|past|every|hours?)$/.test(wordAt(doc.tokens, v.from - 1)) &&
      !/^(?:ago|later|earlier|after|before)$/.test(wordAt(doc.tokens, v.to)),
  );
  const [one, two] = found;
  if (one === undefined || isRounded(doc, one)) return null;
  const joined = two?.unit === 'minute' && one.unit === 'hour' && two.from - one.to <= 1;
  return one.value + (joined ? two.value : 0);
};

/** The head of a report, "OSAKA, Japan, June 29 (Agency) - ": where it was written, and where that ends. */
interface Dateline extends Span {
  readonly place: Mention | null;
}
const LONGEST_DATELINE = 14;

const datelineOf = perDoc((doc): Dateline => {
  const first = doc.sentences.find((s) => !s.headline);
  const none = { from: 0, to: 0, place: null };
  if (first === undefined) return none;
  for (let i = first.from; i < Math.min(first.to, first.from + LONGEST_DATELINE); i += 1) {
    const mark = wordAt(doc.tokens, i);
    const dash = (mark === '-' || mark === '—' || mark === ':') && isLoose(doc, i);
    if (!dash) continue;
    const place = inside(doc.mentions, { from: first.from, to: i }).find((m) => m.from === first.from);
    return place?.kind === 'place' || place?.kind === 'capital' ? { from: first.from, to: i, place } : none;
  }
  return none;
});

/** A dash with a space on one side, or a long one, is no hyphen. */
const isLoose = (doc: Doc, i: number): boolean => {
  const { start, end, lower } = tokenAt(doc.tokens, i);
  return lower !== '-' || doc.text[start - 1] === ' ' || doc.text[end] === ' ' || doc.text[start - 1] === ')';
};

/** Where a contact that is the news took place, told by the head of the report: a city that is no seat of the two, or any with "here". */
export const datelinePlace = (hit: Hit): string | null => {
  const { place } = datelineOf(hit.doc);
  if (place === null) return null;
  const here = has(hit.doc, hit.sentence, / here /);
  return here || place.kind === 'place' ? place.name : null;
};

const NEWS_DAYS = 3;
const LEAD_SENTENCES = 3;

/** Day of a contact that is the news, where no word gives it a day of its own: the day told with it or in the lead, at most three days old. */
export const newsDay = (hit: Hit): string | null => {
  const { doc, sentence } = hit;
  const { published } = doc;
  if (published === null) return null;
  const dateline = datelineOf(doc);
  for (const part of [sentence, ...doc.sentences.slice(0, LEAD_SENTENCES), dateline]) {
    const found = inside(doc.dates, part).find(
      (d) =>
        (part === dateline || d.from >= dateline.to || d.to <= dateline.from) &&
        d.kind === 'day' &&
        d.role === 'at' &&
        d.past !== null &&
        (d.ofReport || d.date === d.past) &&
        d.past <= published &&
        Date.parse(published) - Date.parse(d.past) <= NEWS_DAYS * DAY,
    );
    if (found !== undefined) return found.past;
  }
  return null;
};
