import { rule, type Hit } from '../rule';
import { rateWords, ratesAt } from './rates';

/** "the Americans settled for 30 and the Chinese for 10", "Beijing's 125": a number alone, once rates are spoken of. */
export const bareRate = rule({
  id: 'tariff.bare-rate',
  type: 'tariff',
  triggers: ["'s", 'for', 'at', 'on', 'like', ...rateWords],
  priority: 5,
  confidence: 0.6,
  read: (hit: Hit) => ratesAt(rateWords.includes(hit.trigger) ? hit : { ...hit, from: hit.to }, 'bare'),
  yes: [
    [
      'Duties on Chinese goods reached 90 percent before the Americans settled for 35 and the Chinese for 15.',
      { imposer: 'CN', rate: 15, status: 'in_effect' },
    ],
    [
      "American tariffs on Chinese goods stand at 80 percent. Beijing's 65 is no lower in spirit.",
      { imposer: 'CN', rate: 65, status: 'in_effect' },
    ],
    [
      'Duties on Chinese goods reached 90 percent before the Americans settled for 35 and the Chinese for 15.',
      { imposer: 'US', rate: 35 },
    ],
    [
      'Under the order Chinese copper will face 35 percent, glass 15 and electric buses 90.',
      { imposer: 'US', rate: 15, status: 'announced' },
    ],
    [
      'China charges 12% on American wheat, 9 for crude oil and 22 for farm machinery.',
      { imposer: 'CN', rate: 22, status: 'in_effect' },
    ],
    ["America's 85 per cent tariff on Chinese goods becomes 40.", { imposer: 'US', rate: 40, rateFrom: 85 }],
  ],
  no: [
    'Tariffs on Chinese goods rose to 35 percent and the index of the Shanghai market closed at 3,210.',
    "China's 20 largest ports were busy.",
    'Tariffs on Chinese goods are 30 percent. The talks between China and the United States stand at 12.',
  ],
});
