import { inside, wordAt, type Doc, type Span, type Value } from '../../doc';
import { months } from '../../lexicon/dates';
import { party, words, type Party } from '../helpers';
import { named } from './who';

/** Lowest and highest number that is read as a rate without "percent" beside it. */
const LOWEST = 5;
const HIGHEST = 300;

const closes =
  /^(?:\.|,|;|!|\?|\)|"|and|but|or|while|against|before|after|instead|going|coming|entering|in|is|isn't|was|wasn't|stays?|stands?|remains?|on|for|)$/;
const opens = /\b(?:settl(?:e|es|ed|ing) (?:for|at|on)|'d like|would like)$/;
/** With the word for a duty ahead of it: "its tariffs stand at 30". */
const stands =
  /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?)\b.* (?:st(?:ands?|ood)|st(?:ays?|ayed)|remain(?:s|ed)?|kept) at$/;

/** "Beijing's 125", "the Chinese for 10": a side right before it. */
export const sideBeside = (doc: Doc, at: number): Party | null => {
  const link = wordAt(doc.tokens, at - 1);
  if (link !== "'s" && link !== 'for' && link !== 'at') return null;
  const beside = inside(doc.mentions, { from: at - 4, to: at }).find((m) => m.to === at - 1 && named(m));
  return party(beside?.side);
};

const isRate = (v: Value): boolean => v.kind === 'percent';

/** How far behind a rate a number may still go on with it, in tokens. */
const LIST = 40;

/** The rate with its unit that a number goes on with, or undefined. */
export const anchorOf = (doc: Doc, v: Span, sentence: Span): Value | undefined =>
  inside(doc.values, { from: Math.max(sentence.from, v.from - LIST), to: v.from })
    .filter(isRate)
    .pop();

/** "steel pays 25 percent, glass 10", "on magnets to 25", "now pay 30", "12% on wheat, 9 for oil": a list whose unit is told once. */
const goesOn = (doc: Doc, v: Value, sentence: Span): boolean => {
  const anchor = anchorOf(doc, v, sentence);
  if (anchor === undefined || isOfDay(doc, v)) return false;
  const ahead = ` ${words(doc, { from: Math.max(anchor.to, v.from - 7), to: v.from })}`;
  if (lays.test(ahead) || item.test(ahead)) return true;
  return / (?:,|;|and|plus)$/.test(ahead) && /^(?:for|on)$/.test(wordAt(doc.tokens, v.to));
};

/** "since April 12", "on 12 April". */
const isOfDay = (doc: Doc, v: Span): boolean =>
  months.has(wordAt(doc.tokens, v.from - 1)) || months.has(wordAt(doc.tokens, v.to));

const lays = / (?:to|at|becomes?|pays?|paid|paying|faces?|faced|charges?|carry|carries)$/;
/** ", glass", "and electric buses" right ahead of the number. */
const item =
  / (?:,|;|and)(?: (?!by |than |of |from |since |after |in |at |about |the |on |year|age|top |article|section|list|phase|no )[a-z-]+){1,3}$/;

/** A number that stands for a rate once rates are spoken of: "the Americans settled for 30 and the Chinese for 10", "Beijing's 125". */
export const isBareRate = (doc: Doc, v: Value, sentence: Span): boolean => {
  if (v.kind !== 'count' || v.unit !== '' || v.value < LOWEST || v.value > HIGHEST) return false;
  if (!closes.test(wordAt(doc.tokens, v.to))) return false;
  if (sideBeside(doc, v.from) !== null || opens.test(words(doc, { from: v.from - 3, to: v.from })))
    return true;
  if (goesOn(doc, v, sentence)) return true;
  return stands.test(words(doc, { from: v.from - 14, to: v.from }));
};
