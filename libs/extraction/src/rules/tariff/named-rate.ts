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
    [
      'The additional 80 per cent tariff on Chinese goods is off the table, the secretary said.',
      { imposer: 'US', rate: 80, status: 'suspended' },
    ],
    [
      'Officials would consider exempting toys from the 90% levy on China.',
      { imposer: 'US', rate: 90, status: 'in_effect' },
    ],
    [
      'Without a deal the American duties on Chinese goods would go back to 70 percent.',
      { imposer: 'US', rate: 70, status: 'threatened' },
    ],
    [
      'The tariff of 12 percent on all Chinese goods that Trump ordered on Sunday took effect on Wednesday.',
      { imposer: 'US', rate: 12, status: 'in_effect', effective: '2025-06-04' },
    ],
    [
      'Trump told a rally that he would put a 60 percent tariff on Chinese goods.',
      { imposer: 'US', rate: 60, status: 'threatened', scope: 'all' },
      '2024-09-01',
    ],
    [
      'In response to the US tariffs on Chinese steel, Beijing put a 20 percent duty on walnuts imported from the US.',
      { imposer: 'CN', rate: 20, status: 'in_effect', scope: 'product' },
    ],
    [
      'Washington proposed a list of $90 billion of Chinese goods for a tariff of forty-five percent; public hearings are to follow.',
      { imposer: 'US', rate: 45, status: 'threatened', tradeUsdBn: 90 },
    ],
    [
      'The 18 percent tariff that went into effect on Monday is not affected. China protested.',
      { imposer: 'US', rate: 18, status: 'in_effect' },
    ],
    ['Beijing vowed countermeasures against the additional 15 per cent levy.', { imposer: 'US', rate: 15 }],
    [
      'China will raise its tariff on American goods to 65 percent. The higher rate applies from June 10.',
      { imposer: 'CN', rate: 65, status: 'announced', effective: '2025-06-10' },
    ],
    [
      'US tariffs on Chinese goods, which stood at 95% in April, are now 35%.',
      { imposer: 'US', rate: 95, status: 'past' },
      '2025-07-01',
    ],
    [
      'At their height American duties on Chinese goods came to 95 percent.',
      { imposer: 'US', rate: 95, status: 'past' },
    ],
    ['Gone is the 85% tariff on Chinese goods; 35% remains.', { imposer: 'US', rate: 85, status: 'past' }],
    [
      'The White House has halved the fentanyl tariff on Chinese goods to 8 percent.',
      { imposer: 'US', rate: 8, rateFrom: 16 },
    ],
    [
      'The additional 14 percent tariff on U.S. goods remains suspended, China said.',
      { imposer: 'CN', rate: 14, status: 'suspended' },
    ],
    [
      'Duties of up to 25 percent imposed by China on American nuts in March no longer apply.',
      { imposer: 'CN', rate: 25, status: 'past' },
    ],
    [
      'Nor would Trump consider bringing down the 85 percent duty on China.',
      { imposer: 'US', rate: 85, status: 'in_effect' },
    ],
    [
      'The tariffs of 12 percent imposed by the U.S. side on Chinese goods are wrong, the ministry said.',
      { imposer: 'US', rate: 12, status: 'in_effect' },
    ],
    [
      'China levied a 44% tariff on all US goods. The measure takes effect on June 12.',
      { imposer: 'CN', rate: 44, status: 'announced', effective: '2025-06-12' },
    ],
    [
      'China is to pay a 60% tariff on its goods unless Beijing backs down by Monday, Trump wrote.',
      { imposer: 'US', rate: 60, status: 'threatened' },
    ],
    [
      'The U.S. side has claimed to impose an additional 60 percent tariff on Chinese exports.',
      { imposer: 'US', rate: 60, status: 'threatened' },
    ],
    ['US importers pay a 35 percent duty, and China knows it.', { imposer: 'US', rate: 35 }],
    [
      'China will suspend its tariff of 44 percent on US goods, but will retain a 12% tariff during the pause.',
      { imposer: 'CN', rate: 12, status: 'in_effect' },
    ],
    ['Beijing slashed levies on US imports to 15%.', { imposer: 'CN', rate: 15, status: 'in_effect' }],
    [
      'Chinese exporters still face American tariffs that average nearly 45% on their goods.',
      { imposer: 'US', rate: 45, status: 'in_effect' },
    ],
    [
      "Beijing put a 65% tariff on US exports in response to Washington's 75% tariff on Chinese imports.",
      { imposer: 'US', rate: 75, status: 'in_effect' },
    ],
    [
      'With Trump charging 70% on Chinese goods and China hitting back with a 45% tax on American products, trade has stopped.',
      { imposer: 'CN', rate: 45 },
    ],
    [
      'The United States and China will each keep an additional 12% tariff.',
      { imposer: 'CN', rate: 12, status: 'in_effect' },
    ],
    [
      'Washington will suspend its 44% tariff imposed on Chinese goods in April, but retain 12%.',
      { imposer: 'US', rate: 44, status: 'suspended' },
    ],
  ],
  no: [
    'The agreement lets Chinese cars enter the Canadian market at a tariff rate of 7 percent, and Washington protested.',
    'The chance of a recession is 60% if the tariffs on China stay, the bank said.',
    'Tariff cuts by China and the United States are due on Friday, by 5 percent of the list.',
    'The United States and China will lower tariffs by 90%.',
    'Trump imposed a 35% tariff on Canada.',
    'Exports to the US fell 34.5% in May.',
    'Tariffs have cut the profits of Chinese toy makers by 12 percent.',
    'The law allows the president to impose a tariff of up to 15 percent on Chinese goods for some months.',
    'Shares in Shanghai closed a modest 3 per cent higher after Trump paused the tariffs of others.',
    'Senators proposed 500% tariffs on countries buying Russian oil, China among them.',
  ],
});
