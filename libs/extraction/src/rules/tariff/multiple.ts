import { type Doc, type Span } from '../../doc';
import { words } from '../helpers';

/** By how much a verb multiplies a rate. */
const factors: readonly (readonly [stem: string, factor: number])[] = [
  ['halv', 0.5],
  ['doubl', 2],
  ['tripl', 3],
  ['quadrupl', 4],
];
const multiplies = / (halv|doubl|tripl|quadrupl)(?:e|es|ed|ing)(?: [\w'-]+){0,9} $/;

const factorIn = (ahead: string): number | null => {
  const stem = multiplies.exec(ahead)?.[1];
  return factors.find(([s]) => s === stem)?.[1] ?? null;
};

const ahead = (doc: Doc, rate: Span): string => ` ${words(doc, { from: rate.from - 11, to: rate.from })} `;

/** "halve the duty to 7.5 percent": what it was, 15; null where no verb multiplies it. */
export const beforeMultiple = (doc: Doc, rate: Span, value: number): number | null => {
  const text = ahead(doc, rate);
  const factor = text.endsWith(' to ') ? factorIn(text) : null;
  return factor === null ? null : value / factor;
};

/** "will double its 10% tariff": what it will be, 20; null where no verb multiplies it. */
export const afterMultiple = (doc: Doc, rate: Span, value: number): number | null => {
  const text = ahead(doc, rate);
  const factor = / (?:the|its|his|their|from|current|existing|\w+'s?|'s) (?:\w+ )?$/.test(text)
    ? factorIn(text)
    : null;
  return factor === null || text.slice(text.search(multiplies)).includes(' to ') ? null : value * factor;
};
