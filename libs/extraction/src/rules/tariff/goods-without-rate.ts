import { rule } from '../rule';
import { dutyWords, ratesAt } from './rates';

/** "China's retaliatory duties remain", "suspended its extra duties on US cars": a duty without rate and amount. */
export const goodsWithoutRate = rule({
  id: 'tariff.goods-without-rate',
  type: 'tariff',
  triggers: dutyWords,
  priority: 4,
  confidence: 0.6,
  read: (hit) => ratesAt(hit, 'goods'),
  yes: [
    [
      'China suspended its extra duties on American cars.',
      { imposer: 'CN', rate: null, status: 'suspended' },
    ],
    ['Biden has kept the tariffs on Chinese goods.', { imposer: 'US', rate: null, status: 'in_effect' }],
    [
      'Trump threatened new tariffs on Chinese imports.',
      { imposer: 'US', rate: null, status: 'threatened', scope: 'all' },
    ],
    [
      'Trump put 45% on Chinese goods. Beijing answered with matching tariffs on American goods.',
      { imposer: 'CN', rate: 45, authority: 'retaliation' },
    ],
    [
      'Beijing has put aside its extra charges on American cars for the time being.',
      { imposer: 'CN', rate: null, status: 'suspended', product: 'american cars' },
    ],
    [
      'The White House is weighing whether to lift a few tariffs on goods from China.',
      { imposer: 'US', rate: null, status: 'in_effect' },
    ],
    [
      'Washington has agreed not to impose any further tariffs on Chinese goods.',
      { imposer: 'US', rate: null, status: 'suspended' },
    ],
    [
      'The Supreme Court struck down the reciprocal tariffs. China welcomed it.',
      { imposer: 'US', rate: null, status: 'past' },
    ],
  ],
  no: [
    'China and the United States agreed on a pause that kept their tariffs from rising further.',
    'China protested but stopped short of imposing new levies of its own.',
    'The tariff war has hurt both countries.',
    'Canada will keep its tariffs on American steel.',
    'China hopes to negotiate lower tariffs and fewer barriers with the US.',
    'China did not impose tariffs on American wine last year.',
  ],
});
