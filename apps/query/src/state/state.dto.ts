import { facetState, partialDate } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const facet = facetState.omit({ relation: true, position: true, recordedAt: true, day: true });

export class StateAnswer extends createZodDto(
  z.object({
    relation: z.string(),
    day: z.string().describe("The relation's day: the last one that is recorded."),
    position: z.int().describe('Place in the event log that this was folded to.'),
    recordedAt: z.string().describe('When that place was recorded; null: the log is empty.').nullable(),
    asOf: z.string(),
    knownAt: z.string().describe('Null: by all that is recorded.').nullable(),
    policy: z.string(),
    facets: z.array(facet),
  }),
) {}

const rate = z.object({ additionalAllGoods: z.number().nullable().describe('Percent, since January 2025.') });

export class SummaryAnswer extends createZodDto(
  z.object({
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
  }),
) {}
