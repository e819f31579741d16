import {
  createRelation,
  readFacet,
  record,
  state,
  summarize,
  type ArticleObserved,
  type MeetingsValue,
  type Observation,
  type ProductTariffValue,
  type Reading,
  type Relation,
  type RelationInput,
  type Summary,
  type TariffValue,
  type TruceValue,
} from './index';
import { type MeetingKind } from './shared/observation';

// Articles told in a line each, for the specs of what a relation reads.

export type Told = Readonly<Record<string, unknown>> & { readonly type: Observation['type'] };

const FIELDS: Readonly<Record<string, object>> = {
  tariff: {
    imposer: 'US',
    rate: null,
    rateFrom: null,
    status: 'in_effect',
    scope: 'all',
    product: null,
    effective: null,
    until: null,
    basis: 'cumulative_total',
    authority: null,
    tradeUsdBn: null,
  },
  truce: { by: null, name: null, date: null, until: null, durationDays: null },
  meeting: {
    kind: 'trade_talks',
    status: 'held',
    date: null,
    place: null,
    host: null,
    durationMinutes: null,
    initiator: null,
  },
  measure: {
    actor: 'CN',
    kind: 'export_control',
    subject: 'rare earths',
    status: 'in_effect',
    date: null,
    until: null,
  },
  dispute: { claimant: 'US', denier: 'CN', about: 'a call' },
  stance: { actor: 'US', tone: 'hostile' },
};

let count = 0;

export const observation = (told: Told): Observation => {
  count += 1;
  const words = { text: 'words' };
  const plain: unknown = {
    id: `o${count}`,
    evidence: words,
    sentence: words,
    ruleId: 'test',
    confidence: 1,
    news: true,
    source: 'reporter',
    ...FIELDS[told.type],
    ...told,
  };
  return plain as Observation;
};

interface Paper {
  readonly publisher?: string;
  readonly articleId?: string;
  readonly revision?: string;
  readonly signature?: readonly number[];
}

/** An article of a day, by a paper of its own unless told otherwise. */
export const article = (publishedAt: string, told: readonly Told[], paper: Paper = {}): ArticleObserved => {
  count += 1;
  return {
    type: 'ArticleObserved',
    articleId: `article-${count}`,
    revision: '1',
    url: null,
    publisher: `paper-${count}.example`,
    publishedAt,
    title: 'title',
    signature: [],
    engine: { id: 'test', version: '1' },
    relevant: true,
    direction: 'neutral',
    observations: told.map(observation),
    ...paper,
  };
};

export const relationOf = (...inputs: readonly RelationInput[]): Relation => {
  const relation = createRelation();
  for (const input of inputs) record(relation, input);
  return relation;
};

export const read = (relation: Relation, facet: string, asOf: string, knownAt?: string): Reading => {
  const reading = readFacet(relation, facet, { asOf, ...(knownAt === undefined ? {} : { knownAt }) });
  if (reading === null) throw new Error(`${facet} reads nothing on ${asOf}`);
  return reading;
};

export const tariff = (relation: Relation, asOf: string, knownAt?: string): TariffValue =>
  read(relation, 'tariff/US', asOf, knownAt).value as TariffValue;
export const truce = (relation: Relation, asOf: string, knownAt?: string): TruceValue =>
  read(relation, 'truce', asOf, knownAt).value as TruceValue;
export const talks = (relation: Relation, asOf: string, knownAt?: string): MeetingsValue =>
  read(relation, 'meetings/trade_talks', asOf, knownAt).value as MeetingsValue;
export const leaders = (relation: Relation, asOf: string, knownAt?: string): MeetingsValue =>
  read(relation, 'meetings/leader_meeting', asOf, knownAt).value as MeetingsValue;
export const product = (relation: Relation, facet: string, asOf: string): ProductTariffValue =>
  read(relation, facet, asOf).value as ProductTariffValue;

export const GOOD = ['reuters.com', 'scmp.com', 'nytimes.com'];
export const rate = (percent: number | null, more: object = {}): Told => ({
  type: 'tariff',
  rate: percent,
  ...more,
});
/** As people label: without what the number counts. */
export const open = (percent: number | null, more: object = {}): Told =>
  rate(percent, { basis: 'unknown', ...more });
export const pact = (status: string, more: object = {}): Told => ({ type: 'truce', status, ...more });

const meeting =
  (kind: MeetingKind) =>
  (status: string, more: object = {}): Told => ({ type: 'meeting', kind, status, ...more });
export const call = meeting('leader_call');
export const summit = meeting('leader_meeting');
export const round = meeting('trade_talks');

export const summary = (relation: Relation, asOf: string, knownAt?: string): Summary =>
  summarize(state(relation, { asOf, ...(knownAt === undefined ? {} : { knownAt }) }));
