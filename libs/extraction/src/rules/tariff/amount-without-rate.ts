import { rule } from '../rule';
import { dutyWords, ratesAt } from './rates';

/** "tariffs on $200 billion of Chinese goods": an amount of goods, and no rate. */
export const amountWithoutRate = rule({
  id: 'tariff.amount-without-rate',
  type: 'tariff',
  triggers: dutyWords,
  priority: 6,
  confidence: 0.7,
  read: (hit) => ratesAt(hit, 'amount'),
  yes: [
    [
      'Trump raised tariffs on $80 billion of Chinese goods.',
      { imposer: 'US', rate: null, status: 'in_effect', scope: 'product', tradeUsdBn: 80 },
    ],
    [
      'Washington threatened duties on a further $300 billion of Chinese imports.',
      { imposer: 'US', rate: null, status: 'threatened', product: '$300 billion of Chinese goods' },
    ],
    [
      'China imposed retaliatory tariffs on $60 billion of American goods.',
      { imposer: 'CN', rate: null, status: 'in_effect', authority: 'retaliation' },
    ],
    [
      'Washington will for the time being not put tariffs on the remaining $80 billion of Chinese goods.',
      { imposer: 'US', rate: null, status: 'suspended', tradeUsdBn: 80 },
    ],
    [
      'Trump announced plans to put tariffs on $70 billion of Chinese goods.',
      { imposer: 'US', rate: null, status: 'announced', tradeUsdBn: 70 },
    ],
    [
      'Trump pushed back the increase in tariffs on $90 billion of Chinese goods to June 15.',
      { imposer: 'US', rate: null, status: 'announced', effective: '2025-06-15' },
    ],
    [
      'China will tax $50 billion of American goods from July 1 in retaliation for the US tariffs on $40 billion of Chinese goods.',
      { imposer: 'US', rate: null, tradeUsdBn: 40, effective: null },
    ],
    [
      'The president has asked his trade office to look at whether tariffs on a further $90 billion of products from China are warranted.',
      { imposer: 'US', rate: null, status: 'threatened', tradeUsdBn: 90 },
    ],
    [
      "China will take measures in response to the administration's threat to slap tariffs on $80 billion of goods.",
      { imposer: 'US', rate: null, status: 'threatened', tradeUsdBn: 80 },
    ],
  ],
  no: [
    'China offered to buy chips for $90 billion within four years, should the tariffs be settled.',
    'The tariffs cost farmers $28 billion.',
    'Canada put duties on $16 billion of American goods.',
  ],
});
