import { rule } from '../rule';
import { rateWords, ratesAt } from './rates';

/** "from 145% to 30%", "50 percent, up from 25", "15 instead of 10": a rate with the one before it. */
export const movedRate = rule({
  id: 'tariff.moved-rate',
  type: 'tariff',
  triggers: rateWords,
  priority: 12,
  confidence: 0.85,
  read: (hit) => ratesAt(hit, 'moved'),
  yes: [
    [
      'The United States will raise tariffs on Chinese imports from 10 percent to 25 percent.',
      { imposer: 'US', rate: 25, rateFrom: 10, status: 'announced' },
    ],
    [
      'From May 14 the American duty on Chinese goods falls from 145 percent to 30.',
      { imposer: 'US', rate: 30, rateFrom: 145 },
      '2025-05-12',
    ],
    [
      'Beijing lifted its tariff on American goods to 84% from 34%.',
      { imposer: 'CN', rate: 84, rateFrom: 34 },
    ],
    [
      'Washington put it up on 3 June: all goods from China now pay 40%, up from the 25% in force since 9 May.',
      { imposer: 'US', rate: 40, rateFrom: 25, effective: '2025-06-03' },
    ],
    [
      'China protested. Its goods are now taxed at 60 per cent, up from 45.',
      { imposer: 'US', rate: 60, rateFrom: 45, status: 'in_effect' },
    ],
    [
      'China will cut the 20% tariff on some American nuts to 8% from July 1.',
      { imposer: 'CN', rate: 8, rateFrom: 20, status: 'announced', effective: '2025-07-01' },
    ],
    [
      'At stake is an increase in US tariffs on Chinese goods from 30 per cent to 40 per cent, which Trump has put off until June 20.',
      { imposer: 'US', rate: 40, rateFrom: 30, status: 'announced', effective: '2025-06-20' },
    ],
    [
      'U.S. tariffs on Chinese imports of $90 billion a year will rise to 35 percent from 15 percent if there is no deal by June 30.',
      { imposer: 'US', rate: 35, rateFrom: 15, status: 'threatened' },
    ],
    [
      'New tariffs decided in Washington. Solar panels from China: from 15% to 45%.',
      { imposer: 'US', rate: 45, rateFrom: 15 },
    ],
    [
      'Washington will double its 12% tariff on Chinese goods on June 14.',
      { imposer: 'US', rate: 24, rateFrom: 12, status: 'announced' },
    ],
    [
      'Duties on Chinese goods went from 15 percent to 95 percent before the two sides stepped back.',
      { imposer: 'US', rate: 95, status: 'past' },
    ],
  ],
  no: [
    'Unemployment in China went from 5% to 6%.',
    'The share of goods from China in American imports fell from 22 percent to 13 percent.',
  ],
});
