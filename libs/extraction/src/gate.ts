import { inside, type Doc, type Side } from './doc';
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

const isTrade = (doc: Doc): boolean => doc.tokens.some((t) => trade.has(t.lower));

/** Is the side named at all: "both sides" of another quarrel name nobody. */
const named = (doc: Doc, side: Side): boolean =>
  doc.mentions.some(
    (m) =>
      (m.side === side && m.kind !== 'pronoun' && m.kind !== 'institution') ||
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

/** Is the article about the two and trade? A reason says why not. Readings of an article that is not are dropped. */
export const gate = (doc: Doc, readings: readonly Reading[]): Gate => {
  const both = count(doc, 'both');
  const us = count(doc, 'US') + both;
  const cn = count(doc, 'CN') + both;
  const drop = (reason: string): Gate => ({ relevant: false, reason });
  if (cn === 0 || !named(doc, 'CN')) return drop('China is not named');
  if ((us === 0 || !named(doc, 'US')) && !readings.some(isOfUs))
    return drop('the United States is not named');
  const others = count(doc, 'other');
  if (others > cn && (cn < 2 || isElsewhere(doc))) return drop('about third parties');
  if (!isTrade(doc) && readings.length === 0) return drop('not about trade');
  if (readings.length === 0) return drop('nothing to observe');
  return { relevant: true, reason: null };
};
