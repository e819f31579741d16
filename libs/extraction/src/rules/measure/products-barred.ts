import { type Span } from '../../doc';
import { has, mentions, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { toldAct } from './acts';
import { firmSide } from './firms';

/** What is kept off a market, as it is called. */
const goods =
  / (?:equipment|gear|products?|chips?|drones?|vehicles?|cars?|software|hardware|cranes|devices|routers|cameras|components|jets|planes|approvals) /;

const after = (hit: Hit): Span => ({ from: hit.to, to: Math.min(hit.sentence.to, hit.to + 9) });

/** A firm or the goods of the other side, right behind the verb. */
const isBarred = (hit: Hit, actor: Party): boolean => {
  const { doc } = hit;
  const part = after(hit);
  const other = actor === 'US' ? 'CN' : 'US';
  const firm = mentions(doc, part, 'firm').some((m) => firmSide(m) === other);
  const whose = mentions(doc, part).some((m) => m.side === other);
  if (actor === 'CN')
    return (
      firm && has(doc, hit.sentence, / (?:from|products?|chips?|infrastructure|networks?|market|sales) /)
    );
  return (firm || whose) && has(doc, { from: hit.from, to: part.to + 4 }, goods);
};

/** To bar somebody from selling or investing is another measure. */
const otherwise =
  / (?:investing|invest|investment|selling|sell|sale|sales|exporting|exports?|export|shipping|visas?|students|entering|travel\w*|listing|imports?) /;

/** "bans US chip giant Micron from infrastructure", "bars Chinese drones": firms and goods of the other side kept off the market. */
export const productsBarred = rule({
  id: 'measure.products-barred',
  type: 'measure',
  triggers: [
    'bans',
    'bars',
    'banned',
    'barred',
    'ban',
    'bar',
    'banning',
    'barring',
    'prohibits',
    'prohibited',
  ],
  priority: 13,
  confidence: 0.6,
  read: (hit) => {
    const { doc } = hit;
    const actor = party(actingSide(hit));
    if (actor === null || aboutOthers(hit, hit.sentence) || hit.clause.negated) return [];
    if (has(doc, { from: hit.from, to: hit.to + 12 }, otherwise) || !isBarred(hit, actor)) return [];
    const named = mentions(doc, after(hit), 'firm', 'product').slice(0, 2);
    const act = toldAct(hit);
    return about(hit, {
      kind: 'import_ban',
      things: named,
      otherwise: actor === 'CN' ? 'us products' : 'chinese products',
      actors: [actor],
      act: act === 'announce' && hit.clause.tense !== 'future' ? 'restrict' : act,
    });
  },
  yes: [
    [
      'China has banned Micron, the American chipmaker, from its key infrastructure.',
      { actor: 'CN', kind: 'import_ban', status: 'in_effect', subject: 'micron' },
    ],
    ['The US bans Chinese software in cars.', { actor: 'US', kind: 'import_ban', status: 'in_effect' }],
    ['The FCC barred new equipment of Huawei and ZTE.', { actor: 'US', status: 'in_effect' }],
  ],
  no: ['Britain banned Huawei from its networks.', 'China banned tutors from teaching at weekends.'],
});
