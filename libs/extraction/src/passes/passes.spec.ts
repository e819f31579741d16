import { type Doc } from '../doc';
import { read } from '../read';

const doc = (text: string, publishedAt: string | null = '2025-06-06'): Doc =>
  read({ id: 'example', revision: '1', title: '', text, publishedAt, publisher: 'example' });
const slice = (d: Doc, span: { from: number; to: number }): string =>
  d.text.slice(d.tokens[span.from]!.start, d.tokens[span.to - 1]!.end);

describe('sentences', () => {
  it.each([
    ['Mr. Trump met Xi. He left on Oct. 30 for the U.S. The talks go on.', 3],
    ['The U.S. Commerce Department said so.', 1],
    ['"We will not go," Xi said. Trump did.', 2],
    ['one line\n\nanother line', 2],
    ['a line that is\nwrapped by hand', 1],
  ])('%s', (text, n) => {
    expect(doc(text).sentences.filter((s) => !s.headline)).toHaveLength(n);
  });
});

describe('gazetteer', () => {
  it.each([
    ['They told us about it.', []],
    ['The US and the U.S. are one.', ['US', 'US']],
    ['It costs US$60 billion.', []],
    ['Vice Premier He Lifeng met Scott Bessent.', ['CN', 'US']],
    ["Japan's finance ministry said nothing.", ['other']],
    ['The Commerce Ministry said so.', ['CN']],
    ['Guo Jiakun spoke. Guo added little, Hua more.', ['CN', 'CN', 'CN']],
    ['He Yongqian spoke in Beijing. He added little.', ['CN', 'CN']],
  ])('%s', (text, sides) => {
    const found = doc(text).mentions.filter((m) => m.side !== null && m.kind !== 'pronoun');
    expect(found.map((m) => m.side)).toEqual(sides);
  });

  it.each([
    ['China said so.', ['CN', 'US', 'CN']],
    ['Scott Bessent said so.', ['CN', 'US', 'US']],
  ])('a headline ends before the text: %s', (text, sides) => {
    const title = 'Notes on China and the US';
    const { mentions } = read({
      id: 'example',
      revision: '1',
      title,
      text,
      publishedAt: '2025-06-06',
      publisher: 'example',
    });
    expect(mentions.map((m) => m.side)).toEqual(sides);
  });

  it.each([
    ['China will tax Chinese goods.', 'CN'],
    ['a duty on toys made in China', 'CN'],
    ['a duty on goods from China', 'CN'],
    ['a duty on U.S. exports', 'US'],
    ['a duty on US imports from China', 'CN'],
    ['a duty on American farm products', 'US'],
  ])('goods: %s', (text, side) => {
    expect(
      doc(text)
        .mentions.filter((m) => m.kind === 'goods')
        .map((m) => m.side),
    ).toEqual([side]);
  });
});

describe('values', () => {
  it.each([
    ['cut from 145% to 30%', [{ value: 30, before: 145 }]],
    ['to 30 percent from 145 percent', [{ value: 30, before: 145 }]],
    ['raised from 10 to 25 percent', [{ value: 25, before: 10 }]],
    ['between 5% and 10%', [{ value: 10, low: 5 }]],
    ['a 34-percent levy', [{ value: 34 }]],
    ['7.5 per cent on $120bn', [{ value: 7.5 }]],
    ['10, 20 or even 25 percent', [{ value: 25, low: 20 }]],
    ['10, 15 and 25 percent', [{ value: 10 }, { value: 15 }, { value: 25 }]],
  ])('rates: %s', (text, expected) => {
    const rates = doc(text).values.filter((v) => v.kind === 'percent' && v.role === 'main');
    expect(rates).toMatchObject(expected);
  });

  it.each([
    ['a 90-minute call', 'duration', 90],
    ['an hour and a half', 'duration', 90],
    ['worth $200 billion', 'money', 200],
    ['US$1.1 billion', 'money', 1.1],
    ['200 billion dollars', 'money', 200],
    ['24 percentage points', 'points', 24],
  ])('%s', (text, kind, value) => {
    expect(doc(text).values.find((v) => v.kind === kind)?.value).toBe(value);
  });
});

