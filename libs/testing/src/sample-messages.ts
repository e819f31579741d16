import {
  articleReceived,
  EVENT_TYPES,
  facetState,
  normalise,
  observationsExtracted,
  relationChanged,
  schemaPath,
  SOURCES,
  TOPICS,
  type FacetValue,
  type SupportingEvidence,
} from '@app/contracts';
import { type EventMessage } from '@app/messaging';

// One message of each topic, as a subscriber gets it: for specs, and for the samples in docs. What they tell happened:
// on 14 May 2025 the US cut its added rate on Chinese goods from 145 to 30 percent, for 90 days.

const at = { recordedAt: '2025-05-14T04:20:04.120318Z', position: 41 };
const SENTENCE = 'The United States cut its tariff on Chinese goods from 145% to 30% on Wednesday.';

const article = normalise(
  {
    id: 'tariff-cuts',
    url: 'https://wire.example/tariff-cuts',
    publisher: 'Example Wire',
    publishedAt: '2025-05-14T04:15:00Z',
    title: 'Tariff cuts take effect',
    text: SENTENCE,
  },
  '2025-05-14T04:20:03.000Z',
);
const OBSERVATION = '4c8cbb0b-5c61-5d54-9d8e-0c5a8f3f2a11';

const evidence: readonly SupportingEvidence[] = [
  {
    observationId: OBSERVATION,
    articleId: article.id,
    publisher: article.publisher,
    tier: 'media',
    url: article.url,
    title: article.title,
    publishedAt: article.publishedAt,
    words: 'cut its tariff on Chinese goods from 145% to 30%',
    sentence: SENTENCE,
    ruleId: 'tariff.cut-from-to',
    cluster: article.id,
  },
];

const tariff = (rate: number, since: string, until: string | null): FacetValue => ({
  type: 'tariff',
  imposer: 'US',
  rate,
  since,
  parts: [],
  suspended: until === null ? [] : [{ rate: 24, authority: 'reciprocal', until, since: '2025-05-14' }],
  announced: [],
  threatened: [],
  totals: [],
  past: [],
});

const read = {
  relation: 'us-cn',
  facet: 'tariff/US',
  day: '2025-05-14',
  standing: 'reported',
  confidence: 0.9,
  because: [OBSERVATION],
  policy: '1',
  evidence,
} as const;
const now = tariff(30, '2025-05-14', '2025-08-12');

const words = SENTENCE.indexOf('cut');
const sentence = { in: 'text', start: 0, end: SENTENCE.length, text: SENTENCE } as const;

const envelope = (type: string, id: string): Omit<EventMessage, 'topic' | 'key' | 'data'> => ({
  id,
  source: SOURCES.tracker,
  type,
  time: at.recordedAt,
  dataSchema: `http://127.0.0.1:8080${schemaPath(type)}`,
  correlationId: '0b9d3f0e-7c1b-4f57-9a55-2f6a5f0f8a10',
});

/** A message of each topic. `facetGone` is a tombstone. All but that one are parsed by their own schema. */
export const sampleMessages = {
  articleReceived: {
    ...envelope(EVENT_TYPES.articleReceived, `${article.id}/${article.revision}`),
    topic: TOPICS.articlesReceived,
    key: article.id,
    source: SOURCES.intake,
    time: article.receivedAt,
    data: articleReceived.parse(article),
  },
  observationsExtracted: {
    ...envelope(EVENT_TYPES.observationsExtracted, `${article.id}/${article.revision}/rules/1`),
    topic: TOPICS.observationsExtracted,
    key: article.id,
    source: SOURCES.extractor,
    time: article.receivedAt,
    data: observationsExtracted.parse({
      article,
      engine: { id: 'rules', version: '1' },
      extraction: {
        relevant: true,
        reason: null,
        direction: 'de-escalation',
        language: 'en',
        signature: [],
        observations: [
          {
            id: OBSERVATION,
            type: 'tariff',
            evidence: { in: 'text', start: words, end: words + 48, text: SENTENCE.slice(words, words + 48) },
            sentence,
            ruleId: 'tariff.cut-from-to',
            confidence: 0.9,
            news: true,
            source: 'reporter',
            trace: [],
            imposer: 'US',
            rate: 30,
            rateFrom: 145,
            status: 'in_effect',
            scope: 'all',
            product: null,
            effective: '2025-05-14',
            until: null,
            basis: 'cumulative_total',
            authority: null,
            tradeUsdBn: null,
          },
        ],
      },
    }),
  },
  relationChanged: {
    ...envelope(EVENT_TYPES.relationChanged, 'relation-us-cn/41'),
    topic: TOPICS.relationsChanges,
    key: 'us-cn',
    subject: 'us-cn',
    data: relationChanged.parse({
      ...at,
      ...read,
      kind: 'changed',
      from: tariff(145, '2025-04-10', null),
      to: now,
      fromStatus: '145',
      toStatus: '30',
      effective: '2025-05-14',
      until: null,
      late: false,
      corrects: false,
    }),
  },
  facetState: {
    ...envelope(EVENT_TYPES.facetState, 'relation-us-cn/40/tariff/US'),
    topic: TOPICS.relationsState,
    key: 'us-cn/tariff/US',
    subject: 'us-cn/tariff/US',
    data: facetState.parse({ ...at, ...read, value: now, status: '30', conflicts: [] }),
  },
  facetGone: {
    ...envelope(EVENT_TYPES.facetState, 'relation-us-cn/57/dispute/US/trade-talks'),
    topic: TOPICS.relationsState,
    key: 'us-cn/dispute/US/trade-talks',
    subject: 'us-cn/dispute/US/trade-talks',
    data: null,
  },
} satisfies Readonly<Record<string, EventMessage>>;
