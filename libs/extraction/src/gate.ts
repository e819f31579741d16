import { inside, type Doc } from './doc';
import { type Reading } from './rules/rule';
import { evidenceOf, type Evidence, type Scene } from './scene';

export interface Gate {
  readonly relevant: boolean;
  readonly reason: string | null;
}

const count = (e: Evidence, is: (scene: Scene) => boolean): number =>
  [...e.scenes.values()].filter(is).length;

const isBond = (s: Scene): boolean => s.bond && s.matter;

/** "Commerce tightens controls": its ministries stand for the country; tariffs on Chinese goods of which nobody else is the author are America's. */
const isOfUs = (r: Reading, e: Evidence): boolean =>
  (r.type === 'measure' && r.fields.actor === 'US') ||
  (r.type === 'tariff' && r.fields.imposer === 'US' && e.other === 0);

/** The headline has a third party in the place of one of the two. */
const isElsewhere = ({ head, other, us }: Evidence): boolean =>
  head?.other === true && (head.cn ? !head.us && other >= us : true);

const areOthers = (e: Evidence): boolean => {
  if (count(e, isBond) > 0) return false;
  if (e.head?.other === true && e.head.cn) return isElsewhere(e);
  return e.other > e.cn && (e.cn < 2 || isElsewhere(e));
};

/** Why the article is not about the two, or null. */
const isNotOfTwo = (e: Evidence, readings: readonly Reading[]): string | null => {
  if (e.cn === 0) return 'China is not named';
  if (e.us === 0 && !readings.some((r) => isOfUs(r, e))) return 'the United States is not named';
  return areOthers(e) ? 'about third parties' : null;
};

const isLink = (s: Scene): boolean => s.us && s.cn;

/** A reading counts where China is in sight of it or no third party is in sight at all; a tone only where it meets the other side. */
const isBorne = (doc: Doc, e: Evidence, readings: readonly Reading[]): boolean => {
  const solid = readings.filter((r) => r.type !== 'stance');
  if (solid.length === 0)
    return readings.length > 0 && count(e, (s) => isLink(s) && (s.matter || !s.other)) > 0;
  return (
    count(e, isLink) > 0 ||
    e.head?.cn === true ||
    (e.other === 0 && e.cn > 1) ||
    solid.some((r) => inside(doc.mentions, r.sentence).some((m) => m.side === 'CN' || m.side === 'both'))
  );
};

/** Nothing can be pinned down, yet the two and their trade are what it speaks of. */
const isSpokenOf = (e: Evidence): boolean => {
  const links = count(e, (s) => isLink(s) && s.trade && !s.other && !s.market);
  return (
    e.war ||
    count(e, isBond) > 0 ||
    links > (e.other === 0 && e.us > 1 && e.cn > 1 ? 0 : 1) ||
    links * 3 >= e.scenes.size ||
    (e.head !== null && isLink(e.head) && e.head.trade && e.other <= e.cn)
  );
};

/** Is the article about the two and trade? A reason says why not. Readings of an article that is not are dropped. */
export const gate = (doc: Doc, readings: readonly Reading[]): Gate => {
  const evidence = evidenceOf(doc);
  const drop = (reason: string): Gate => ({ relevant: false, reason });
  const reason = isNotOfTwo(evidence, readings);
  if (reason !== null) return drop(reason);
  if (isBorne(doc, evidence, readings) || isSpokenOf(evidence)) return { relevant: true, reason: null };
  return drop(count(evidence, (s) => s.trade) > 0 ? 'nothing to observe' : 'not about trade');
};
