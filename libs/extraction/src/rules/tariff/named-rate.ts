import { rule } from '../rule';
import { rateWords, ratesAt } from './rates';

/** "a 34 percent tariff on US goods", "duties on Chinese goods stay at 55 percent": a rate beside the word for a duty. */
export const namedRate = rule({
  id: 'tariff.named-rate',
  type: 'tariff',
  triggers: rateWords,
  priority: 10,
  confidence: 0.8,
  read: (hit) => ratesAt(hit, 'named'),
  yes: [
    [
      'Trump threatened an additional 100% tariff on Chinese goods.',
      { imposer: 'US', rate: 100, status: 'threatened' },
    ],
    [
      'China imposed a 34 percent tariff on American goods on April 10.',
      { imposer: 'CN', rate: 34, status: 'in_effect', effective: '2025-04-10' },
    ],
    [
      'American duties on most Chinese goods stay at 30 percent.',
      { imposer: 'US', rate: 30, status: 'in_effect', scope: 'all' },
    ],
  ],
  no: [
    'Trump imposed a 35% tariff on Canada.',
    'Exports to the US fell 34.5% in May.',
    'Tariffs have cut the profits of Chinese toy makers by 12 percent.',
  ],
});
