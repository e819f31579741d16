import { extract } from './extract';

const article = (text: string, publishedAt: string | null = '2025-06-06') => ({
  id: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
  revision: 'a'.repeat(64),
  title: 'US and China',
  text,
  publishedAt,
  publisher: 'example',
});

const story =
  'China imposed a 34 percent tariff on American goods on Thursday. Trump and Xi held a phone call on Thursday.';

describe('extract', () => {
  it('gives the same bytes twice', () => {
    expect(JSON.stringify(extract(article(story)))).toBe(JSON.stringify(extract(article(story))));
  });

  it('quotes its evidence letter for letter', () => {
    const found = extract(article(story)).observations;
    expect(found.map((o) => o.type)).toEqual(['tariff', 'meeting']);
    expect(found.map((o) => story.slice(o.evidence.start, o.evidence.end))).toEqual(
      found.map((o) => o.evidence.text),
    );
  });

  it('resolves no relative date without a day of publication', () => {
    expect(extract(article(story, null)).observations).toMatchObject([{ effective: null }, { date: null }]);
  });

  it.each([
    ['nothing', '', false],
    ['one word', 'China', false],
    ['replacement characters', '\ufffd\ufffd China \ufffd US', false],
    ['pasted HTML', `<div><p>${story}</p><script>var tariff = "50%"</script></div>`, true],
    ['capitals', story.toUpperCase(), true],
    ['no punctuation', story.replaceAll('.', ' '), true],
    ['bidirectional marks', story.replaceAll(' ', ' \u202b\u202c'), true],
    ['a day that is none', story, true],
  ])('does not throw on %s', (_name, text, relevant) => {
    expect(extract(article(text, _name === 'a day that is none' ? 'soon' : '2025-06-06')).relevant).toBe(
      relevant,
    );
  });

  it('marks another language and invents nothing', () => {
    const german =
      'China und die USA haben sich auf einen Zoll von 30 Prozent geeinigt, und das ist nicht die letzte der Runden für die beiden.';
    expect(extract(article(german))).toMatchObject({
      language: 'de',
      reason: 'not English',
      observations: [],
    });
  });

  it.each([
    ['percent signs', '%'.repeat(200_000)],
    ['quotation marks', '"'.repeat(200_000)],
    ['quoted words', '"a b c d is" '.repeat(15_000)],
    ['angle brackets', '<a'.repeat(100_000)],
    ['rates', '10% '.repeat(50_000)],
    ['tariffs', 'China tariff 10% on US goods '.repeat(7_000)],
    ['a long report', `${story}\n\n`.repeat(1_800)],
  ])(
    'comes to the end of 200,000 characters of %s',
    (_name, text) => {
      // What goes through a text once for each of its marks takes an hour here. How fast it is, the benchmark says.
      const begun = process.cpuUsage();
      extract(article(text));
      expect(process.cpuUsage(begun).user / 1_000_000).toBeLessThan(60);
    },
    120_000,
  );
});
