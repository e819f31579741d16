import { words } from '../helpers';
import { type Zone } from './zones';

const opposes =
  / (?:countermeasures?|retaliat(?:e|es|ed|ing|ion)|protest\w*|oppos\w+|condemn\w*|denounc\w+|criticis\w+|criticiz\w+|slam\w*|blast\w*|object\w*|challeng\w+|hit(?:s|ting)? back|struck back|fight(?:ing)?|fought|lawsuit|complaint|cope with|anger(?:ed)?|furious(?: with)?)(?: (?:back|strongly|firmly))?(?: (?:against|to|at|over|about|for))? (?:the |a |an |its |his |their |trump 's |washington 's |beijing 's |china 's |us |american |chinese |new |additional |extra |latest |planned |unilateral |reciprocal )*$/;

/** "vowed countermeasures against the 10 per cent levy", "condemned the 20% tariff": a duty of the other side, whoever speaks. */
export const isOpposed = ({ doc, clause, told, lead }: Zone): boolean =>
  opposes.test(` ${words(doc, { from: Math.max(lead, clause.from), to: told.from })} `);
