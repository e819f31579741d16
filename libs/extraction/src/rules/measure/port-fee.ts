import { has, mentions, opposite } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actorsOf } from './actor';

/** Ships told by who built, owns or flies them: the other side charges them. */
const chineseShips =
  / (?:ships|vessels) (?:built|made) in china | chinese - (?:built|owned|linked|flagged|operated|made) | china - built /;
const americanShips = / (?:american|us|u s) - ?(?:,)? ?(?:built|owned|linked|flagged|operated) /;
const bySailing = (hit: Hit): 'US' | 'CN' | null => {
  if (has(hit.doc, hit.clause, chineseShips)) return 'US';
  return has(hit.doc, hit.clause, americanShips) ? 'CN' : null;
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
    'net ton',
    'net tonne',
  ],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const { doc, clause } = hit;
    const named = /port|docking/.test(hit.trigger);
    if (!named && !has(doc, hit.sentence, / (?:ships?|vessels?|ports?|shipping) /)) return [];
    if (aboutOthers(hit)) return [];
    const ships = mentions(doc, clause, 'goods').find((m) => has(doc, m, / (?:ships?|vessels?) /));
    const aimed = opposite(ships?.side) ?? bySailing(hit);
    const actors = aimed === null ? actorsOf(hit) : [aimed];
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
  ],
  no: ['Visa fees for students went up.', 'Rotterdam raised its port fees for tankers.'],
});
