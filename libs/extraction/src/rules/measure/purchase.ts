import { type Clause, type Mention } from '../../doc';
import { agentOf, has, mentions, party, span, values, words } from '../helpers';
import { type MeasureObservation } from '@app/contracts';
import { measure, rule, type Draft, type Hit } from '../rule';
import { aboutOthers } from './about';
import { governing, isPromise } from './acts';
import { subjectOf, thingsOf } from './subject';

type Status = MeasureObservation['status'];

const notBought: ReadonlySet<string> = new Set(['fentanyl', 'tiktok', 'small parcels', 'rare earths']);
const stopping =
  / (?:stop\w*|halt\w*|suspend\w*|cancel\w*|cease\w*|no longer|any more|no (?:\w+ )?(?:agricultural|farm|american|us) ) /;
const obliging =
  / (?:oblig\w+|bind\w*|bound|commit\w*|require[sd]?|must|has to|have to|in return|target|targets|promises|promise|pledge\w*|commitments?|undert\w+) /;

/** What is bought: products, else the other side's goods as they are called, else plainly the other side's goods. */
const bought = (hit: Hit): { readonly things: readonly Mention[]; readonly otherwise: string } => {
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
  / (?:more|additional|extra|agricultural|farm|energy|industrial|products?|goods|services|aircraft|crops|grain) /;

/** Is there American merchandise, an amount or "more" beside the trigger? Buying of anything else is none of ours. */
const isTrade = (hit: Hit): boolean => {
  const { doc } = hit;
  const part = {
    from: Math.max(hit.sentence.from, hit.from - 6),
    to: Math.min(hit.sentence.to, hit.to + 16),
  };
  const goods = mentions(doc, part, 'goods').some((m) => m.side === 'US');
  if (values(doc, part, 'money').length > 0 && has(doc, hit.sentence, obliging)) return true;
  if (bought(hit).things.some((m) => staples.has(m.name.toLowerCase()))) return true;
  const american = has(doc, hit.sentence, / (?:american|us|america|united states|u s) /);
  return (
    goods ||
    (american &&
      (values(doc, part, 'money').length > 0 || bought(hit).things.length > 0 || has(doc, part, plenty)))
  );
};

const buyer = (hit: Hit, clause: Clause): 'CN' | null => {
  const { doc } = hit;
  const agent = party(agentOf(doc, clause)?.side);
  const named = has(doc, hit.sentence, / (?:china|chinese|beijing|xi) /);
  return agent === 'CN' ||
    (agent === null && named) ||
    (agent === 'US' && isPromise(doc, clause)) ||
    obliges(hit, clause)
    ? 'CN'
    : null;
};
/** "the deal obliges China to buy", "Trump said China would buy": China stands right before the buying. */
const obliges = (hit: Hit, clause: Clause): boolean =>
  / (?:china|beijing|chinese|xi|it) /.test(
    ` ${words(hit.doc, { from: Math.max(clause.from, hit.from - 8), to: hit.from })} `,
  );

const statusOf = (hit: Hit, clause: Clause): Status | null => {
  const { doc } = hit;
  if (has(doc, hit.clause, / (?:promise|pledge|commitment|vow|agreement|deal) to /)) return 'pledged';
  if (isNoBuying(hit, clause)) return null;
  if (clause.verbs.some((v) => v.negated) || has(doc, clause, stopping)) return 'suspended';
  const told = clause.modality === 'fact' && /^(?:past|perfect|present)$/.test(clause.tense);
  if (isPromise(doc, clause) || has(doc, hit.clause, obliging) || !told) return 'pledged';
  return 'in_effect';
};

/** Who cannot buy, has not bought or is wished to buy has neither bought nor promised to. */
const isNoBuying = (hit: Hit, clause: Clause): boolean =>
  (hit.trigger === 'bought' && clause.negated) ||
  has(hit.doc, clause, / (?:can't|cannot|can not|unable|could not) /) ||
  clause.modality === 'wish' ||
  clause.modality === 'question';

const read = (hit: Hit, status: Status | null, evidence = hit.clause): readonly Draft<'measure'>[] => {
  if (status === null || aboutOthers(hit)) return [];
  const { things, otherwise } = bought(hit);
  hit.note('status', status);
  const fields = measure({ actor: 'CN', kind: 'purchase', subject: subjectOf(things, otherwise), status });
  return [{ fields, evidence: span(hit, evidence) }];
};

/** "China will buy more American soybeans", "obliges China to import": buying told by a verb. */
export const buying = rule({
  id: 'measure.buying',
  type: 'measure',
  triggers: [
    'buy',
    'buys',
    'buying',
    'bought',
    'purchase',
    'purchasing',
    'purchased',
    'import more',
    'imports more',
    'expand its imports',
    'increase imports',
    'increase its imports',
    'to import',
    'step up imports',
    'importing',
    'tonnes of',
    'tons of',
  ],
  priority: 15,
  confidence: 0.75,
  read: (hit) => {
    const clause = governing(hit.doc, hit.clause);
    if (buyer(hit, clause) === null || !isTrade(hit)) return [];
    const status = statusOf(hit, clause);
    return status === 'in_effect' &&
      !has(hit.doc, clause, / (?:resum\w+|already|start\w*|began|begun|again|more) /)
      ? []
      : read(hit, status);
  },
  yes: [
    [
      'China agreed to buy more American soybeans.',
      { actor: 'CN', kind: 'purchase', status: 'pledged', subject: 'soybeans' },
    ],
    ['The deal obliges China to import $200 billion more of US goods and services.', { status: 'pledged' }],
    [
      'Chinese companies have stopped buying US farm products.',
      { status: 'suspended', subject: 'farm goods' },
    ],
    ['China has resumed buying American soybeans.', { status: 'in_effect' }],
  ],
  no: [
    'Trump wants to buy Greenland.',
    'Chinese tourists bought American perfume in Paris, shops said.',
    'Canada will buy more oil.',
  ],
});

/** "purchases of US farm goods", "purchase commitments": buying told by a noun. */
export const purchases = rule({
  id: 'measure.purchases',
  type: 'measure',
  triggers: [
    'purchases',
    'purchases of',
    'purchase commitments',
    'purchase promises',
    'purchase pledges',
    'purchase targets',
    'purchasing commitments',
    'buying targets',
    'buying of',
    'buyers for',
  ],
  priority: 14,
  confidence: 0.7,
  read: (hit) => {
    const { doc } = hit;
    const clause = governing(doc, hit.clause);
    const committed = /promises|commitments|pledges|targets/.test(hit.trigger);
    const chinese = has(doc, hit.sentence, / (?:china|chinese|beijing|xi) /) || committed;
    if (!chinese || !(committed || isTrade(hit))) return [];
    const halted = clause.negated || has(doc, clause, stopping);
    return read(hit, halted && !committed ? 'suspended' : 'pledged', hit.clause);
  },
  yes: [
    [
      'Beijing promised additional purchases of American farm products.',
      { actor: 'CN', status: 'pledged', subject: 'farm goods' },
    ],
    [
      'The purchase commitments of the Phase One deal run until December.',
      { status: 'pledged', subject: 'us goods' },
    ],
    ['China suspended purchases of US soybeans.', { status: 'suspended', subject: 'soybeans' }],
  ],
  no: ['The Fed ended its purchases of bonds.', 'Japan pledged purchases of American rice.'],
});
