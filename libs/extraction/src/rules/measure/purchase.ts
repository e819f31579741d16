import { has, span } from '../helpers';
import { measure, rule, type Draft, type Hit } from '../rule';
import { aboutOthers } from './about';
import { governing } from './acts';
import { bought, chinaBuys, isTrade } from './purchase-slots';
import { isLevy, isNews, isSought, nounStatus, statusOf, type Status } from './purchase-status';
import { subjectOf } from './subject';

const read = (hit: Hit, status: Status | null, evidence = hit.clause): readonly Draft<'measure'>[] => {
  if (status === null || aboutOthers(hit)) return [];
  const { things, otherwise } = bought(hit);
  hit.note('status', status);
  const fields = measure({ actor: 'CN', kind: 'purchase', subject: subjectOf(things, otherwise), status });
  return [{ fields, evidence: span(hit, evidence) }];
};

/** "China will buy more American soybeans", "snapped up 136,000 tons": buying told by a verb. */
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
    'booked',
    'snapped up',
    'snaps up',
    'scooped up',
    'shunned',
    'taken no',
    'took no',
    'takes no',
    'picked up',
    'shuns',
    'snubs',
    'snubbed',
    'cargo of',
    'cargoes of',
    'soybean order',
    'soybean orders',
    'will order',
    'to order',
    'and order',
    'boycotted',
    'import more',
    'imports more',
    'expand its imports',
    'increase imports',
    'increase its imports',
    'to import',
    'step up imports',
    'importing',
    'million tons',
    'million tonnes',
    'million metric tons',
    'billion a year of',
    'billion per year of',
    'billion worth of',
    'tonnes of',
    'tons of',
  ],
  priority: 15,
  confidence: 0.75,
  read: (hit) => {
    const clause = governing(hit.doc, hit.clause);
    if (isLevy(hit) || !chinaBuys(hit, clause) || !isTrade(hit)) return [];
    const status = statusOf(hit, clause);
    return status === 'in_effect' && !isNews(hit, clause) ? [] : read(hit, status);
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
    ['Chinese importers booked six cargoes of US sorghum.', { status: 'in_effect', subject: 'sorghum' }],
    ['China has not bought a single cargo of American soybeans since May.', { status: 'suspended' }],
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
    const wished =
      clause.modality === 'wish' ||
      clause.modality === 'question' ||
      has(doc, clause, / (?:seek\w*|likely to) /) ||
      isSought(hit);
    if (!chinese || wished || !(committed || isTrade(hit))) return [];
    return read(hit, nounStatus(hit, clause), hit.clause);
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
    ['China has resumed its purchases of American farm products.', { status: 'in_effect' }],
  ],
  no: ['The Fed ended its purchases of bonds.', 'Japan pledged purchases of American rice.'],
});
