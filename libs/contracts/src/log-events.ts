import { z } from 'zod';
import { article } from './article';
import { nameId } from './name-id';
import {
  direction,
  disputeObservation,
  engine,
  measureObservation,
  meetingObservation,
  observation,
  stanceObservation,
  tariffObservation,
  truceObservation,
} from './observation';
import { instant } from './primitives';
import { policyAdopted } from './policy';
import { relationChanged } from './changes';
import { RELATION, type ObservationsExtracted } from './topics';

// The events of the log: written by the tracker, read by the tracker, the query service and the cli. These names and
// shapes are the storage format: add, never rename; what changes shape gets a schema version and an upcaster.

export const LOG_EVENTS = {
  /** An article's revision as it was received; on the article's stream. */
  articleRecorded: 'ArticleRecorded',
  /** What an engine read in it; on the relation's stream, as are all that follow: together they decide how it reads. */
  articleObserved: 'ArticleObserved',
  /** A publisher or an operator took an article back. */
  articleRetracted: 'ArticleRetracted',
  /** An operator voided a statement or gave one of their own, with name and reason. */
  operatorCorrected: 'OperatorCorrected',
  /** A day began. */
  dayPassed: 'DayPassed',
  /** From here on the log is read under another policy. */
  policyAdopted: 'PolicyAdopted',
  /** A facet reads differently now: what goes out on `relations.changes.v1`. */
  relationChanged: 'RelationChanged',
} as const;

/** What readings are folded from; changes follow from these and are not folded. */
export const INPUT_EVENTS: readonly string[] = [
  LOG_EVENTS.articleObserved,
  LOG_EVENTS.articleRetracted,
  LOG_EVENTS.operatorCorrected,
  LOG_EVENTS.dayPassed,
];

/** What the state rests on: what it is folded from, and the policy under which it is. */
export const STATE_EVENTS: readonly string[] = [...INPUT_EVENTS, LOG_EVENTS.policyAdopted];

/** Name of the event log, and the shape of each type's data that this release writes. */
export const LOG_NAME = RELATION;
export const EVENT_VERSIONS = Object.values(LOG_EVENTS).map((type) => ({ type, schemaVersion: 1 }));

export const RELATION_STREAM = `relation-${RELATION}`;
export const articleStream = (articleId: string): string => `article-${articleId}`;

const NAMESPACE = '2f0d9c1e-4b83-5a77-8d0c-6a1b1f0e9d34';
/** Ids of events that must be recorded once, whoever records them and however often. */
export const eventIds = {
  articleRecorded: (articleId: string, revision: string): string =>
    nameId(NAMESPACE, 'recorded', articleId, revision),
  articleObserved: (event: ArticleObservedEvent): string =>
    nameId(NAMESPACE, 'observed', event.articleId, event.revision, event.engine.id, event.engine.version),
  articleRetracted: (articleId: string, at: string): string => nameId(NAMESPACE, 'retracted', articleId, at),
  operatorCorrected: (correctionId: string): string => nameId(NAMESPACE, 'corrected', correctionId),
  dayPassed: (day: string): string => nameId(NAMESPACE, 'day', RELATION, day),
  /** `before`: position of the adoption that it takes the place of, 0 where there was none. */
  policyAdopted: (version: string, before: number): string =>
    nameId(NAMESPACE, 'policy', version, String(before)),
  /** A change is the nth that its cause brought about. */
  relationChanged: (causeId: string, nth: number): string =>
    nameId(NAMESPACE, 'changed', causeId, String(nth)),
} as const;

export const articleObserved = z.object({
  type: z.literal('ArticleObserved'),
  articleId: z.string(),
  revision: z.string(),
  url: z.string().nullable(),
  publisher: z.string(),
  publishedAt: instant,
  title: z.string(),
  signature: z.array(z.int()),
  engine,
  relevant: z.boolean(),
  direction,
  observations: z.array(observation),
});

