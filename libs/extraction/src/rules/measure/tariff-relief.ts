import { has, mentions, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { governing, isPromise } from './acts';

const relieving =
  / (?:extend(?:s|ed|ing)?|grant\w*|reinstat\w+|renew\w*|announc\w+|approv\w+|exempt(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|waiv\w+|add(?:s|ed|ing)?|publish\w*|releas\w+|issu(?:e|es|ed|ing)|unveil\w*|prolong\w*|offer\w*|expand\w*|restor\w+) /;

/** Who lets goods off: who does it; else whose duties they are ("Section 301" is America's). */
const reliever = (hit: Hit): Party | null => {
  const { doc, sentence } = hit;
  const agent = party(actingSide(hit));
  if (agent !== null) return agent;
  if (has(doc, sentence, / (?:section 301|ustr|trade representative) /)) return 'US';
  const goods = mentions(doc, sentence, 'goods').find((m) => party(m.side) !== null);
  return goods?.side === 'US' ? 'CN' : goods?.side === 'CN' ? 'US' : null;
};

/** "extended tariff exclusions on Chinese goods", "exempted some US goods from tariffs": duties that are not charged. */
export const tariffRelief = rule({
  id: 'measure.tariff-relief',
  type: 'measure',
  triggers: [
    'exclusions',
    'exclusion',
    'tariff exemptions',
    'tariff exemption',
    'tariff waivers',
    'exemptions',
    'exempted',
    'exempts',
    'exempt',
  ],
  priority: 14,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence, clause } = hit;
    const ofTariffs = has(doc, sentence, / (?:tariffs?|dut(?:y|ies)|section 301|lev(?:y|ies)) /);
    const led = governing(doc, clause);
    const given = has(doc, { from: Math.min(led.from, clause.from), to: clause.to }, relieving);
    const china = has(doc, sentence, / (?:china|china's|chinese|prc) /);
    if (!ofTariffs || !given || !china || led.negated || aboutOthers(hit, sentence)) return [];
    if (has(doc, sentence, / (?:de minimis|parcels?|packages|small) /)) return [];
    const actor = reliever(hit);
    const future = led.tense === 'future' || led.modality === 'plan' || isPromise(doc, led);
    return actor === null
      ? []
      : about(hit, {
          kind: 'other',
          otherwise: 'tariff exclusions',
          actors: [actor],
          act: future ? 'promise' : 'ease',
        });
  },
  yes: [
    [
      'USTR extended its exclusions from the Section 301 duties on goods from China until August.',
      { actor: 'US', kind: 'other', status: 'eased', subject: 'tariff exclusions' },
    ],
    ['China exempted some American chips from its tariffs.', { actor: 'CN', kind: 'other', status: 'eased' }],
    [
      'China will extend its process for exclusions from tariffs on US goods.',
      { actor: 'CN', status: 'pledged' },
    ],
  ],
  no: ['Canada is exempt from the tariff.', 'The tariff on Chinese cars rose, with no word of relief.'],
});
