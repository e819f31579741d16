import { inside, wordAt, type Clause, type Doc, type Sentence, type Span, type Value } from '../../doc';
import { clauseWith } from '../../with';
import { clauseAt, words } from '../helpers';
import { answeredAt, answeredClause, answers } from './answered';
import { isBareRate } from './bare';
import { withBefore, type Told } from './old-rate';
import { dutyNoun } from './words';

/** A rate with the stretch of its sentence that belongs to it rather than to the rates beside it. */
export interface Zone extends Span {
  readonly doc: Doc;
  readonly sentence: Sentence;
  /** The sentence, as far as it is near. */
  readonly near: Span;
  readonly clause: Clause;
  readonly rate: Value;
  /** The rate with its old rate or lower end. */
  readonly told: Span;
  /** The rates joined with this one, itself included: "30% and 10%". */
  readonly chain: Span;
  /** Where the stretch of the first of them begins. */
  readonly lead: number;
  /** Place among the rates of the sentence. */
  readonly place: number;
}

/** Longest stretch on either side of a rate, in tokens: keeps a sentence without end linear. */
const REACH = 70;

/** The part of a span that is near a rate. */
export const within = (part: Span, rate: Span): Span => ({
  from: Math.max(part.from, rate.from - REACH),
  to: Math.min(part.to, rate.to + REACH),
});

const isPair = (main: Value, other: Value | undefined): boolean =>
  other !== undefined &&
  ((other.role === 'from' && other.value === main.before) ||
    (other.role === 'low' && other.value === main.low));

/** Rates of a sentence, each joined with the other end of its pair. */
const toldIn = (doc: Doc, sentence: Span): Told[] => {
  const all = inside(doc.values, sentence).filter(
    (v) => v.kind === 'percent' || v.kind === 'points' || isBareRate(doc, v, sentence),
  );
  return all.flatMap((rate, i) => {
    if (rate.role !== 'main') return [];
    const partner = [all[i - 1], all[i + 1]].find((v) => isPair(rate, v));
    const from = Math.min(rate.from, partner?.from ?? rate.from);
    return [{ rate, span: { from, to: Math.max(rate.to, partner?.to ?? rate.to) } }];
  });
};

