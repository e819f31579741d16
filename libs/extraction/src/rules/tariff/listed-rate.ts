import { rule } from '../rule';
import { rateWords, ratesAt } from './rates';

/** "25 percent on $250 billion of Chinese goods and 7.5 percent on $120 billion": rates without a word for the duty beside them. */
export const listedRate = rule({
  id: 'tariff.listed-rate',
  type: 'tariff',
  triggers: rateWords,
  priority: 8,
  confidence: 0.7,
  read: (hit) => ratesAt(hit, 'listed'),
  yes: [
    [
      'The United States takes 25 percent on $250 billion of Chinese goods.',
      { imposer: 'US', rate: 25, scope: 'product', tradeUsdBn: 250, status: 'in_effect' },
    ],
    ['Chinese imports now pay 145%.', { imposer: 'US', rate: 145, status: 'in_effect' }],
    [
      'China will put 15% on American coal from February 10.',
      { imposer: 'CN', rate: 15, status: 'announced', scope: 'product', effective: '2026-02-10' },
    ],
    [
      "Each side began collecting 22 percent on $14 billion of the other's products.",
      { imposer: 'CN', rate: 22, status: 'in_effect', tradeUsdBn: 14 },
    ],
  ],
  no: ['China sold 12 percent of its soybeans abroad.', 'Chinese exports to America grew 8% last year.'],
});
