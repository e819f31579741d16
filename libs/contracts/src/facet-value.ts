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

const day = z.iso.date();
export const standing = z.enum([
  'reported',
  'corroborated',
  'official',
  'conflicting',
  'disputed',
  'unconfirmed',
]);
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
  parts: z.array(
    z.object({
      authority: z.union([tariffAuthority, z.literal('unnamed')]),
      rate: z.number(),
      since: day.nullable(),
      until: partialDate.nullable(),
    }),
  ),
  suspended: z.array(
    z.object({
      rate: z.number().nullable(),
      authority: tariffAuthority.nullable(),
      until: partialDate.nullable(),
      since: day,
    }),
  ),
  announced: z.array(tariffStep),
  threatened: z.array(tariffStep),
  totals: z.array(z.object({ basis: tariffBasis, rate: z.number(), saidOn: day })),
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
  announced: z.array(tariffStep),
  threatened: z.array(tariffStep),
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
  otherNames: z.array(z.string()),
  status: truceStatus,
  agreedOn: partialDate.nullable(),
  since: partialDate.nullable(),
  until: partialDate.nullable(),
  extensions: z.array(z.object({ on: day, until: partialDate.nullable() })),
  accusations: z.array(z.object({ by: party, on: day })),
  endedOn: day.nullable(),
});
const truceValue = truce.extend({
  type: z.literal('truce'),
  proposed: z.array(truce),
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
  life: z.array(z.object({ status: meetingStatus, on: day })),
  standing,
  because: z.array(z.string()),
});
const meetingsValue = z.object({
  type: z.literal('meetings'),
  kind: meetingObservation.shape.kind,
  planned: z.array(meeting),
  recent: z.array(meeting),
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
export const facetValue = z.discriminatedUnion('type', [
  tariffValue,
  productTariffValue,
  truceValue,
  meetingsValue,
  measureValue,
  disputeValue,
  stanceValue,
  tensionValue,
]);
export type FacetValueMessage = z.infer<typeof facetValue>;
