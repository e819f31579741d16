import { type Doc, type Span, type Value } from '../../doc';
import { valueWith } from '../../with';
import { words } from '../helpers';
import { afterMultiple } from './multiple';

/** A rate of a sentence, with the tokens of its pair. */
export interface Told {
  readonly rate: Value;
  readonly span: Span;
}

const changed = / (?:cut|lower|reduc|rais|increas|lift|doubl|halv|slash|trim|bring|brought|hik)\w* /;

/** "cut the 10% tariff on some goods to 5%": the rate that goes "to" another one is where that one comes from. */
export const withBefore = (doc: Doc, sentence: Span, all: readonly Told[]): Told[] =>
  all.flatMap((t, i) => {
    const next = all[i + 1];
    const prior = all[i - 1];
    if (next !== undefined && isOld(doc, sentence, t, next)) return [];
    if (prior === undefined || !(isOld(doc, sentence, prior, t) || isLater(doc, prior, t)))
      return [multiplied(doc, t)];
    return [{ rate: valueWith(t.rate, { before: prior.rate.value }), span: t.span }];
  });

/** "will double its 10% tariff": the rate is the one that comes of it. */
const multiplied = (doc: Doc, t: Told): Told => {
  const value = t.rate.before === null ? afterMultiple(doc, t.span, t.rate.value) : null;
  return value === null ? t : { rate: valueWith(t.rate, { before: t.rate.value, value }), span: t.span };
};

const isOld = (doc: Doc, sentence: Span, a: Told, b: Told): boolean => {
  if (a.rate.before !== null || b.rate.before !== null || a.rate.low !== null) return false;
  const between = ` ${words(doc, { from: a.span.to, to: b.span.from })} `;
  if (/ becomes? $/.test(between)) return b.span.from - a.span.to < 12;
  if (!between.endsWith(' to ') || b.span.from - a.span.to > 22) return false;
  if (/ (?:and|while|but|with|plus|;) /.test(between)) return false;
  const ahead = ` ${words(doc, { from: Math.max(sentence.from, a.span.from - 8), to: a.span.from })} `;
  return raised.test(between) || (changed.test(ahead) && !/ (?:to|by) $/.test(ahead));
};

const raised = / (?:be|been|was|were|is|are) (?:raised|cut|lowered|reduced|increased|lifted|doubled) to $/;

/** "a tax of 10%, rising to 25% at the end of the year": both are told, the one from the other. */
const isLater = (doc: Doc, a: Told, b: Told): boolean =>
  b.rate.before === null &&
  / (?:rising|climbing|increasing|going up|moving|which (?:rises|goes)|before (?:rising|going)) to $/.test(
    ` ${words(doc, { from: Math.max(a.span.to, b.span.from - 6), to: b.span.from })} `,
  );
