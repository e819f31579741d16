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
    [
      'A duty of 22 percent will be levied on all goods originating in the United States from June 12.',
      { imposer: 'CN', rate: 22, status: 'announced', effective: '2025-06-12' },
    ],
    [
      'If China keeps its mines shut, we will have to charge them a 90 percent tariff, Trump said.',
      { imposer: 'US', rate: 90, status: 'threatened', scope: 'all' },
    ],
    [
      'Tariffs of 45% on Chinese products will not be lifted under the pact.',
      { imposer: 'US', rate: 45, status: 'in_effect' },
    ],
  ],
  no: [
    'Trump imposed a 35% tariff on Canada.',
    'Exports to the US fell 34.5% in May.',
    'Tariffs have cut the profits of Chinese toy makers by 12 percent.',
  ],
});
