import { has, mentions, opposite, ownerOf, values, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { segmentOf } from './acts';
import { actorsOf, isOfBoth } from './actor';

/** Ships told by who built, owns or flies them: the other side charges them. */
const chineseShips =
  / (?:ships?|vessels?|hulls|tonnage) (?:built|made) in china | chinese (?:ships|vessels|tankers|carriers|shipowners|shipping lines|operators) | (?:ships|vessels) (?:that|which) (?:\w+ ){0,6}(?:china|chinese) | chinese - (?:built|owned|linked|flagged|operated|made) | china - built /;
const americanShips =
  / (?:american|us|u s) (?:- ?(?:,)? ?(?:built|owned|linked|flagged|operated)|ships|vessels|tankers|carriers|shipowners|shipping lines) | (?:ships|vessels) (?:related|linked|tied|belonging) to the (?:us|u s|united states) /;
const bySailing = (hit: Hit): Party | null => {
  const part = { from: segmentOf(hit).from, to: hit.clause.to };
  if (has(hit.doc, part, chineseShips)) return 'US';
  return has(hit.doc, part, americanShips) ? 'CN' : null;
};

const doing =
  / (?:charg\w+|impos\w+|collect\w*|lev(?:y|ies|ied|ying)|pay|pays|paid|paying|suspend\w*|suspension|paus\w+|lift\w*|announc\w+|propos\w+|plan\w*|begin\w*|began|begun|start\w*|fac(?:e|es|ed|ing)|introduc\w+|put|puts|hit|hits|slap\w*|drop\w*|scrap\w*|waiv\w+|remov\w+|new|special|on|own|remain|stay|apply|applied|effect|retaliat\w+|for|of|ceas(?:e|es|ed)) /;

/** Is something done with the fees? What is done to "the maritime, logistics and shipbuilding sectors" is done by measures. */
const isDone = (hit: Hit): boolean =>
  hit.trigger.startsWith('maritime')
    ? has(hit.doc, hit.sentence, / (?:actions?|measures?|fees?) /) &&
      has(hit.doc, hit.sentence, / (?:suspend\w*|paus\w+|implement\w*) /)
    : has(hit.doc, hit.clause, doing);

/** Who charges: the other side of whose ships pay, both, or America, whose the measures on China's shipyards are. */
const chargersOf = (hit: Hit, aimed: Party | null): readonly Party[] => {
  if (hit.trigger.startsWith('maritime')) return ['US'];
  if (aimed !== null) return [aimed];
  return isOfBoth(hit) ? ['US', 'CN'] : actorsOf(hit);
};

/** Fees by name, or charged on ships; "each time" needs what is charged. */
const isOfShips = ({ doc, sentence, trigger }: Hit): boolean => {
  if (/^(?:port|docking)/.test(trigger)) return true;
  const paid = !/ (?:time|voyage)$/.test(trigger) || values(doc, sentence, 'money').length > 0;
  return paid && has(doc, sentence, / (?:ships?|vessels?|ports?|shipping|shipbuilding) /);
};

/** "He said that port fees hurt everybody": the fees do it, not who speaks; whose they are is not told. */
const isNobodys = (hit: Hit): boolean => {
  const { clause } = hit;
  const [verb] = clause.verbs;
  const inherited = clause.subject === null || clause.subject.from < clause.from;
  return (
    verb !== undefined &&
    hit.to <= verb.from &&
    !verb.passive &&
    inherited &&
    clause.opener === 'that' &&
    ownerOf(hit.doc, hit) === null
  );
};

/** "port fees on Chinese ships", "both sides' port fees": charges on the other side's vessels. */
export const portFees = rule({
  id: 'measure.port-fees',
  type: 'measure',
  triggers: [
    'port fees',
    'port fee',
    'docking fees',
    'port charges',
    'port levies',
    'port dues',
    'fees',
    'fee',
    'levies',
    'port call',
    'maritime , logistics',
    'net ton',
    'net tonne',
    'each time',
    'every time',
    'per voyage',
    'port taxes',
    'special charges',
    'charges on',
    'tonnage dues',
    'tonnage tax',
  ],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const { doc, clause } = hit;
    if (!isOfShips(hit) || aboutOthers(hit) || !isDone(hit)) return [];
    const ships = mentions(doc, clause, 'goods').find((m) => has(doc, m, / (?:ships?|vessels?) /));
    const aimed = opposite(ships?.side) ?? bySailing(hit);
    if (aimed === null && isNobodys(hit)) return [];
    const actors = chargersOf(hit, aimed);
    const subject = aimed === null ? 'port fees' : aimed === 'US' ? 'chinese ships' : 'us ships';
    return about(hit, { kind: 'port_fee', otherwise: subject, actors });
  },
  yes: [
    [
      'Washington suspended its port fees on Chinese ships.',
      { actor: 'US', kind: 'port_fee', status: 'suspended' },
    ],
    [
      'China began to collect port fees from American vessels.',
      { actor: 'CN', kind: 'port_fee', status: 'in_effect' },
    ],
    ['Chinese ships will have to pay new fees in American ports.', { actor: 'US', status: 'announced' }],
    [
      'USTR proposed charging Chinese-built vessels $1 million a port call.',
      { actor: 'US', status: 'threatened' },
    ],
    [
      "The US will suspend its Section 301 measures on China's maritime, logistics and shipbuilding sectors.",
      { actor: 'US', status: 'suspended' },
    ],
    ['US, China pause port fees.', { actor: 'CN', status: 'suspended' }],
    [
      'USTR proposed charging up to $1 million each time a ship made in China docks in America.',
      { actor: 'US', status: 'threatened' },
    ],
    ['The two sides shelved the port taxes on each other.', { actor: 'CN', status: 'suspended' }],
  ],
  no: ['Visa fees for students went up.', 'Rotterdam raised its port fees for tankers.'],
});
