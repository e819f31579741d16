import { join } from 'node:path';
import { paraphrases } from '.';
import { readCorpus, type GoldArticle, type GoldLine } from '../corpus';
import { otherDays } from './days';
import { otherPersons, otherPlaces } from './names';
import { otherOrder } from './order';
import { otherRates } from './rates';
import { otherSpeech, passive } from './voice';
import { WORDINGS } from './wording';

type Fields = Readonly<Record<string, string | number | boolean | null>>;
const label = (evidence: string, fields: Fields = {}): GoldLine => ({
  type: 'tariff',
  required: true,
  evidence,
  ...fields,
});
const article = (text: string, ...observations: GoldLine[]): GoldArticle => ({
  id: 'one',
  publisher: 'example.com',
  publishedAt: '2025-05-12',
  title: '',
  text,
  gold: { relevant: true, direction: 'neutral', observations },
});
const told = (of: GoldArticle): readonly unknown[] => [of.text, ...of.gold.observations];

describe('other rates', () => {
  const geneva =
    'The US cut its tariff from 145 percent to 30: 20% over fentanyl and 10% more. It took 90 days.';

  it('are all times one factor, bare ones in a list too, counts not', () => {
    const before = article(geneva, label('from 145 percent to 30', { rate: 30, rateFrom: 145 }));
    expect(told(otherRates(before, 2))).toEqual([
      'The US cut its tariff from 290 percent to 60: 40% over fentanyl and 20% more. It took 90 days.',
      label('from 290 percent to 60', { rate: 60, rateFrom: 290 }),
    ]);
  });

  it('leave days, money, lists and sections that are the same number', () => {
    const text = 'From 10 May it pays 10%: $10 billion on List 10 under Section 10, 10 days long.';
    expect(otherRates(article(text), 2).text).toBe(
      'From 10 May it pays 20%: $10 billion on List 10 under Section 10, 10 days long.',
    );
  });

  it.each([
    ['a number that may or may not be a rate', 'It pays 25%. Some say 25, others none.'],
    ['the 50% rule', 'The 50% rule stands. The tariff is 25%.'],
  ])('leave an article with %s as it is', (_, text) => {
    expect(otherRates(article(text), 2).text).toBe(text);
  });

  it('leave an article whose rate stands only in words', () => {
    const before = article('The tariff of 25% was halved.', label('halved', { rate: 12.5 }));
    expect(otherRates(before, 2)).toBe(before);
  });
});

describe('other days', () => {
  it('move by whole weeks, with the day of publication, so that weekdays stay', () => {
    const before = article(
      'On Monday, May 12, they agreed; it starts on 14 May and ends on Aug. 12, 2025.',
      label('starts on 14 May', { effective: '2025-05-14', until: '2025-08-12' }),
    );
    const after = otherDays(before, -1);
    expect(after.publishedAt).toBe('2025-05-05');
    expect(told(after)).toEqual([
      'On Monday, May 5, they agreed; it starts on 7 May and ends on August 5, 2025.',
      label('starts on 7 May', { effective: '2025-05-07', until: '2025-08-05' }),
    ]);
  });

  it.each([
    'They met in May. The truce began on 12 May.',
    'They met last month, on 14 April.',
    'They met on 10 and 11 May.',
    'The truce began on 30 December 2024 and ended on 12 May.',
  ])('stay where weeks would make the words untrue: %s', (text) => {
    expect(otherDays(article(text), 1).text).toBe(text);
  });

  it('stay where a label knows only the month', () => {
    const before = article('Agreed on 12 May.', label('Agreed', { until: '2025-08' }));
    expect(otherDays(before, 1)).toBe(before);
  });
});

describe('other names', () => {
  it('change persons for others of the office, surnames alike, each once', () => {
    expect(
      otherPersons(article('Scott Bessent spoke for Donald Trump. Bessent and Biden disagree.')).text,
    ).toBe('Janet Yellen spoke for Joe Biden. Yellen and Trump disagree.');
  });

  it('change places in the text and in the labels', () => {
    expect(told(otherPlaces(article('Talks in Geneva.', label('in Geneva', { place: 'Geneva' }))))).toEqual([
      'Talks in Oslo.',
      label('in Oslo', { place: 'Oslo' }),
    ]);
  });
});

