import { type Extraction } from '@app/contracts';
import { extract } from './extract';

const read = (title: string, text: string): Extraction =>
  extract({
    id: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
    revision: 'a'.repeat(64),
    title,
    text,
    publishedAt: '2025-06-06',
    publisher: 'example',
  });

describe('direction', () => {
  it.each([
    [
      'escalation',
      'US raises tariffs on China',
      'Trump raised the tariff on Chinese goods from 20% to 30% on Thursday.',
    ],
    [
      'de-escalation',
      'US cuts tariffs on China',
      'Trump cut the tariff on Chinese goods from 30% to 20% on Thursday.',
    ],
    [
      'neutral',
      'Call',
      'US Treasury Secretary Scott Bessent and Chinese Vice Premier He Lifeng spoke by phone on Thursday.',
    ],
    [
      'de-escalation',
      'Soy climbs on trade optimism',
      'Futures rallied as hopes grew that the U.S. and China would resolve their trade dispute.',
    ],
    [
      'escalation',
      'Washington and Beijing trade blows',
      'The U.S. and China are locked in an escalating trade war, and each accuses the other of bullying.',
    ],
    [
      'neutral',
      'What is the trade war?',
      'The trade war between the U.S. and China, explained in six charts for readers who are new to it.',
    ],
    [
      'neutral',
      'Trade court finds China tariffs unlawful',
      'Judges found on Thursday that the 20% tariff on Chinese goods has no ground in law. It stays in place while the government appeals.',
    ],
    [
      'mixed',
      'Court strikes down China tariffs, Trump plans others',
      'The 20% tariff on Chinese goods is void, the judges said. Trump announced a new 10% tariff on Chinese goods from June 20.',
    ],
    [
      'mixed',
      'What changed on Thursday',
      'Trump raised the tariff on Chinese steel from 20% to 30% on Thursday.\n\nHe cut the tariff on Chinese toys from 30% to 10% on Thursday.',
    ],
  ])('is %s: %s', (direction, title, text) => {
    expect(read(title, text)).toMatchObject({ relevant: true, direction });
  });

  it('is neutral where the article is not about the two', () => {
    expect(read('Canada', 'Trump raised the tariff on Canadian goods to 35% on Thursday.')).toMatchObject({
      relevant: false,
      direction: 'neutral',
      observations: [],
    });
  });
});

describe('what is dropped', () => {
  it.each([
    ['China is not named', 'The European Union and the United States signed a trade deal on Thursday.'],
    ['the United States is not named', 'China and Japan held trade talks in Tokyo on Thursday.'],
  ])('has a reason: %s', (reason, text) => {
    expect(read('Trade', text)).toMatchObject({ relevant: false, reason });
  });
});