const isConnector = (word: string): boolean => /^(?:,|;|:|and|while|but|plus|\(|with)$/.test(word);
const opensTarget = (doc: Doc, at: number): boolean => {
  for (let i = at; i < at + 4; i += 1)
    if (/^(?:on|for|against|over)$/.test(wordAt(doc.tokens, i))) return true;
  return false;
};

/** Where the stretch of the later of two rates begins: at its clause, else at the connector that its own target asks for, else behind the former. */
const splitBetween = (doc: Doc, a: Told, b: Told): number => {
  const clause = clauseAt(doc.clauses, b.span.from);
  if (clause !== undefined && clause.from > a.span.to && clause.verbs.length > 0) return clause.from;
  const answered = answeredAt(doc, a.span.to, b.span.from);
  if (answered >= 0) return answered;
  const found: number[] = [];
  for (let i = a.span.to; i < b.span.from; i += 1) if (isConnector(wordAt(doc.tokens, i))) found.push(i);
  const last = found[found.length - 1];
  if (!opensTarget(doc, b.span.to) || last === undefined) return found[0] ?? a.span.to;
  return beforeWho(doc, last, found[found.length - 2]);
};

/** "and China's answer, 15% on": who acts belongs to the rate. */
const beforeWho = (doc: Doc, last: number, earlier: number | undefined): number => {
  const acts =
    earlier !== undefined &&
    inside(doc.mentions, { from: earlier, to: last }).some((m) => m.kind !== 'goods' && m.side !== null);
  return acts && wordAt(doc.tokens, last) === ',' ? earlier : last;
};

const isDuty = (doc: Doc, part: Span): boolean => {
  for (let i = part.from; i < part.to; i += 1) if (dutyNoun.test(wordAt(doc.tokens, i))) return true;
  return false;
};

/** "In response to the US tariffs on Chinese goods, China …": the stretch of China's begins behind the comma. */
const afterAnswered = (doc: Doc, sentence: Span, first: Told): number => {
  if (!answers.test(words(doc, { from: sentence.from, to: sentence.from + 3 }))) return sentence.from;
  for (let i = sentence.from; i < first.span.from; i += 1)
    if (wordAt(doc.tokens, i) === ',' && isDuty(doc, { from: sentence.from, to: i })) return i;
  return sentence.from;
};

/** Where the stretch of the first rate begins: after ", and", "while" or ";" where a duty is named behind it. */
const ownStart = (doc: Doc, sentence: Span, first: Told): number => {
  for (let i = first.span.from - 1; i > sentence.from; i -= 1) {
    const word = wordAt(doc.tokens, i);
    const joins = word === 'and' && wordAt(doc.tokens, i - 1) === ',';
    if (
      (joins || /^(?:;|:|while|but|whereas)$/.test(word)) &&
      isDuty(doc, { from: i, to: first.span.to + 5 })
    )
      return i;
  }
  return afterAnswered(doc, sentence, first);
};

/** Does a clause with a subject of its own begin here? */
const opensClause = (doc: Doc, at: number): boolean => {
  const clause = clauseAt(doc.clauses, at);
  return (
    clause?.from === at && clause.verbs.length > 0 && clause.subject !== null && clause.subject.from >= at
  );
};

/** Where the stretch of the last rate ends: before ", and", "while" or ";" where another duty is named behind it. */
const ownEnd = (doc: Doc, sentence: Span, last: Told): number => {
  for (let i = last.span.to; i < sentence.to - 2; i += 1) {
    const word = wordAt(doc.tokens, i);
    if (answers.test(words(doc, { from: i, to: i + 3 })) && isDuty(doc, { from: i, to: sentence.to }))
      return i;
    const joins = word === ',' && /^(?:and|as|with|while|but)$/.test(wordAt(doc.tokens, i + 1));
    if (!joins && !/^(?:;|while|whereas)$/.test(word)) continue;
    if (isDuty(doc, { from: i, to: sentence.to }) || opensClause(doc, i + 1)) return i;
  }
  return sentence.to;
};

/** "the original 34 percent", "rises beyond 34 percent", "rather than rising to 25%", "a rise from 10 percent": rates that are only compared with. */
const isCompared = (doc: Doc, { rate, span }: Told): boolean => {
  const ahead = ` ${words(doc, { from: span.from - 6, to: span.from })} `;
  return (
    / (?:points of (?:the|its|their)(?: original)?|passed|exceeded|topped|beyond|above|below) $/.test(
      ahead,
    ) ||
    (/ from (?:about |around |nearly |almost |some |roughly |over )?$/.test(ahead) && rate.before === null)
  );
};

const verbsOf = (clause: Clause | undefined): readonly string[] => clause?.verbs.map((v) => v.lemma) ?? [];
const isTelling = (clause: Clause | undefined): boolean =>
  verbsOf(clause).some((lemma) => !/^(?:say|report|tell|announce|add)$/.test(lemma));

/** The clause of a rate; of rates joined by "and" the one that says something of them: "said | the tariffs of 10% | and 5% take effect". */
const clauseOf = (doc: Doc, told: readonly Told[], i: number): Clause | undefined => {
  const rate = told[i]?.span;
  const own = rate === undefined ? undefined : clauseAt(doc.clauses, rate.from);
  const joined = [told[i - 1], told[i + 1]].filter((other) => isJoined(doc, told[i], other));
  const others = joined.map((other) => clauseAt(doc.clauses, other?.span.from ?? 0));
  const later = others.find((c) => c !== undefined && own !== undefined && c.i > own.i);
  const earlier = others.find((c) => c !== undefined && own !== undefined && c.i < own.i);
  if (own === undefined) return undefined;
  if (later !== undefined && !isTelling(own)) return clauseWith(later, { from: own.from });
  return earlier !== undefined && isTelling(earlier) ? clauseWith(earlier, { to: own.to }) : own;
};

const isJoined = (doc: Doc, a: Told | undefined, b: Told | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  const [first, second] = a.span.from < b.span.from ? [a, b] : [b, a];
  return /^(?:and|or|,)$/.test(words(doc, { from: first.span.to, to: second.span.from }));
};

/** First and last of the rates that are joined with the one at `i`. */
const chainOf = (doc: Doc, told: readonly Told[], i: number): [first: number, last: number] => {
  let [first, last] = [i, i];
  while (isJoined(doc, told[first - 1], told[first])) first -= 1;
  while (isJoined(doc, told[last], told[last + 1])) last += 1;
  return [first, last];
};

/** The rates of a sentence with their stretches, in the order of the text. */
export const zonesOf = (doc: Doc, sentence: Sentence): Zone[] => {
  const all = toldIn(doc, sentence);
  if (all.length === 0) return [];
  const told = withBefore(doc, sentence, all).filter((t) => !isCompared(doc, t));
  const starts = told.map((b, i) => {
    const a = told[i - 1];
    return a === undefined ? ownStart(doc, within(sentence, b.span), b) : splitBetween(doc, a, b);
  });
  return told.flatMap(({ rate, span }, i) => {
    const whole = clauseOf(doc, told, i);
    if (whole === undefined) return [];
    const near = within(sentence, span);
    const from = Math.max(starts[i] ?? sentence.from, near.from);
    const clause =
      i > 0 && answers.test(words(doc, { from, to: from + 3 })) ? answeredClause(whole, from) : whole;
    // "15 and 10 percent on energy": what follows the last of joined rates is said of all.
    const [first, last] = chainOf(doc, told, i);
    const end = told[last] ?? { rate, span };
    const to = Math.min(starts[last + 1] ?? ownEnd(doc, near, end), near.to);
    const chain = { from: told[first]?.span.from ?? span.from, to: end.span.to };
    const lead = Math.max(starts[first] ?? from, near.from);
    return [
      {
        doc,
        sentence,
        near,
        clause: clauseWith(clause, within(clause, span)),
        rate,
        told: span,
        chain,
        lead,
        place: i,
        from,
        to,
      },
    ];
  });
};
