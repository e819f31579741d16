import { type Clause, type Mention } from '../../doc';
import { has, mentions, party, values, words } from '../helpers';
import { type Hit } from '../rule';
import { isPromise } from './acts';
import { doerOf } from './actor';
import { thingsOf } from './subject';

const notBought: ReadonlySet<string> = new Set([
  'fentanyl',
  'tiktok',
  'small parcels',
  'rare earths',
  'chips',
]);
const obliging =
  / (?:oblig\w+|bind\w*|bound|commit\w*|require[sd]?|must|has to|have to|in return|target|targets|promises|promise|pledge\w*|commitments?|undert\w+) /;

/** Does the text oblige to buy: "commits it to", "targets"? */
export const isObliged = (hit: Hit): boolean => has(hit.doc, hit.clause, obliging);

/** What is bought: products, else the other side's goods as they are called, else plainly the other side's goods. */
export const bought = (hit: Hit): { readonly things: readonly Mention[]; readonly otherwise: string } => {
  const things = thingsOf(hit.doc, hit, hit.sentence).filter(
    (m) =>
      (m.kind === 'product' || m.name.toLowerCase() === 'boeing') && !notBought.has(m.name.toLowerCase()),
  );
  const services = has(hit.doc, hit.sentence, / services /);
  return { things, otherwise: services ? 'us goods and services' : 'us goods' };
};

/** What China buys from America above all: named beside buying, it is told without saying whose it is. */
const staples: ReadonlySet<string> = new Set([
  'soybeans',
  'sorghum',
  'boeing',
  'aircraft',
  'farm goods',
  'liquefied natural gas',
  'beef',
  'corn',
]);
const plenty =
  / (?:more|additional|extra|agricultural|farm|energy|industrial|products?|goods|services|aircraft|crops|grain|agriculture) /;

/** Is there American merchandise, an amount or "more" beside the trigger? Buying of anything else is none of ours. */
export const isTrade = (hit: Hit): boolean => {
  const { doc } = hit;
  const part = {
    from: Math.max(hit.sentence.from, hit.from - 6),
    to: Math.min(hit.sentence.to, hit.to + 16),
  };
  const goods = mentions(doc, part, 'goods').some((m) => m.side === 'US');
  if (values(doc, part, 'money').length > 0 && has(doc, hit.sentence, obliging)) return true;
  // "China committed to 12 million tons by New Year": of what, the text has said.
  if (
    hit.trigger.startsWith('million') &&
    has(doc, hit.sentence, obliging) &&
    doc.mentions.some((m) => m.name === 'soybeans')
  )
    return true;
  if (bought(hit).things.some((m) => staples.has(m.name.toLowerCase()))) return true;
  const american = has(doc, hit.sentence, / (?:american|us|america|united states|u s) /);
  return (
    goods ||
    (american &&
      (values(doc, part, 'money').length > 0 || bought(hit).things.length > 0 || has(doc, part, plenty)))
  );
};

/** "the deal obliges China to buy", "Trump said China would buy": China stands right before the buying. */
const obliges = (hit: Hit, clause: Clause): boolean =>
  / (?:china|beijing|chinese|xi|it) /.test(
    ` ${words(hit.doc, { from: Math.max(clause.from, hit.from - 8), to: hit.from })} `,
  );

/** Is it China that buys? A promise of America's hangs on China's buying too. */
export const chinaBuys = (hit: Hit, clause: Clause): boolean => {
  const { doc } = hit;
  const agent = party(doerOf(doc, clause)?.side);
  const named = has(doc, hit.sentence, / (?:china|chinese|beijing|bejing|xi|cofco|sinograin) /);
  return (
    agent === 'CN' ||
    (agent === null && named) ||
    (agent === 'US' && isPromise(doc, clause)) ||
    obliges(hit, clause)
  );
};
