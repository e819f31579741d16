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
    [
      'US tariffs on Chinese goods, which stood at 95% in April, are now 35%.',
      { imposer: 'US', rate: 35, status: 'in_effect' },
      '2025-07-01',
    ],
    [
      'Tariffs of 20 percent on Chinese goods are one part of it. Furniture and toys from China: 35%.',
      { imposer: 'US', rate: 35, status: 'in_effect' },
    ],
    [
      'Nobody expects the tariffs between China and the US to go. It is 40 per cent going into the US, 15 going into China.',
      { imposer: 'US', rate: 40, status: 'in_effect' },
    ],
    [
      'In April China tacked 35 percent onto American almonds, and 12 percent onto cherries.',
      { imposer: 'CN', rate: 35, status: 'in_effect', scope: 'product' },
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
    [
      'The truce keeps tariffs between the United States and China at 33% and 12%.',
      { imposer: 'CN', rate: 12, status: 'in_effect' },
    ],
    [
      'Both governments drove their tariffs to 95 and 85 percent, and cut them to 35 and 15 percent in May.',
      { imposer: 'CN', rate: 85, status: 'past' },
    ],
    [
      'Beijing will raise its levies on the United States to 65 percent, compared with the 75 percent China faces.',
      { imposer: 'US', rate: 75, status: 'in_effect' },
    ],
  ],
  no: [
    'China gets 15 percent of its oil from there, and Washington has its tariffs.',
    'China sold 12 percent of its soybeans abroad.',
    'Chinese exports to America grew 8% last year.',
    'The Nikkei leapt 9 per cent after the US paused its duties, with China spared nothing.',
  ],
});
