import { direction, engine, observation, partialDate } from '@app/contracts';
import { z } from 'zod';
import { facetStateData, changeData } from './messages';

// What the query service answers. Unknown fields are ignored, unknown values come as they are.

const rate = z.object({ additionalAllGoods: z.number().nullable() });

export const stateAnswer = z.object({
  relation: z.string(),
  /** The relation's day: the last one that is recorded. */
  day: z.string(),
  /** Place in the event log that this was folded to. */
  position: z.number(),
  asOf: z.string(),
  /** Null: by all that is recorded. */
  knownAt: z.string().nullable(),
  policy: z.string(),
  facets: z.array(facetStateData.omit({ relation: true, position: true, recordedAt: true, day: true })),
});
/** The state: every facet with its value and the sentences that it rests on. */
export type State = z.infer<typeof stateAnswer>;

export const summaryAnswer = z.object({
  truce: z.object({ status: z.string(), name: z.string().nullable(), until: partialDate.nullable() }),
  tariffs: z.object({ US: rate, CN: rate }),
  plannedMeetings: z.array(
    z.object({
      kind: z.string(),
      status: z.string(),
      date: partialDate.nullable(),
      place: z.string().nullable(),
    }),
  ),
  lastLeaderContact: z.object({ kind: z.string(), date: partialDate }).nullable(),
});
/** Truce, tariffs both ways, planned meetings, last contact of the leaders. */
export type Summary = z.infer<typeof summaryAnswer>;

/** A change, with the id that its message has on Kafka. */
export const recordedChange = changeData.extend({ id: z.string() });
export type RecordedChange = z.infer<typeof recordedChange>;

export const changesAnswer = z.object({ items: z.array(recordedChange), next: z.string().nullable() });
/** `next` as `after` gives the next page; null: that was all. */
export type ChangesPage = z.infer<typeof changesAnswer>;

const unknownObservation = z.looseObject({ id: z.string(), type: z.string() });

export const articleAnswer = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  revisions: z.array(
    z.object({
      revision: z.string(),
      url: z.string().nullable(),
      publisher: z.string(),
      publishedAt: z.string(),
      title: z.string(),
      receivedAt: z.string(),
      position: z.number(),
      readings: z.array(
        z.object({
          engine,
          relevant: z.boolean(),
          direction,
          observations: z.array(z.union([observation, unknownObservation])),
        }),
      ),
    }),
  ),
  retractions: z.array(z.object({ at: z.string(), reason: z.string(), by: z.string() })),
});
/** An article: its revisions, and what each states, with the sentences. */
export type ArticleAnswer = z.infer<typeof articleAnswer>;
