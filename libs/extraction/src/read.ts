import { dayOf, isoDay } from './calendar';
import { type ArticleInput } from './article';
import { tokenAt, type Clause, type Doc, type Mention, type Span, type Token } from './doc';
import { attribution, speakers } from './passes/attribution';
import { chooseDates } from './passes/choose-dates';
import { clauses } from './passes/clauses';
import { coref, firstPersons } from './passes/coref';
import { dates } from './passes/dates';
import { gazetteer } from './passes/gazetteer';
import { goods } from './passes/goods';
import { modality } from './passes/modality';
import { normalize } from './passes/normalize';
import { phrases } from './passes/phrases';
import { quotes } from './passes/quotes';
import { ratePairs } from './passes/rate-pairs';
import { sentences } from './passes/sentences';
import { surnames } from './passes/surnames';
import { tokens } from './passes/tokens';
import { turns } from './passes/turns';
import { values } from './passes/values';

const byStart = (a: Span, b: Span): number => a.from - b.from || b.to - a.to;

const mentionsOf = (all: readonly Token[], published: string | null, bodyStart: number): Mention[] => {
  const found = surnames(all, gazetteer(all, published, bodyStart));
  const inHeadline = (m: Mention): boolean => tokenAt(all, m.from).start < bodyStart;
  // "… China and the US" over "Greer said": no title of his.
  const named = [
    ...phrases(
      all,
      found.filter((m) => inHeadline(m)),
    ),
    ...phrases(
      all,
      found.filter((m) => !inHeadline(m)),
    ),
  ];
  const traded = goods(all, named);
  // In "Chinese goods" the adjective says whose goods they are; it acts for nobody.
  const adjectives = new Set(traded.map((m) => m.from));
  return [...named.filter((m) => m.kind !== 'people' || !adjectives.has(m.from)), ...traded].sort(byStart);
};

/**
 * Runs the passes over an article, in order: what each finds, the later ones read.
 * Offsets count UTF-16 units of title, line feed and text.
 */
export const read = (article: ArticleInput): Doc => {
  const anchor = dayOf(article.publishedAt);
  const published = anchor === null ? null : isoDay(anchor);
  const bodyStart = article.title.length + 1;
  const text = normalize(`${article.title}\n${article.text}`);
  const all = tokens(text);
  const cut = sentences(text, all, bodyStart);
  const third = coref(all, cut, mentionsOf(all, published, bodyStart));
  const numbers = ratePairs(all, values(all));
  const plain: Clause[] = modality(all, cut, clauses(all, cut, third));
  const said = [...speakers(quotes(all, cut), cut, plain), ...turns(all, cut, third)].sort(byStart);
  const own = firstPersons(all, said);
  const mentions = [...third, ...own].sort(byStart);
  const voiced = attribution(all, {
    sentences: cut,
    clauses: own.length === 0 ? plain : modality(all, cut, clauses(all, cut, mentions)),
    quotes: said,
    mentions,
  });
  return {
    article,
    text,
    bodyStart,
    published,
    tokens: all,
    sentences: cut,
    quotes: said,
    mentions,
    values: numbers,
    dates: chooseDates(dates(all, numbers, anchor), voiced, published),
    clauses: voiced,
  };
};
