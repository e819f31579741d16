import { has, mentions, party } from '../helpers';
import { rule } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { actOf, toldAct } from './acts';

/** "suspend its non-tariff countermeasures": what China did in April 2025 beside its tariffs, taken together. */
export const nonTariffSteps = rule({
  id: 'measure.non-tariff-steps',
  type: 'measure',
  triggers: ['non - tariff', 'nontariff', 'restrictive measures'],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const measures = has(hit.doc, hit.sentence, / (?:measures?|countermeasures?|steps|barriers|actions) /);
    if (!measures || aboutOthers(hit) || actOf(hit) === 'stand') return [];
    const otherwise = hit.trigger.includes('restrictive')
      ? 'restrictive measures'
      : 'non-tariff countermeasures';
    return about(hit, { kind: 'other', otherwise });
  },
  yes: [
    [
      'China suspended the non-tariff measures that it took in April.',
      { actor: 'CN', kind: 'other', status: 'suspended' },
    ],
    [
      'The United States will lift a number of restrictive measures against China.',
      { actor: 'US', status: 'pledged' },
    ],
    ['Beijing promised to remove its non-tariff countermeasures.', { actor: 'CN', status: 'pledged' }],
  ],
  no: ['Non-tariff talk bored the audience.', 'Japan kept its non-tariff barriers on cars.'],
});

/** The end of duty-free small parcels. */
export const smallParcels = rule({
  id: 'measure.small-parcels',
  type: 'measure',
  triggers: [
    'de minimis',
    'small parcels',
    'low value parcels',
    'low - value parcels',
    'small packages',
    'low - value packages',
    'duty - free',
    'duty free',
    '800',
  ],
  priority: 15,
  confidence: 0.75,
  read: (hit) => {
    const ended = has(
      hit.doc,
      hit.sentence,
      / (?:end(?:s|ed|ing)?|revok\w+|clos\w+|scrap\w*|eliminat\w+|stop\w*|remov\w+|no longer|suspend\w*|paus\w+|do(?:es|ne|ing)? away with|did away with|on hold|tak(?:e|es|en|ing) away|strip\w*|withdr\w+|los(?:e|es|t|ing)|curb\w*|abolish\w*) /,
    );
    const china = has(hit.doc, hit.sentence, / (?:china|chinese|hong kong) /);
    const parcels = has(hit.doc, hit.sentence, / (?:parcels?|packages?|shipments|de minimis|e - commerce) /);
    if (!ended || !china || !parcels || aboutOthers(hit)) return [];
    // To suspend the exemption is to end it; to put the end of it on hold is not.
    const held =
      actOf(hit) === 'suspend' &&
      has(
        hit.doc,
        hit.sentence,
        / (?:orders?|end of|ending|removal|doing away|plan|rule|closing|closure|repeal) /,
      );
    return about(hit, {
      kind: 'other',
      otherwise: 'de minimis exemption for small duty-free parcels',
      act: held ? 'suspend' : toldAct(hit) === 'propose' ? 'propose' : 'restrict',
      actors: ['US'],
    });
  },
  yes: [
    [
      'Washington ended the de minimis exemption for parcels from China.',
      { actor: 'US', kind: 'other', status: 'in_effect' },
    ],
    [
      'The US will scrap duty-free treatment of small packages from China in May.',
      { actor: 'US', status: 'announced' },
    ],
    ['Small parcels from China no longer come in free of duty.', { actor: 'US', status: 'in_effect' }],
  ],
  no: ['De minimis rules help Chinese sellers.', 'Brazil ended its exemption for small parcels.'],
});

/** The label of currency manipulator. */
export const manipulatorLabel = rule({
  id: 'measure.currency-manipulator',
  type: 'measure',
  triggers: [
    'currency manipulator',
    'currency manipulation',
    'manipulator tag',
    'manipulator label',
    'manipulator',
  ],
  priority: 15,
  confidence: 0.75,
  read: (hit) => {
    const labels = has(
      hit.doc,
      hit.sentence,
      / (?:label\w*|brand\w*|call\w*|designat\w+|declar\w+|nam\w+|remov\w+|dropp\w+|stripp?\w*|lift\w*|withdr\w+|tag|tags|tagged|t(?:ake|akes|aken|ook|aking) (?:[\w']+ ){1,5}off|accus\w+) /,
    );
    const china = has(hit.doc, hit.sentence, / (?:china|chinese|beijing|country) /);
    return labels && china && !aboutOthers(hit)
      ? about(hit, {
          kind: 'other',
          otherwise: 'currency manipulator label',
          act: has(
            hit.doc,
            hit.sentence,
            / (?:(?:remov|drop|strip|lift|withdr)\w*|t(?:ake|akes|aken|ook|aking) (?:[\w']+ ){1,5}off) /,
          )
            ? 'lift'
            : 'restrict',
          actors: ['US'],
        })
      : [];
  },
  yes: [
    [
      'The US Treasury designated China a currency manipulator.',
      { actor: 'US', kind: 'other', status: 'in_effect' },
    ],
    ['Washington dropped its label of China as a currency manipulator.', { actor: 'US', status: 'lifted' }],
    ['China was branded a currency manipulator by the Treasury.', { actor: 'US', status: 'in_effect' }],
  ],
  no: ['Vietnam was named a currency manipulator.', 'Currency markets were calm in China.'],
});

/** A complaint before the World Trade Organization. */
export const tradeComplaint = rule({
  id: 'measure.wto-complaint',
  type: 'measure',
  triggers: ['wto', 'world trade organization', 'world trade organisation'],
  priority: 15,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence } = hit;
    const filed = has(
      doc,
      sentence,
      / (?:fil(?:e|es|ed|ing)|lodg\w+|su(?:e|es|ed|ing)|br(?:ing|ings|ought)|launch\w*|tak(?:e|es|en|ing)|took|ask\w*|request\w*|challeng\w+) /,
    );
    const paper = has(
      doc,
      sentence,
      / (?:lawsuit|complaint|case|suit|dispute|challenge|before|consultations (?:at|through|in|before|under)|(?:took|take|takes|taken) (?:[\w']+ ){1,6}to the (?:wto|world)|sue|sues|sued|suing) /,
    );
    const actor = party(actingSide(hit));
    const others = mentions(doc, sentence).some(
      (m) => m.side === 'other' && m.name !== 'WTO' && m.kind === 'country',
    );
    if (!filed || !paper || actor === null || others) return [];
    return about(hit, { kind: 'other', otherwise: 'wto case', actors: [actor], act: 'restrict' });
  },
  yes: [
    [
      'China has filed a complaint at the WTO against the American tariffs.',
      { actor: 'CN', kind: 'other', status: 'in_effect', subject: 'wto case' },
    ],
    [
      'Washington will bring a case against China before the World Trade Organization.',
      { actor: 'US', status: 'announced' },
    ],
    ['China brought a lawsuit over American duties to the WTO.', { actor: 'CN', status: 'in_effect' }],
  ],
  no: ['China joined the WTO in 2001.', 'The WTO ruled for the EU in its case against Airbus.'],
});