export const articleRetracted = z.object({
  type: z.literal('ArticleRetracted'),
  articleId: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const operatorCorrected = z.object({
  type: z.literal('OperatorCorrected'),
  id: z.string(),
  correction: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('void'), observationId: z.string() }),
    z.object({ kind: z.literal('assert'), observation }),
  ]),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

/** As it goes out, but for where it stands in the log, which only the append decides. */
export const loggedChange = relationChanged.omit({ position: true, recordedAt: true });
export type LoggedChange = z.infer<typeof loggedChange>;

const dayPassed = z.object({ type: z.literal('DayPassed'), day: z.iso.date() });

const inputEvent = z.discriminatedUnion('type', [
  articleObserved,
  articleRetracted,
  operatorCorrected,
  dayPassed,
]);
/** The data of an input event; assignable to the domain's `RelationInput`. */
export type InputEvent = z.infer<typeof inputEvent>;
export type ArticleObservedEvent = z.infer<typeof articleObserved>;

/** Schema of each event's data by its stored name. */
export const LOG_EVENT_SCHEMAS = {
  ArticleRecorded: article,
  ArticleObserved: articleObserved,
  ArticleRetracted: articleRetracted,
  OperatorCorrected: operatorCorrected,
  DayPassed: dayPassed,
  PolicyAdopted: policyAdopted,
  RelationChanged: loggedChange,
} as const;

/** Reads the data of an input event. Throws a ZodError for what this release cannot read. */
export const readInputEvent = (data: unknown): InputEvent => inputEvent.parse(data);

/** Of an observation, what readings are folded from: neither how it was come by nor where in the text its words stand. */
const words = z.object({ text: z.string() });
const lean = { evidence: words, sentence: words };
const WITHOUT = { trace: true } as const;
const foldedObservation = z.discriminatedUnion('type', [
  tariffObservation.omit(WITHOUT).extend(lean),
  truceObservation.omit(WITHOUT).extend(lean),
  meetingObservation.omit(WITHOUT).extend(lean),
  measureObservation.omit(WITHOUT).extend(lean),
  disputeObservation.omit(WITHOUT).extend(lean),
  stanceObservation.omit(WITHOUT).extend(lean),
]);
const foldedEvent = z.discriminatedUnion('type', [
  articleObserved.extend({ observations: z.array(foldedObservation) }),
  articleRetracted,
  operatorCorrected,
  dayPassed,
]);
/** An input event as it is folded; assignable to the domain's `RelationInput`. */
export type FoldedEvent = z.infer<typeof foldedEvent>;

/** As `readInputEvent`, without what no reading rests on: for those that keep what they fold in memory. */
export const readFoldedEvent = (data: unknown): FoldedEvent => {
  const event = foldedEvent.parse(data);
  if (event.type === 'ArticleObserved') event.observations.forEach(shareWords);
  return event;
};

/** The words of our own vocabulary stand in millions of statements: one string serves for all. */
const shared = new Map<string, string>();
const MOST_SHARED = 20_000;

const shareWords = (observation: object): void => {
  for (const [name, value] of Object.entries(observation)) {
    if (typeof value !== 'string' || name === 'id') continue;
    const known = shared.get(value);
    if (known !== undefined) Reflect.set(observation, name, known);
    else if (shared.size < MOST_SHARED) shared.set(value, value);
  }
};

/** What an engine read, as the log keeps it. */
export const toArticleObserved = ({
  article: read,
  engine: by,
  extraction,
}: ObservationsExtracted): ArticleObservedEvent => ({
  type: 'ArticleObserved',
  articleId: read.id,
  revision: read.revision,
  url: read.url,
  publisher: read.publisher,
  publishedAt: read.publishedAt,
  title: read.title,
  signature: extraction.signature,
  engine: by,
  relevant: extraction.relevant,
  direction: extraction.direction,
  observations: extraction.observations,
});
