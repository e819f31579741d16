import { inside, wordAt, type Doc, type Value } from '../../doc';
import { party, words, type Party } from '../helpers';
import { named } from './who';

/** Lowest and highest number that is read as a rate without "percent" beside it. */
const LOWEST = 5;
const HIGHEST = 300;

const closes = /^(?:\.|,|;|!|\?|\)|"|and|but|while|is|isn't|was|wasn't|stays?|stands?|remains?|on|)$/;
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

/** A number that stands for a rate once rates are spoken of: "the Americans settled for 30 and the Chinese for 10", "Beijing's 125". */
export const isBareRate = (doc: Doc, v: Value): boolean => {
  if (v.kind !== 'count' || v.unit !== '' || v.value < LOWEST || v.value > HIGHEST) return false;
  if (!closes.test(wordAt(doc.tokens, v.to))) return false;
  if (sideBeside(doc, v.from) !== null || opens.test(words(doc, { from: v.from - 3, to: v.from })))
    return true;
  return stands.test(words(doc, { from: v.from - 14, to: v.from }));
};