describe('dates, published on Friday 6 June 2025', () => {
  it.each([
    ['They met on Thursday.', '2025-06-05'],
    ['They will meet on Thursday.', '2025-06-12'],
    ['It was reached last month in Geneva.', '2025-05'],
    ['They met on June 5, 2024.', '2024-06-05'],
    ['They spoke this morning.', '2025-06-06'],
    ['The talks go on until Saturday, June 7.', '2025-06-07'],
    [
      'Of the 34 points 24 are suspended until August 12, and the rises beyond them are taken back.',
      '2025-08-12',
    ],
    ['Until Thursday, speculation swirled and markets fell.', '2025-06-05'],
    ['The talks continue on June 7.', '2025-06-07'],
    ['The truce was struck on Friday, June 7.', '2024-06-07'],
    ['They will meet on Saturday, June 7.', '2025-06-07'],
    ['They spoke last night.', '2025-06-05'],
    ['The day before, they had met.', '2025-06-05'],
    ['The duty will start on 1 November.', '2025-11-01'],
    ['They met in December.', '2024-12'],
    ['He came in 2017.', '2017'],
    ['They met two weeks ago.', '2025-05'],
    ['They met yesterday.', '2025-06-05'],
    ['The talks took place from the 7th to the 9th of January.', '2025-01-09'],
  ])('%s', (text, date) => {
    expect(doc(text).dates.map((d) => d.date)).toEqual([date]);
  });

  it.each(['They may march on.', 'China may act now.', 'He will march.'])('no date: %s', (text) => {
    expect(doc(text).dates).toEqual([]);
  });

  it('tells the day of a statement from the day of the act', () => {
    const found = doc('China said on Friday it would raise tariffs from Saturday.').dates;
    expect(found.map((d) => [d.date, d.ofReport])).toEqual([
      ['2025-06-06', true],
      ['2025-06-07', false],
    ]);
  });

  it('resolves nothing relative when the day of publication is missing', () => {
    const found = doc('They met on Thursday, two weeks ago, in April and on June 5, 2025.', null).dates;
    expect(found.map((d) => d.date).filter((d) => d !== null)).toEqual(['2025-06-05']);
  });
});

describe('clauses', () => {
  it.each([
    ['Trump threatened to impose tariffs.', 'threat', 'future', false],
    ['China will impose tariffs.', 'plan', 'future', false],
    ['China could impose tariffs.', 'possible', 'future', false],
    ['China has not imposed tariffs.', 'fact', 'perfect', true],
    ['China had imposed tariffs.', 'fact', 'past-perfect', false],
    ['China imposed tariffs.', 'fact', 'past', false],
    ['China refused to lift tariffs.', 'fact', 'past', true],
    ['Trump had a call with Xi.', 'fact', 'past', false],
    ['Trump has had a call with Xi.', 'fact', 'perfect', false],
  ])('%s', (text, modality, tense, negated) => {
    expect(doc(text).clauses.find((c) => c.verbs.length > 0)).toMatchObject({ modality, tense, negated });
  });

  it.each([
    ['China said on Friday no call had taken place.', 'no call had taken place.'],
    ['Bessent met Liu He and Zhong Shan on Tuesday, a US official said.', 'a US official said.'],
    ['The duty rose at 12:01 a.m. on Friday.', 'The duty rose at 12:01 a.m. on Friday.'],
    ['He will meet the U.S. lead person.', 'He will meet the U.S. lead person.'],
  ])('cuts: %s', (text, last) => {
    const d = doc(text);
    expect(slice(d, d.clauses.at(-1)!)).toBe(last);
  });

  it('knows who says what', () => {
    const d = doc('Beijing said that the United States had violated the deal.');
    const complement = d.clauses.find((c) => c.verbs.some((v) => v.lemma === 'violate'));
    expect(complement).toMatchObject({ speaker: 'CN', opener: 'that', subject: { side: 'US' } });
  });

  it.each([
    ['A spokesperson for the Chinese Commerce Ministry said that tariffs would rise.', 'CN'],
    ['The head of the US Treasury said that tariffs would fall.', 'US'],
    ['It is clear that tariffs would rise, the Chinese embassy said, adding nothing more.', 'CN'],
  ])('takes who speaks for whom: %s', (text, side) => {
    expect(doc(text).clauses.find((c) => c.opener === 'that')?.speaker).toBe(side);
  });

  it('gives a quotation its speaker', () => {
    const d = doc('"We will take all measures that are necessary," a Chinese spokesman said.');
    expect(d.quotes).toMatchObject([{ kind: 'direct', speaker: 'CN' }]);
  });
});

it('keeps offsets: every token is a substring of the original', () => {
  const text = 'Trump’s “big” call—with\u00a0Xi… <b>bold</b> &amp; 100％';
  const d = doc(text);
  expect(d.text).toHaveLength(text.length + 1);
  expect(slice(d, { from: 0, to: 1 })).toBe('Trump');
});
