import { type Mention } from '../../doc';
import { has, mentions, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing } from './acts';
import { subjectOf } from './subject';

const refusing = /^(?:turn|refus|kept out|shut out)/;

/** Goods of one side told as such ("American logs"), in the clause or the one that governs it. */
const goodsOf = (hit: Hit): Mention | undefined => {
  const led = governing(hit.doc, hit.clause);
  const part = { from: Math.min(led.from, hit.clause.from), to: Math.min(hit.sentence.to, hit.to + 10) };
  const all = mentions(hit.doc, part, 'goods', 'people', 'country', 'product');
  // "American poultry": the people's name right before the product.
  return all.find(
    (m, i) =>
      party(m.side) !== null &&
      (m.kind === 'goods' || (all[i + 1]?.kind === 'product' && all[i + 1]?.from === m.to)),
  );
};

/** "Three American firms may ship soybeans to China again": who may sell there once more. */
const isReturn = (hit: Hit): boolean =>
  has(
    hit.doc,
    hit.sentence,
    / (?:may|can|could|able to|allowed to|free to|cleared to) (?:\w+ ){0,2}(?:ship|sell|export|send) (?:\w+ ){0,4}to china /,
  ) && has(hit.doc, hit.sentence, / (?:american|us|u s) /);

const farmOrWood = (hit: Hit): readonly Mention[] =>
  mentions(hit.doc, hit.sentence, 'product').filter((m) =>
    /^(?:soybeans|sorghum|corn|wheat|cotton|pork|beef|poultry|fruit|nuts|wine|seafood|lobsters|dairy|farm goods|lumber|coal|crude oil|liquefied natural gas|ethanol)$/.test(
      m.name,
    ),
  );

const ofReturn = (hit: Hit) => {
  const things = farmOrWood(hit);
  if (things.length === 0 || !isReturn(hit)) return [];
  return about(hit, { kind: 'import_ban', things, otherwise: 'us goods', actors: ['CN'], status: 'lifted' });
};

const status = (hit: Hit): 'lifted' | 'pledged' | 'in_effect' | null => {
  const { clause } = hit;
  const ahead = clause.tense === 'future' || clause.modality === 'plan';
  if (refusing.test(hit.trigger)) return ahead || clause.negated ? null : 'in_effect';
  const again = has(hit.doc, hit.sentence, / (?:again|once more|back|readmit\w*|resum\w+|re - ?admitted) /);
  if (!again) return null;
  return clause.negated ? 'in_effect' : ahead ? 'pledged' : 'lifted';
};

/** "American logs are admitted again", "customs turned away American beef": goods at the other side's border. */
export const atTheBorder = rule({
  id: 'measure.at-the-border',
  type: 'measure',
  triggers: [
    'admitted',
    'admits',
    'admit',
    'readmitted',
    'let in',
    'let back in',
    'allowed in',
    'allowed back in',
    'turned away',
    'turns away',
    'turning away',
    'turned back',
    'refused entry',
    'kept out',
    'shut out',
    'to china again',
    'to china once more',
  ],
  priority: 16,
  confidence: 0.65,
  read: (hit) => {
    if (aboutOthers(hit, hit.sentence)) return [];
    if (hit.trigger.startsWith('to china')) return ofReturn(hit);
    const goods = goodsOf(hit);
    const told = status(hit);
    const actor: Party | null = opposite(goods?.side);
    if (told === null || actor === null || has(hit.doc, hit.sentence, / (?:tariffs?|dut(?:y|ies)) /))
      return [];
    const things = farmOrWood(hit);
    const otherwise = actor === 'CN' ? 'us goods' : 'chinese goods';
    return about(hit, {
      kind: 'import_ban',
      things,
      otherwise: subjectOf(things, otherwise),
      actors: [actor],
      status: told,
      negatable: true,
    });
  },
  yes: [
    [
      'American lumber is once more admitted to China.',
      { actor: 'CN', kind: 'import_ban', status: 'lifted', subject: 'lumber' },
    ],
    ["China's customs has turned away American beef since March.", { actor: 'CN', status: 'in_effect' }],
    [
      'Three U.S. firms may ship soybeans to China again.',
      { actor: 'CN', status: 'lifted', subject: 'soybeans' },
    ],
    ['China will let in American poultry again.', { actor: 'CN', status: 'pledged' }],
  ],
  no: [
    'Trump admitted that American goods cost more.',
    'Canada turned away American beef.',
    'China let in 20 million tourists.',
  ],
});
