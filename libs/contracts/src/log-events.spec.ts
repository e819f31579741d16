import { readFoldedEvent, readInputEvent } from './log-events';

const words = { in: 'text', start: 3, end: 8, text: 'raise' } as const;
const common = {
  ...{
    id: '7d0d2d6e-5b1c-5d8e-9f53-0d6f6a0f8a11',
    evidence: words,
    sentence: { ...words, text: 'They raise it.' },
  },
  ...{ ruleId: 'r', confidence: 0.9, news: true, source: 'US' },
  trace: [{ step: 'rule', detail: 'r' }],
};
const until = { date: '2025-06', until: null };
const observations = [
  {
    ...{
      ...common,
      type: 'tariff',
      imposer: 'US',
      rate: 30,
      rateFrom: null,
      status: 'in_effect',
      scope: 'product',
    },
    ...{
      product: 'steel',
      effective: '2025-06-01',
      until: null,
      basis: 'sector',
      authority: null,
      tradeUsdBn: 5,
    },
  },
  { ...common, ...until, type: 'truce', status: 'agreed', by: null, name: 'Geneva', durationDays: 90 },
  {
    ...{
      ...common,
      type: 'meeting',
      kind: 'trade_talks',
      status: 'held',
      date: '2025-06-05',
      place: 'London',
    },
    ...{ host: null, durationMinutes: null, initiator: 'CN' },
  },
  { ...common, ...until, type: 'measure', actor: 'CN', kind: 'visa', subject: 'students', status: 'eased' },
  { ...common, type: 'dispute', claimant: 'US', denier: 'CN', about: 'a call' },
  { ...common, type: 'stance', actor: 'US', tone: 'cautious' },
];
const event = {
  ...{ type: 'ArticleObserved', articleId: 'a', revision: 'r1', url: null, publisher: 'p', title: 't' },
  ...{ publishedAt: '2025-06-05T00:00:00.000Z', signature: [1, 2], engine: { id: 'rules', version: '1' } },
  ...{ relevant: true, direction: 'neutral', observations },
};

describe('an event as it is folded', () => {
  it('is the logged one but for traces and for where the words stand', () => {
    const full = readInputEvent(event);
    if (full.type !== 'ArticleObserved') throw new Error('not an article');
    const lean = full.observations.map((observation) => {
      const { trace, ...rest } = observation;
      expect(trace).toHaveLength(1);
      const { evidence, sentence } = observation;
      return { ...rest, evidence: { text: evidence.text }, sentence: { text: sentence.text } };
    });

    expect(readFoldedEvent(event)).toEqual({ ...full, observations: lean });
  });
});
