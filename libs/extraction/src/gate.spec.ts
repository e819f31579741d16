import { extract } from './extract';

const read = (title: string, text: string) =>
  extract({
    id: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
    revision: 'a'.repeat(64),
    title,
    text,
    publishedAt: '2025-06-06',
    publisher: 'example',
  });

describe('what is about the two', () => {
  it.each([
    [
      'Markets cheer as superpowers step back',
      "Shares jumped after the world's two largest economies said they would lower most of the levies on each other's goods.",
    ],
    [
      'Oil rises on hopes of progress',
      'Oil rose 1% on hopes that Washington and Beijing would make progress in their trade dispute.',
    ],
    [
      'Dollar firms',
      'The dollar firmed as worries over tensions between the U.S. and China sent investors to safety.',
    ],
    [
      'Soy growers count the cost',
      'Farmers who once sold every other bushel to China have had no order from there, and blame the trade war.',
    ],
    [
      'MOFCOM: licences will be reviewed',
      "China's Ministry of Commerce said it would look at export licence applications by U.S. firms in line with the law.",
    ],
    [
      'Canada caught between giants',
      'Canada is caught in the trade fight between its two biggest partners, the United States and China. Ottawa and Canadian farmers pay for it, Canada said.',
    ],
    [
      'Port volumes sink',
      'Volumes at the port fell 9% in May as tariffs on Chinese goods kept ships away, its director said.',
    ],
    [
      'TikTok sale nears',
      "ByteDance is close to a sale of TikTok's American business to a group led by Oracle, as a U.S. law demands.",
    ],
    [
      'Biden, Xi speak',
      'President Joe Biden spoke with President Xi Jinping by phone, the White House said.',
    ],
    [
      'Chips stay off limits',
      'Commerce Secretary Howard Lutnick said the best American chips would not go to China.',
    ],
    ['Beijing slams "bullying"', 'Beijing accused Washington of bullying and would defend its firms.'],
  ])('%s', (title, text) => {
    expect(read(title, text).relevant).toBe(true);
  });
});

describe('where one of the two is only in the backdrop', () => {
  it.each([
    [
      'Carney will not rush a deal',
      'Canada will not sign a bad trade deal with the United States before a 35% tariff on Canadian goods takes effect. Canadian steelmakers are squeezed by cheap steel from China as well.',
    ],
    [
      'Japan, US agree on 15% tariff',
      'Japan and the United States have agreed on a tariff of 15% on Japanese goods. The deal also foresees joint work on rare earths so as to depend less on China.',
    ],
    [
      'China lifts ban on Australian lobsters',
      'China will again allow imports of live Australian lobsters, Prime Minister Anthony Albanese said. Australia has kept close security ties with the United States.',
    ],
    [
      'Tesla deliveries slump',
      "Tesla lost buyers in Europe and China and faced BYD as a rival. The company warned that President Donald Trump's tariffs on car parts would raise costs.",
    ],
    [
      'Stocks slip before inflation data',
      'China stocks slipped as investors awaited U.S. inflation data and figures on Chinese trade. American depositary shares of Alibaba had gained on hopes for chip sales.',
    ],
    [
      'China, ASEAN upgrade pact',
      'China and the ten countries of ASEAN signed an upgraded free trade agreement on Tuesday. The U.S. president had left the city on Monday.',
    ],
    [
      'Philippines protests at shoal',
      'The Philippines summoned the Chinese ambassador after water cannon was used near the shoal. The United States stood by its ally and condemned the action.',
    ],
    [
      'Drugmaker to grow abroad',
      'Its sales rose in China and North America, the Danish firm said, and tariffs would cost it little.',
    ],
    [
      'China launches crewed mission',
      'China launched three astronauts to its space station. The United States bars its agency from working with China.',
    ],
    [
      'Thai exports jump',
      'Thai exports rose 11%, led by electronics for the United States, as firms shipped ahead of a 19% U.S. tariff. Shipments to China rose 23%.',
    ],
  ])('%s', (title, text) => {
    expect(read(title, text)).toMatchObject({ relevant: false, observations: [] });
  });
});
