import { type GoldArticle, type GoldLine, type Value } from '../corpus';
import { rewrite, type Edit, type Find } from './edits';

const NUMBER = /(?<![\w.,$€£-])\d+(?:[.]\d+)?(?![\w]*\d)/g;
const MARK = /^(?:\s?%|[- ]?(?:per ?cent|percentage points?|points?)\b|pc\b)/;
/** Words after which a bare number goes on with a list of rates: "from 145 to 30", "25 or 7.5 percent". */
const BEFORE =
  /(?:\b(?:from|to|or|and|at|of|with|becomes?|than|instead of|into|between|as|the|into)|\d%?,)\s$/;
/** What makes a bare number something else than a rate. */
const OTHER_AFTER =
  /^(?:[:]\d|[/-]|,\d|st\b|nd\b|rd\b|th\b|bn\b|m\b|\s(?:billion|million|trillion|days?|weeks?|months?|years?|minutes?|hours?|countries|economies|others?|products?|lines?|tariff|goods|firms|companies|tonnes|tons|metric|items?|entities|Chinese|American|US|aircraft|jets|planes|people|January|February|March|April|May|June|July|August|September|October|November|December|in|each|vehicles|auto|Boeing)\b)/;
const OTHER_BEFORE =
  /(?:Section|List|Lists|Phase|G|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)[.]?|US\$|USD)\s?$/;

type Kind = 'rate' | 'other' | 'unclear';

const kindOf = (text: string, at: number, end: number, known: ReadonlySet<string>): Kind => {
  const [before, after] = [text.slice(Math.max(0, at - 14), at), text.slice(end, end + 20)];
  if (MARK.test(after)) return 'rate';
  if (!known.has(text.slice(at, end))) return 'other';
  if (OTHER_BEFORE.test(before) || OTHER_AFTER.test(after)) return 'other';
  return BEFORE.test(before) ? 'rate' : 'unclear';
};

const spansOf = (text: string, known: ReadonlySet<string>): readonly (Edit & { readonly kind: Kind })[] =>
  [...text.matchAll(NUMBER)].map((match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, text: match[0], kind: kindOf(text, match.index, end, known) };
  });

const scaled = (rate: number, by: number): number => Math.round(rate * by * 100) / 100;

const lineAfter = (line: GoldLine, by: number): GoldLine => {
  const changed: Record<string, Value> = {};
  for (const field of ['rate', 'rateFrom']) {
    const value = line[field];
    if (typeof value === 'number') changed[field] = scaled(value, by);
  }
  return { ...line, ...changed };
};

/**
 * All rates times one factor, so that sums, halves and doubles stay true. An article in which a number may or
 * may not be a rate, or whose labels hold a rate that the text has only in words, stays as it is.
 */
export const otherRates = (article: GoldArticle, by: number): GoldArticle => {
  const both = `${article.title}\n${article.text}`;
  const marked = new Set(
    spansOf(both, new Set())
      .filter(({ kind }) => kind === 'rate')
      .map(({ text }) => text),
  );
  const labelled = article.gold.observations
    .flatMap((line) => [line['rate'], line['rateFrom']])
    .filter((rate) => typeof rate === 'number' && rate !== 0)
    .map(String);
  const known = new Set([...marked, ...labelled]);
  const spans = spansOf(both, known);
  const rates = new Set(spans.filter(({ kind }) => kind === 'rate').map(({ text }) => text));
  const unclear = spans.some(({ kind }) => kind === 'unclear');
  const aRule = /50(?:%|[- ]per ?cent)[- ](?:\w+ )?rule/i.test(both);
  if (unclear || aRule || labelled.some((rate) => !rates.has(rate))) return article;
  const find: Find = (text) =>
    spansOf(text, known)
      .filter(({ kind }) => kind === 'rate')
      .map(({ start, end, text: number }) => ({ start, end, text: String(scaled(Number(number), by)) }));
  const after = rewrite(article, find);
  return {
    ...after,
    gold: { ...after.gold, observations: after.gold.observations.map((line) => lineAfter(line, by)) },
  };
};