describe('other order and voice', () => {
  it('reported speech turns round, and the label keeps its words', () => {
    const before = article(
      'Donald Trump said on Friday that the tariff on Chinese goods will rise to 60%.',
      label('the tariff on Chinese goods will rise to 60%'),
    );
    expect(told(otherSpeech(before))).toEqual([
      'The tariff on Chinese goods will rise to 60%, Donald Trump said on Friday.',
      label('The tariff on Chinese goods will rise to 60%'),
    ]);
  });

  it('keeps speech with a pronoun, which would point elsewhere', () => {
    const text = 'Donald Trump said on Friday that he would raise the tariff to 60%.';
    expect(otherSpeech(article(text)).text).toBe(text);
  });

  it('makes the active passive; words that no longer stand together become the sentence', () => {
    const before = article(
      'China has suspended its extra duties on US cars and parts.',
      label('China has suspended its extra duties'),
    );
    expect(told(passive(before))).toEqual([
      'The extra duties on US cars and parts have been suspended by China.',
      label('The extra duties on US cars and parts have been suspended by China.'),
    ]);
  });

  it('changes paragraphs about that stand alone', () => {
    const text = 'First.\n\nChina pays.\n\nBeijing complains.';
    expect(otherOrder(article(text)).text).toBe('First.\n\nBeijing complains.\n\nChina pays.');
    const leaning = 'First.\n\nChina pays.\n\nIt complains.';
    expect(otherOrder(article(leaning)).text).toBe(leaning);
  });
});

describe('other wording', () => {
  it.each([
    ['percent as the sign', 'a tariff of 7.5 per cent', 'a tariff of 7.5%'],
    ['billions in short', 'goods worth $34 billion', 'goods worth $34bn'],
    ['days before months', 'on July 6, 2018 and on July 7', 'on July 6, 2018 and on 7 July'],
    ['months before days', 'from 6 July on', 'from July 6 on'],
    [
      'duties for tariffs',
      'a tariff truce over tariffs and a duty',
      'a tariff truce over duties and a tariff',
    ],
  ])('%s', (name, from, to) => {
    expect(WORDINGS[name]?.(article(from, label(from))).gold.observations[0]?.evidence).toBe(to);
  });
});

describe('paraphrases of the corpus', () => {
  const corpus = ['dev', 'history'].flatMap((set) => readCorpus(join(__dirname, '..', set)));
  const pairs = corpus.flatMap((before) => paraphrases(before, 3).map((after) => ({ before, after })));
  const words = (of: GoldArticle): string => `${of.text}\n${of.title}`;
  const tells = (of: GoldArticle, rate: unknown): boolean =>
    typeof rate === 'number' && new RegExp(`(?<![\\d.])${rate}(?![\\d]|[.]\\d)`).test(words(of));

  it('are the same each time and differ from the article', () => {
    const again = corpus.flatMap((before) => paraphrases(before, 3));
    expect(again).toEqual(pairs.map(({ after }) => after));
    const changed = pairs.filter(({ before, after }) => before.text !== after.text);
    expect(changed.length / pairs.length).toBeGreaterThan(0.9);
  });

  it('hold each label as the article held it, with its words', () => {
    for (const { before, after } of pairs) {
      expect(after.gold.observations).toHaveLength(before.gold.observations.length);
      for (const { evidence } of after.gold.observations) expect(words(after)).toContain(evidence);
    }
  });

  it('tell in digits each rate that the article told in digits', () => {
    for (const { before, after } of pairs) {
      before.gold.observations.forEach((line, i) => {
        const now = after.gold.observations[i]?.['rate'];
        if (tells(before, line['rate']))
          expect([after.id, now, tells(after, now)]).toEqual([after.id, now, true]);
      });
    }
  });
});
