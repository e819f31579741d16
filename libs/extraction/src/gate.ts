import { inside, type Doc, type Side } from './doc';
import { chineseFirms } from './lexicon/products';
import { type Reading } from './rules/rule';

/** What makes a text one about trade: few words, whole. */
const trade: ReadonlySet<string> = new Set(
  'tariff tariffs trade duty duties levy levies import imports export exports sanctions sanction entity chips semiconductor semiconductors soybeans truce summit talks negotiators huawei'.split(
    ' ',
  ),
);

export interface Gate {
  readonly relevant: boolean;
  readonly reason: string | null;
}

const count = (doc: Doc, side: Side): number =>
  doc.mentions.filter((m) => m.side === side && !m.place && m.kind !== 'pronoun').length;

const ofChina: ReadonlySet<string> = new Set(chineseFirms.map((f) => f.split('|')[0] ?? f));

/** Huawei stands for China where it alone is named. */
const chineseNamed = (doc: Doc): number =>
  doc.mentions.filter((m) => m.kind === 'firm' && ofChina.has(m.name)).length;

const isTrade = (doc: Doc): boolean => doc.tokens.some((t) => trade.has(t.lower));

/** Offices that only America has. */
const american: ReadonlySet<string> = new Set(['USTR', 'White House', 'US government']);

/** Is the side named at all: "both sides" of another quarrel name nobody. */
const named = (doc: Doc, side: Side): boolean =>
  doc.mentions.some(
    (m) =>
      (m.side === side && m.kind !== 'pronoun' && (m.kind !== 'institution' || american.has(m.name))) ||
      (m.side === 'both' && m.kind === 'people'),
  );

/** "Commerce tightens controls": its ministries stand for the country. */
const isOfUs = (r: Reading): boolean => r.type === 'measure' && r.fields.actor === 'US';

/** The headline names a third party and not China. */
const isElsewhere = (doc: Doc): boolean => {
  const head = doc.sentences[0];
  if (head?.headline !== true) return false;
  const sides = new Set(inside(doc.mentions, head).map((m) => m.side));
  return sides.has('other') && !sides.has('CN') && !sides.has('both');
};

/** The headline names both countries and trade: such an article is about them, even where nothing in it can be pinned down. */
const isHeadline = (doc: Doc): boolean => {
  const head = doc.sentences[0];
  if (head?.headline !== true) return false;
  const countries = inside(doc.mentions, head).filter((m) => /^(?:country|people|capital)$/.test(m.kind));
  const sides = new Set(countries.map((m) => m.side));
  const both = sides.has('both') || (sides.has('US') && sides.has('CN'));
  return both && doc.tokens.slice(head.from, head.to).some((t) => trade.has(t.lower));
};

/** Why the article is not about the two, or null. */
const isNotOfTwo = (doc: Doc, readings: readonly Reading[]): string | null => {
  const both = count(doc, 'both');
  const us = count(doc, 'US') + both;
  const firms = chineseNamed(doc);
  const cn = count(doc, 'CN') + both + firms;
  if (cn === 0 || (firms === 0 && !named(doc, 'CN'))) return 'China is not named';
  if ((us === 0 || !named(doc, 'US')) && !readings.some(isOfUs)) return 'the United States is not named';
  return count(doc, 'other') > cn && (cn < 2 || isElsewhere(doc)) ? 'about third parties' : null;
};

/** Is the article about the two and trade? A reason says why not. Readings of an article that is not are dropped. */
export const gate = (doc: Doc, readings: readonly Reading[]): Gate => {
  const drop = (reason: string): Gate => ({ relevant: false, reason });
  const reason = isNotOfTwo(doc, readings);
  if (reason !== null) return drop(reason);
  if (readings.length > 0 || isHeadline(doc)) return { relevant: true, reason: null };
  return drop(isTrade(doc) ? 'nothing to observe' : 'not about trade');
};
