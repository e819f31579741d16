import { rule, type Rule } from '../rule';
import { readTone } from './read-tone';
import { wordsOf } from './words';

const hostile = rule({
  id: 'stance.hostile',
  type: 'stance',
  triggers: wordsOf('hostile'),
  priority: 20,
  confidence: 0.7,
  read: (hit) => readTone(hit, 'hostile'),
  yes: [
    ['Beijing accused Washington of bullying its trading partners.', { actor: 'CN', tone: 'hostile' }],
    ['China will fight to the end, a commerce ministry spokesperson said.', { actor: 'CN', tone: 'hostile' }],
    ['China has failed to stop the flow of fentanyl, Bessent said.', { actor: 'US', tone: 'hostile' }],
    [
      'The Chinese embassy said that Washington abuses its export controls.',
      { actor: 'CN', tone: 'hostile' },
    ],
    ["It was time to answer China's predatory pricing, Trump said.", { actor: 'US', tone: 'hostile' }],
    ['"This is bad conduct!" Trump wrote of China.', { actor: 'US', tone: 'hostile' }],
    [
      'Plain protectionism, and a typical act of bullying, says the Chinese commerce ministry.',
      { actor: 'CN' },
    ],
    ['Trump slammed China over its rare earth rules.', { actor: 'US', tone: 'hostile' }],
    ['"The Chinese have been ripping us off for years," Trump said.', { actor: 'US', tone: 'hostile' }],
    [
      'China defended its curbs on rare earths as lawful and warned that "threats are not the right way to get along with it".',
      { actor: 'CN', tone: 'hostile' },
    ],
    [
      '"We are ready to fight till the end," the Chinese embassy wrote to Washington.',
      { actor: 'CN', tone: 'hostile' },
    ],
  ],
  no: [
    'Shares fell sharply after a reckless bet on Chinese stocks.',
    'China has been accused of dumping by American steel makers.',
    'Trump slammed Canada over its dairy duties.',
    'China said that it has never failed to honour its word to the United States.',
    'Trump said that dealers in China exploit a gap in the law.',
  ],
});

const conciliatory = rule({
  id: 'stance.conciliatory',
  type: 'stance',
  triggers: wordsOf('conciliatory'),
  priority: 20,
  confidence: 0.7,
  read: (hit) => readTone(hit, 'conciliatory'),
  yes: [
    ['Trump called it an excellent talk with Xi.', { actor: 'US', tone: 'conciliatory' }],
    [
      'China is willing to work with the United States, its foreign ministry said.',
      { actor: 'CN', tone: 'conciliatory' },
    ],
    [
      'Xi Jinping had kept his word. He thanked the Chinese leader for it.',
      { actor: 'US', tone: 'conciliatory' },
    ],
    ['Beijing welcomed the American decision.', { actor: 'CN', tone: 'conciliatory' }],
    [
      'Trump said he would delay a tariff that had been set for Friday, citing "substantial progress" in talks with China.',
      { actor: 'US', tone: 'conciliatory' },
    ],
  ],
  no: [
    'Trump said the talks with China were not productive.',
    'Beijing said that the United States should look for dialogue and mutual respect.',
    'The president of the Chip Makers Association said the deal with China was welcome.',
    'An excellent harvest in Iowa drove soybean prices down.',
  ],
});

const cautious = rule({
  id: 'stance.cautious',
  type: 'stance',
  triggers: wordsOf('cautious'),
  priority: 20,
  confidence: 0.6,
  read: (hit) => readTone(hit, 'cautious'),
  yes: [
    ["Beijing's account of the call was guarded.", { actor: 'CN', tone: 'cautious' }],
    ['Trump said that he was in no rush to speak to Xi.', { actor: 'US', tone: 'cautious' }],
    [
      'China is evaluating the American offer, its commerce ministry said.',
      { actor: 'CN', tone: 'cautious' },
    ],
  ],
  no: [
    'China and the United States should be neighbours, Xi said; both should give way.',
    'Investors stayed cautious.',
    'Analysts said it was too early to call the bottom for Chinese shares.',
  ],
});

/** The tone of a side's own words: weighed over the whole article, told at the plainest word. */
export const stanceRules: readonly Rule<'stance'>[] = [hostile, conciliatory, cautious];
