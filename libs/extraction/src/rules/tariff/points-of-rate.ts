import { rule } from '../rule';
import { rateWords, ratesAt } from './rates';

/** "24 points are suspended", "raised by 50 percentage points": what a step adds or takes. */
export const pointsOfRate = rule({
  id: 'tariff.points',
  type: 'tariff',
  triggers: rateWords,
  priority: 9,
  confidence: 0.7,
  read: (hit) => ratesAt(hit, 'points'),
  yes: [
    [
      'Washington suspends 24 percentage points of its tariff on Chinese goods until August 12.',
      { imposer: 'US', rate: 24, status: 'suspended', basis: 'additional' },
      '2025-05-12',
    ],
    [
      'China keeps 8% on all American goods; 14 points more are on ice until June 30.',
      { imposer: 'CN', rate: 14, status: 'suspended', until: '2025-06-30' },
    ],
    ['Each side keeps 24 points of tariff on hold.', { imposer: 'CN', rate: 24, status: 'suspended' }],
    [
      'The White House added 50 percentage points to the tariff on Chinese goods.',
      { imposer: 'US', rate: 50, status: 'in_effect' },
    ],
    [
      "Until then 22 percentage points of the tariff on Chinese goods, and as many of China's tariff on American goods, stay suspended.",
      { imposer: 'CN', rate: 22, status: 'suspended' },
    ],
  ],
  no: [
    'The Dow lost 600 points after the tariff news from China.',
    'Growth in China slowed by 0.4 percentage points.',
    'The United States will lower its tariffs on Chinese goods by removing 15 percentage points.',
  ],
});
