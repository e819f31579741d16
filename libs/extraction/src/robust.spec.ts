import { type Extraction } from '@app/contracts';
import fc from 'fast-check';
import { type ArticleInput } from './article';
import { explain } from './explain';
import { extract } from './extract';

const article = (
  text: string,
  title = 'US and China',
  publishedAt: string | null = '2025-06-06',
): ArticleInput => ({
  id: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
  revision: 'a'.repeat(64),
  title,
  text,
  publishedAt,
  publisher: 'example',
});

/** Pieces of trade news and of what arrives broken: together they reach the rules, which random letters do not. */
// prettier-ignore
const pieces = [
  'China', 'Beijing', 'Washington', 'Trump', 'Xi Jinping', 'He Lifeng', 'the two sides', 'the US', 'Canada', 'it', 'we',
  'imposed', 'will raise', 'suspended', 'said', 'accused', 'met', 'threatened to', 'agreed to', 'denied that', 'had',
  'a 34 percent tariff', '145%', 'from 10% to 25%', 'tariffs on $200 billion of goods', 'soybeans', 'rare earths',
  'a truce', 'the deal', 'talks', 'a phone call', 'the entity list', 'export controls', 'a 90-day pause',
  'on Thursday', 'until November 10', 'in May', 'next year', 'since 2018', 'from', 'to', 'on', 'against', 'and', 'if', 'not',
  '.', ',', ';', ':', '"', "'", '“', '”', '(', ')', '—', '-', '%', '$', '\n\n', '\n',
  '\0', '\ud800', '\udc00', '\u202e', '\u2066', '\ufeff', '\ufffd', '<div>', '</p>', '<script>', '&nbsp;', '&#x202e;',
  'constructor', '__proto__', 'toString', '9'.repeat(40), '0', '-1', '1e9', 'й', '关税', '🇨🇳',
] as const;

const story = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(' '));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  story,
  story.map((s) => s.toUpperCase()),
);
const day = fc.constantFrom(
  null,
  '2025-06-06',
  '2031-01-01',
  '9999-12-31',
  '0001-01-01',
  'soon',
  '',
  '2025-02-31',
);

/** Holds of every extraction, whatever was read. */
const expectSound = (input: ArticleInput, found: Extraction): void => {
  for (const { evidence, sentence } of found.observations) {
    for (const part of [evidence, sentence]) {
      const source = part.in === 'title' ? input.title : input.text;
      expect(source.slice(part.start, part.end)).toBe(part.text);
      expect(part.text.length).toBeGreaterThan(0);
    }
  }
  expect(found.relevant || found.observations.length === 0).toBe(true);
  expect(found.relevant || found.reason !== null).toBe(true);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
};

describe('the engine on any input', () => {
  it('throws never, quotes exactly, says the same twice, and can be explained', () => {
    fc.assert(
      fc.property(anything, anything, day, (text, title, publishedAt) => {
        const input = article(text, title, publishedAt);
        const found = extract(input);
        expectSound(input, found);
        expect(JSON.stringify(extract(input))).toBe(JSON.stringify(found));
        expect(explain(input, found).length).toBeGreaterThan(0);
      }),
      { numRuns: 250, seed: 20_261_124 },
    );
  });

  it('reads something in stories of such pieces: the property above is not about nothing', () => {
    const read = fc
      .sample(story, { numRuns: 200, seed: 7 })
      .filter((text) => extract(article(text)).relevant);
    expect(read.length).toBeGreaterThan(25);
  });

  it('resolves nothing by a day that is missing', () => {
    fc.assert(
      fc.property(story, (text) => {
        const found = extract(article(text.replace(/since 2018|November 10/g, 'then'), 'x', null));
        const dates = found.observations.flatMap((o) =>
          'date' in o ? [o.date] : 'effective' in o ? [o.effective, o.until] : [],
        );
        expect(dates.filter((date) => date !== null)).toEqual([]);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

describe('the engine on bad input', () => {
  const report =
    'China imposed a 34 percent tariff on American goods on Thursday. Trump and Xi held a phone call on Thursday.';

  it('reads the first part of ten megabytes, and says so', () => {
    const found = extract(article(`${report}\n\n`.repeat(Math.ceil(10_000_000 / report.length))));
    expect(found).toMatchObject({ relevant: true, reason: 'only the first 1000000 characters were read' });
  });

  it('reads a paragraph of nothing but quotation marks, as long as a text may be', () => {
    expect(extract(article('"'.repeat(1_000_000))).reason).toBe('not about trade');
  });

  it('reads past bytes that were no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('Ch'), Buffer.from([0xff, 0xfe]), Buffer.from(` ${report}`)]);
    const input = article(bytes.toString('utf8'));
    const found = extract(input);
    expectSound(input, found);
    expect(found.observations.map((o) => o.type)).toContain('tariff');
  });

  it.each([
    [
      'de',
      'China und die USA haben sich auf einen Zoll von 30 Prozent geeinigt, und das ist nicht die letzte Runde.',
    ],
    [
      'fr',
      'La Chine et les États-Unis ont une trêve de 90 jours, et les droits sont de 30 % pour des produits.',
    ],
    [
      'es',
      'China y los Estados Unidos acordaron que los aranceles del 30% se suspenden por una tregua en el comercio.',
    ],
    [
      'pt',
      'A China e os Estados Unidos não têm uma trégua, e as tarifas de 30% do governo são para os produtos.',
    ],
    ['zh', '中国和美国同意暂停百分之二十四的关税九十天，双方将继续谈判。Trump 10% China tariff'],
    ['ja', '中国とアメリカは関税を90日間停止することで合意した。'],
    ['ko', '중국과 미국은 90일 동안 관세를 유예하기로 합의했다.'],
    ['ru', 'Китай и США договорились приостановить пошлины на 90 дней.'],
    ['ar', 'اتفقت الصين والولايات المتحدة على تعليق الرسوم الجمركية لمدة 90 يوما.'],
  ])('marks %s and invents nothing', (language, text) => {
    expect(extract(article(text, ''))).toMatchObject({
      language,
      relevant: false,
      reason: 'not English',
      observations: [],
    });
  });

  it('takes a day of publication in the future as it is', () => {
    const found = extract(article(report, 'x', '2099-03-06')).observations;
    expect(found.find((o) => o.type === 'meeting')).toMatchObject({ date: '2099-03-05' });
  });
});
