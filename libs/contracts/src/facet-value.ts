import { z } from 'zod';
import {
  measureObservation,
  meetingObservation,
  stanceObservation,
  tariffAuthority,
  tariffBasis,
} from './observation';
import { partialDate, party } from './primitives';

// What a facet reads, as it goes out: the same shapes that libs/domain reads, here with a schema for those outside.

/** A calendar day in UTC. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;

/** How firm a value is. `unconfirmed`: it should be so by an earlier report, but none has said yet that it is. */
export const standing = z
  .enum(['reported', 'corroborated', 'official', 'conflicting', 'disputed', 'unconfirmed'])
  .describe('How firm it is: how many and which sources support it, or contradict it.');
export type Standing = z.infer<typeof standing>;

export const confidence = z.number().min(0).max(1).describe('From 0 to 1.');

const measureStatus = measureObservation.shape.status;

const tariffStep = z.object({
  rate: z.number().nullable(),
  rateFrom: z.number().nullable(),
  basis: tariffBasis,
  authority: tariffAuthority.nullable(),
  effective: partialDate.nullable(),
  saidOn: day,
});

const tariffValue = z.object({
  type: z.literal('tariff'),
  imposer: party,
  rate: z.number().nullable(),
  since: day.nullable(),
  parts: z
    .array(
      z.object({
        authority: z.union([tariffAuthority, z.literal('unnamed')]),
        rate: z.number(),
        since: day.nullable(),
        until: partialDate.nullable(),
      }),
    )
    .readonly(),
  suspended: z
    .array(
      z.object({
        rate: z.number().nullable(),
        authority: tariffAuthority.nullable(),
        until: partialDate.nullable(),
        since: day,
      }),
    )
    .readonly(),
  announced: z.array(tariffStep).readonly(),
  threatened: z.array(tariffStep).readonly(),
  totals: z.array(z.object({ basis: tariffBasis, rate: z.number(), saidOn: day })).readonly(),
  past: z
    .array(
      z.object({
        rate: z.number(),
        basis: tariffBasis,
        saidOn: day,
        because: z.array(z.string()).readonly(),
      }),
    )
    .readonly()
    .describe('Rates told as once in force.'),
});

const productTariffValue = z.object({
  type: z.literal('product_tariff'),
  imposer: party,
  product: z.string(),
  scope: z.enum(['sector', 'list', 'product']),
  status: z.enum(['in_effect', 'announced', 'threatened', 'suspended', 'past']),
  rate: z.number().nullable(),
  lowRate: z.number().nullable(),
  tradeUsdBn: z.number().nullable(),
  since: partialDate.nullable(),
  until: partialDate.nullable(),
  announced: z.array(tariffStep).readonly(),
  threatened: z.array(tariffStep).readonly(),
});

const truceStatus = z.enum([
  'none',
  'proposed',
  'agreed',
  'in_force',
  'extended',
  'strained',
  'collapsed',
  'expired',
]);
const truce = z.object({
  name: z.string().nullable(),
  otherNames: z.array(z.string()).readonly(),
  status: truceStatus,
  agreedOn: partialDate.nullable(),
  since: partialDate.nullable(),
  until: partialDate.nullable(),
  extensions: z.array(z.object({ on: day, until: partialDate.nullable() })).readonly(),
  accusations: z.array(z.object({ by: party, on: day })).readonly(),
  endedOn: day.nullable(),
});
const truceValue = truce.extend({
  type: z.literal('truce'),
  beside: z.array(truce).readonly(),
  previous: truce.nullable(),
});

const meetingStatus = z.enum([...meetingObservation.shape.status.options, 'unreported']);
const meeting = z.object({
  status: meetingStatus,
  date: partialDate.nullable(),
  place: z.string().nullable(),
  host: party.nullable(),
  initiator: party.nullable(),
  durationMinutes: z.number().nullable(),
  invitedBy: party.nullable(),
  life: z.array(z.object({ status: meetingStatus, on: day })).readonly(),
  standing,
  because: z.array(z.string()).readonly(),
});
const meetingsValue = z.object({
  type: z.literal('meetings'),
  kind: meetingObservation.shape.kind,
  planned: z.array(meeting).readonly(),
  recent: z.array(meeting).readonly(),
  lastHeld: meeting.nullable(),
});

const measureValue = z.object({
  type: z.literal('measure'),
  actor: party,
  kind: measureObservation.shape.kind,
  subject: z.string(),
  status: measureStatus,
  since: partialDate.nullable(),
  until: partialDate.nullable(),
  next: z.object({ status: measureStatus, date: partialDate.nullable() }).nullable(),
});

const disputeValue = z.object({
  type: z.literal('dispute'),
  claimant: party,
  denier: party,
  about: z.string(),
  since: day,
  lastSaidOn: day,
});

const stanceValue = z.object({
  type: z.literal('stance'),
  actor: party,
  tone: stanceObservation.shape.tone,
  since: day,
});

const tensionValue = z.object({
  type: z.literal('tension'),
  index: z.number(),
  acts: z.number(),
  threats: z.number(),
  weights: z.string(),
});

/** The value of a facet; `type` says which shape it has. */
export const facetValue = z
  .discriminatedUnion('type', [
    tariffValue,
    productTariffValue,
    truceValue,
    meetingsValue,
    measureValue,
    disputeValue,
    stanceValue,
    tensionValue,
  ])
  .meta({
    id: 'FacetValue',
    description: 'What a facet reads; `type` says which shape it has. Types may be added within v1.',
    // The one place that may grow: compatibility.ts holds everything else to what was released.
    'x-extensible': true,
  });
export type FacetValue = z.infer<typeof facetValue>;
