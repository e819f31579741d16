import { sampleMessages } from '@app/testing';
import {
  articleReceived,
  observationsExtracted,
  readFoldedEvent,
  soundObservation,
  toArticleObserved,
} from '.';

const quote = { in: 'text', start: 0, end: 1, text: 'w' };
const tariff = {
  ...{
    id: '11111111-1111-4111-8111-111111111111',
    evidence: quote,
    sentence: quote,
    ruleId: 'r',
    confidence: 1,
  },
  ...{ news: true, source: 'reporter', trace: [], type: 'tariff', imposer: 'US', rate: 30, rateFrom: null },
  ...{ status: 'in_effect', scope: 'all', product: null, effective: null, until: null, basis: 'additional' },
  ...{ authority: null, tradeUsdBn: null },
};
const truce = {
  ...{
    id: tariff.id,
    evidence: quote,
    sentence: quote,
    ruleId: 'r',
    confidence: 1,
    news: true,
    source: 'US',
  },
  ...{ trace: [], type: 'truce', status: 'agreed', by: null, name: null, date: null, until: null },
};
const faults = (observation: object): string[] =>
  soundObservation.safeParse(observation).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('a sound observation', () => {
  it.each(['2025-99-99', '2025-02-30', '2025-00', '2025-13', '0000', '0999', '3000-01-01'])(
    'has no %s for a date',
    (date) => {
      expect(faults({ ...tariff, effective: date, until: date })).toEqual(['effective', 'until']);
      expect(faults({ ...truce, date, durationDays: null })).toEqual(['date']);
    },
  );

  it.each(['2024-02-29', '2025-06', '2025'])('may have %s', (date) => {
    expect(faults({ ...tariff, effective: date })).toEqual([]);
  });

  it('has numbers within reason', () => {
    expect(faults({ ...tariff, rate: -1, rateFrom: 1e9, tradeUsdBn: -5 })).toEqual([
      'rate',
      'rateFrom',
      'tradeUsdBn',
    ]);
    expect(faults({ ...truce, durationDays: 99_999_999 })).toEqual(['durationDays']);
    expect(faults({ ...tariff, rate: 0, rateFrom: 3521 })).toEqual([]);
  });

  it('has no text that PostgreSQL cannot keep', () => {
    expect(faults({ ...tariff, product: 'st\u0000eel', evidence: { ...quote, text: '\u0000' } })).toEqual([
      'evidence/text',
      'product',
    ]);
  });
});

describe('what comes by topic', () => {
  const { data } = sampleMessages.observationsExtracted;
  const sent = observationsExtracted.parse(data);
  const article = { ...sent.article, publishedAt: '0000-01-01T00:00:00.000Z', title: '\u0000' };

  it('is refused with the place of what is unsound, and so goes to the dead letters', () => {
    const extraction = { ...sent.extraction, observations: [{ ...tariff, effective: '2025-02-30' }] };
    const result = observationsExtracted.safeParse({ ...sent, article, extraction });
    expect(result.error?.issues.map(({ path }) => path.join('/'))).toEqual([
      'article/publishedAt',
      'extraction/observations/0/effective',
      'article/title',
    ]);
    expect(articleReceived.safeParse(article).success).toBe(false);
  });

  it('once in the log stays readable', () => {
    const { data: folded } = { data: toArticleObserved(sent) };
    const stored = { ...folded, observations: [{ ...tariff, effective: '2025-02-30', rate: -1 }] };
    expect(readFoldedEvent(stored)).toMatchObject({ observations: [{ effective: '2025-02-30' }] });
  });
});
